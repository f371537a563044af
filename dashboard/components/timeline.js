// Builds the list of moments that the server describes. Texts are set as text, never as HTML.
const LONGEST = 400;

export default function ({ parentElement, data }) {
  const list = element("ol");
  list.setAttribute("aria-label", data.name);
  let day = "";
  for (const entry of data.entries) {
    const [date, time] = entry.at.split(" ");
    if (entry.gap) list.append(element("li", "gap", entry.gap));
    if (date !== day) list.append(element("li", "day", date));
    day = date;
    list.append(moment(entry, time, data.whole));
  }
  parentElement.querySelector(".plumbline-timeline").replaceChildren(list);
}

function moment(entry, time, whole) {
  const item = element("li", `moment tone-${entry.tone}`);
  const sign = element("span", "sign", entry.sign);
  sign.setAttribute("aria-hidden", "true");
  const head = element("p", "head");
  head.append(element("time", "", time), " ", element("strong", "", entry.title), " ", element("span", "source", entry.source));
  item.append(sign, head);
  if (entry.details.length) item.append(details(entry.details));
  if (entry.said) item.append(said(entry.said, whole));
  item.append(element("p", "origin", `${entry.link} · ${entry.origin}`));
  return item;
}

function details(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    const pair = element("div");
    const told = element("dd");
    told.append(element("bdi", "", value));
    pair.append(element("dt", "", name), told);
    list.append(pair);
  }
  return list;
}

// A text keeps its own direction and touches nothing beside it; a long one is cut until its reader asks for the rest.
function said(text, whole) {
  const quote = element("blockquote");
  if (text.length > LONGEST) quote.tabIndex = 0; // whoever has no mouse can scroll it, too
  const told = element("bdi", "", cut(text));
  quote.append(told);
  if (told.textContent === text) return quote;
  const more = element("button", "", whole.replace("{n}", text.length.toLocaleString("en")));
  more.type = "button";
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") === "true";
    more.setAttribute("aria-expanded", String(!open));
    told.textContent = open ? cut(text) : text;
  });
  quote.append(" ", more);
  return quote;
}

// By signs, not by halves of them: an emoji is not cut in two.
function cut(text) {
  const signs = Array.from(text.slice(0, 2 * LONGEST + 2));
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join("")}…` : text;
}
