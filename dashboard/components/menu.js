// Builds the menu that the server describes: a list of links, which a button opens where the screen is narrow.
export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  const nav = parentElement.querySelector(".plumbline-menu");
  // A run of the script that changes nothing here must not shut the menu under a reader's hand.
  const said = JSON.stringify(data);
  if (nav.dataset.said === said) return;
  nav.dataset.said = said;
  nav.setAttribute("aria-label", data.name);
  const list = pages(data.pages);
  nav.replaceChildren(opener(data, nav, list), list);
  nav.onkeydown = (event) => {
    if (event.key === "Escape") close(nav);
  };
  list.onclick = () => close(nav);
  nav.onfocusout = (event) => {
    if (!nav.contains(event.relatedTarget)) close(nav);
  };
  close(nav);
}

function opener(data, nav, list) {
  const here = data.pages.find((page) => page.is_here);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = here ? `${data.name} · ${here.title}` : data.name;
  button.setAttribute("aria-controls", list.id);
  button.onclick = () => (nav.classList.contains("open") ? close(nav) : open(nav));
  return button;
}

function open(nav) {
  nav.classList.add("open");
  nav.querySelector("button").setAttribute("aria-expanded", "true");
}

function close(nav) {
  nav.classList.remove("open");
  nav.querySelector("button").setAttribute("aria-expanded", "false");
}

function pages(listed) {
  const list = document.createElement("ul");
  list.id = "plumbline-pages";
  for (const page of listed) {
    const anchor = following(document.createElement("a"));
    anchor.href = page.href;
    anchor.textContent = page.title;
    if (page.is_here) anchor.setAttribute("aria-current", "page");
    const item = document.createElement("li");
    item.append(anchor);
    list.append(item);
  }
  return list;
}
