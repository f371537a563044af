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

// Makes a place hold what was built, keeping the nodes that stand there: the browser styles and lays out anew only what
// differs, and the focus stays where its reader left it. Whatever is filled so keeps its state in its attributes: a
// listener that stands reads them, and knows nothing else.
function fill(place, ...made) {
  const standing = [...place.childNodes];
  made.forEach((node, number) => (standing[number] ? become(standing[number], node) : place.append(node)));
  standing.slice(made.length).forEach((node) => node.remove());
}

function become(standing, made) {
  if (standing.isEqualNode(made)) return;
  if (standing.nodeName !== made.nodeName) {
    standing.replaceWith(made);
  } else if (made.nodeType === Node.TEXT_NODE) {
    standing.data = made.data;
  } else {
    dress(standing, made);
    fill(standing, ...made.childNodes);
  }
}

function dress(standing, made) {
  for (const { name } of [...standing.attributes]) if (!made.hasAttribute(name)) standing.removeAttribute(name);
  for (const { name, value } of made.attributes) {
    if (standing.getAttribute(name) !== value) standing.setAttribute(name, value);
  }
}
