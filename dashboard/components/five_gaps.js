// Builds the boxes that the server describes. Texts are set as text, never as HTML.
export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  const list = parentElement.querySelector(".plumbline-gaps");
  list.setAttribute("aria-label", data.name);
  list.replaceChildren(...data.boxes.map(build));
}

function build(box) {
  const item = element("li");
  item.append(element("h3", "", box.name), element("p", "quiet", box.between));
  item.append(element("p", `value tone-${box.tone} ${box.interval ? "" : "none"}`.trim(), box.value));
  if (box.interval) item.append(element("p", "", box.interval));
  item.append(element("p", "quiet", box.source), ...box.beside.map(link));
  return item;
}

function link({ text, href }) {
  const anchor = element("a", "", text);
  anchor.href = href;
  return following(anchor);
}
