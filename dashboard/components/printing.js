// A chart is drawn for the screen's breadth: for a sheet it is given a frame in which it can be scaled. A table too broad
// for a sheet becomes records: each row a paragraph, each cell with the head of its column before it.
const BROADEST = 15; // columns that a sheet has room for

export default function ({ data }) {
  document.documentElement.dataset.plumblineTheme = data.theme;
  if (window.plumblinePrints) return;
  window.plumblinePrints = true;
  addEventListener("beforeprint", () => {
    drawings().forEach(frame);
    document.querySelectorAll(".plumbline-table table").forEach(record);
  });
  addEventListener("afterprint", () => drawings().forEach((drawing) => drawing.removeAttribute("viewBox")));
}

function drawings() {
  return document.querySelectorAll(".js-plotly-plot svg.main-svg");
}

function frame(drawing) {
  drawing.setAttribute("viewBox", `0 0 ${drawing.width.baseVal.value} ${drawing.height.baseVal.value}`);
}

function record(table) {
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
  table.toggleAttribute("data-records", heads.length > BROADEST);
  if (heads.length <= BROADEST) return;
  for (const row of table.tBodies[0].rows)
    [...row.cells].forEach((cell, place) => {
      cell.dataset.head = heads[place];
      cell.toggleAttribute("data-nothing", cell.textContent === "–");
    });
}
