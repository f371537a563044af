// Keeps a number and what belongs to it on one line: "81.2 %", "n = 402", "3 天". Only in what the dashboard says itself;
// tables and what customers wrote stay sign for sign. A date may break: what is copied must not hold invisible signs.
const SAID =
  "[data-testid='stHeading'], [data-testid='stMarkdownContainer'], [data-testid='stCaptionContainer'], [data-testid='stText'], .plumbline-tiles, .plumbline-gaps, .plumbline-list";
const NOT_SAID = "script, style, textarea, svg, code, .plumbline-table, .plumbline-timeline";
const UNIT = "%|pp\\b|points?\\b|percentage|working|min\\b|h\\b|s\\b|d\\b|days?\\b|CNY\\b|[\\u4e00-\\u9fff]";
const JOINED = [
  [new RegExp(`(\\d) (?=${UNIT})`, "g"), "$1\u00a0"],
  [/\bn = (?=[\d–])/g, "n\u00a0=\u00a0"],
  [/\bper (?=100\b)/g, "per\u00a0"],
  [/(scale|量表) (?=[−\d])/g, "$1\u00a0"],
];

export default function () {
  if (window.plumblineNumbers) return;
  window.plumblineNumbers = new MutationObserver((changes) => changes.forEach(retold));
  window.plumblineNumbers.observe(document.body, { subtree: true, childList: true, characterData: true });
  within(document.body);
}

function retold({ type, target, addedNodes }) {
  if (type === "characterData") return whole(target);
  addedNodes.forEach((node) => (node.nodeType === Node.TEXT_NODE ? whole(node) : within(node)));
}

function within(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const places = node.closest(SAID) ? [node] : node.querySelectorAll(SAID);
  for (const place of places) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) whole(texts.currentNode);
  }
}

function whole(text) {
  const around = text.parentElement;
  if (!/\d/.test(text.data) || !around?.closest(SAID) || around.closest(NOT_SAID)) return;
  const joined = JOINED.reduce((told, [apart, together]) => told.replace(apart, together), text.data);
  if (joined !== text.data) text.data = joined;
}
