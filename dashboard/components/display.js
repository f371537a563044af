// Builds the choices that the server describes, behind one button, and tells every arrow of the page its colour.
export default function ({ parentElement, data }) {
  const root = document.documentElement;
  root.lang = data.language;
  root.style.setProperty("--plumbline-up", data.up || "inherit");
  root.style.setProperty("--plumbline-down", data.down || "inherit");
  const panel = parentElement.querySelector(".plumbline-display");
  // A run of the script that changes nothing here must not shut the panel under a reader's hand.
  const said = JSON.stringify(data);
  if (panel.dataset.said === said) return;
  panel.dataset.said = said;
  panel.open = false;
  panel.replaceChildren(element("summary", "", data.name), choices(data.groups));
  panel.onkeydown = (event) => {
    if (event.key === "Escape") panel.open = false;
  };
  panel.onfocusout = (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) panel.open = false;
  };
}

function choices(groups) {
  const box = element("div");
  for (const group of groups) {
    const list = element("ul");
    list.setAttribute("aria-label", group.name);
    list.append(...group.options.map(option));
    box.append(element("p", "", group.name), list);
  }
  return box;
}

function option({ text, href, is_chosen }) {
  const anchor = following(element("a", "", text));
  anchor.href = href;
  if (is_chosen) anchor.setAttribute("aria-current", "true");
  const item = element("li");
  item.append(anchor);
  return item;
}
