// Builds the list that the server describes. Texts are set as text, never as HTML.
export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  const list = parentElement.querySelector(".plumbline-list");
  list.setAttribute("aria-label", data.name);
  fill(list, ...data.items.map(item));
}

function item({ mark, tone, title, text, href }) {
  const anchor = following(element("a"));
  anchor.href = href;
  const head = element("strong", "", title);
  head.prepend(element("span", `tone-${tone}`, mark), " ");
  anchor.append(head, element("span", "", text));
  const line = element("li");
  line.append(anchor);
  return line;
}
