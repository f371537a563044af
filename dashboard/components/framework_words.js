// Puts the framework's own words into the reader's language, where it wrote them and only there: whole texts that it is
// known to say, never inside what the dashboard or the data say.
const OURS = "[class^='plumbline-'], [data-testid='stMarkdownContainer'], [data-testid='stText'], [data-testid='stCode'] code, [role='option']";
const SAID = ["aria-label", "placeholder", "title"];

export default function ({ data }) {
  const words = new Map(Object.entries(data.words));
  // One observer at a time, whatever the language was before.
  window.plumblineWords?.disconnect();
  window.plumblineWords = new MutationObserver((changes) => changes.forEach((change) => retell(change, words)));
  window.plumblineWords.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: SAID,
  });
  translate(document.body, words);
}

function retell({ type, target, addedNodes }, words) {
  if (type === "childList") addedNodes.forEach((node) => translate(node, words));
  else if (type === "attributes") attributes(target, words);
  else text(target, words);
}

function translate(node, words) {
  if (node.nodeType === Node.TEXT_NODE) return text(node, words);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const each of [node, ...node.querySelectorAll("[aria-label], [placeholder], [title]")]) attributes(each, words);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) text(texts.currentNode, words);
}

function text(node, words) {
  if (words.has(node.data) && !node.parentElement?.closest(OURS)) node.data = words.get(node.data);
}

function attributes(element, words) {
  for (const name of SAID) {
    const said = element.getAttribute?.(name);
    if (words.has(said) && !element.closest(OURS)) element.setAttribute(name, words.get(said));
  }
}
