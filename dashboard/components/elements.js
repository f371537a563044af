// What every component of ours builds with; it stands before the component's own script. Texts are set as text, never as HTML.

// Makes a link inside the dashboard lead there without a reload.
function following(anchor) {
  anchor.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Streamlit follows the history: no reload, and "back" comes back here.
    history.pushState(null, "", anchor.href);
    dispatchEvent(new PopStateEvent("popstate"));
  });
  return anchor;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

// Returns a text whose leading arrow has a colour of its own: which way a figure moved is not whether that is good.
function moved(text) {
  const sign = { "▲": "up", "▼": "down" }[text[0]];
  return sign ? [element("span", `arrow-${sign}`, text[0]), text.slice(1)] : [text];
}

function vector(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
