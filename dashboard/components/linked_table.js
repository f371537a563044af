// Builds the table that the server describes. Texts are set as text, never as HTML.
const LONGEST = 120;
let whole = "{n}"; // what the button says that shows a long text whole

export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  whole = data.whole;
  const table = element("table");
  table.setAttribute("aria-label", data.name);
  table.append(head(data.columns), body(data.rows, data.columns));
  const frame = parentElement.querySelector(".plumbline-table");
  fill(frame, table);
  reachable(frame, data.name);
}

// What is wider or longer than its frame is scrolled by keyboard too: through its links, or else through the frame itself.
function reachable(frame, name) {
  if (frame.querySelector("a, button")) {
    frame.removeAttribute("tabindex");
    return;
  }
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", name);
}

function head(columns) {
  const row = element("tr");
  for (const column of columns) {
    const cell = element("th", column.is_figure ? "figure" : "", column.text);
    cell.scope = "col";
    row.append(cell);
  }
  const part = element("thead");
  part.append(row);
  return part;
}

function body(rows, columns) {
  const part = element("tbody");
  for (const row of rows) {
    const line = element("tr", row.kind);
    row.cells.forEach((cell, index) => line.append(box(cell, index, columns[index])));
    part.append(line);
  }
  return part;
}

function box(told, index, column) {
  const cell = typeof told === "string" ? { text: told } : told;
  const place = element(index ? "td" : "th", column.is_figure ? "figure" : column.wraps ? "wraps" : "");
  if (!index) place.scope = "row";
  const content = cell.href ? link(cell) : place;
  if (cell.tone || cell.symbol) {
    const tone = element("span", `tone-${cell.tone || "quiet"}`, cell.symbol);
    content.append(tone, cell.symbol ? "\u00a0" : "");
  }
  content.append(...(cell.text.length > LONGEST ? [long(cell.text)] : moved(cell.text)));
  if (cell.fill) content.style.setProperty("--fill", `${100 * cell.fill}%`);
  if (cell.fill) content.classList.add("filled");
  if (cell.line) content.append(drawing(cell.line));
  if (cell.bar) content.append(scale(cell.bar));
  if (cell.note) content.append(note(cell));
  if (content !== place) place.append(content);
  return place;
}

function note(cell) {
  const line = element("small", `tone-${cell.note_tone || "quiet"}`);
  line.append(...moved(cell.note));
  return line;
}

// A long text is cut until its reader asks for the rest.
function long(text) {
  const place = element("span", "long");
  const told = element("bdi", "", cut(text));
  told.dataset.whole = text;
  const more = element("button", "", whole.replace("{n}", Array.from(text).length.toLocaleString("en")));
  more.type = "button";
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") === "true";
    more.setAttribute("aria-expanded", String(!open));
    const shown = more.previousElementSibling;
    shown.textContent = open ? cut(shown.dataset.whole) : shown.dataset.whole;
  });
  place.append(told, " ", more);
  return place;
}

// By signs, not by halves of them: an emoji is not cut in two.
function cut(text) {
  return `${Array.from(text.slice(0, 2 * LONGEST)).slice(0, LONGEST).join("")}…`;
}

// A bar so thin that it would vanish keeps a width.
function scale({ start, end, tone }) {
  const track = element("span", "track");
  const bar = element("span", `bar tone-${tone}`);
  bar.style.left = `min(${100 * start}%, 100% - 3px)`;
  bar.style.width = `max(${100 * (end - start)}%, 3px)`;
  track.append(bar);
  return track;
}

function drawing({ lines, end, width, height }) {
  // The figures beside it say the same: a screen reader passes it over.
  const picture = vector("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  for (const points of lines) picture.append(vector("polyline", { points }));
  if (end) picture.append(vector("circle", { cx: end[0], cy: end[1], r: 2 }));
  return picture;
}

function link(cell) {
  const anchor = element("a", cell.note ? "" : "alone");
  anchor.href = cell.href;
  if (cell.label) anchor.setAttribute("aria-label", cell.label);
  return following(anchor);
}
