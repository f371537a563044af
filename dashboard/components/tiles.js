// Builds the tiles that the server describes. Texts are set as text, never as HTML.
export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  const tiles = data.tiles.map((tile, number) => build(tile, `${data.name}-${number}`, data));
  fill(parentElement.querySelector(".plumbline-tiles"), ...tiles);
}

function build(tile, place, size) {
  const card = element("article");
  card.append(name(tile, place), element("p", "value", tile.value), change(tile));
  card.append(element("p", "quiet", tile.against), shape(tile, size));
  card.append(element("p", `tone-${tile.target_tone}`, tile.target), element("p", "", tile.basis));
  card.append(element("p", "", tile.immature), link(tile), meaning(tile, place));
  return card;
}

function name(tile, place) {
  const heading = element("h2", "", tile.label);
  const button = element("button", "", "ⓘ");
  button.type = "button";
  button.title = tile.help_label;
  button.setAttribute("aria-label", `${tile.label}: ${tile.help_label}`);
  button.setAttribute("popovertarget", `meaning-${place}`);
  heading.append(button);
  return heading;
}

function meaning(tile, place) {
  const note = element("div", "meaning");
  note.id = `meaning-${place}`;
  note.setAttribute("popover", "");
  note.append(element("h3", "", tile.label), ...tile.help.map((text) => element("p", "", text)));
  return note;
}

function change(tile) {
  const line = element("p", `change tone-${tile.tone}`);
  const told = element("span");
  told.append(...moved([tile.arrow, tile.moved].filter(Boolean).join("\u00a0")));
  line.append(told);
  return line;
}

function shape(tile, { width, height }) {
  const drawing = vector("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": tile.shape_label });
  for (const points of tile.shape.lines) drawing.append(vector("polyline", { points }));
  if (tile.shape.end) drawing.append(vector("circle", { cx: tile.shape.end[0], cy: tile.shape.end[1], r: 3 }));
  return drawing;
}

function link(tile) {
  if (!tile.href) return element("span");
  const anchor = element("a", "", tile.open);
  anchor.href = tile.href;
  anchor.setAttribute("aria-label", `${tile.label} ${tile.value}: ${tile.open}`);
  return following(anchor);
}
