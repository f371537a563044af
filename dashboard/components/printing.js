// A chart is drawn for the screen's breadth: for a sheet it is given a frame in which it can be scaled.
export default function ({ data }) {
  document.documentElement.dataset.plumblineTheme = data.theme;
  if (window.plumblinePrints) return;
  window.plumblinePrints = true;
  addEventListener("beforeprint", () => drawings().forEach(frame));
  addEventListener("afterprint", () => drawings().forEach((drawing) => drawing.removeAttribute("viewBox")));
}

function drawings() {
  return document.querySelectorAll(".js-plotly-plot svg.main-svg");
}

function frame(drawing) {
  drawing.setAttribute("viewBox", `0 0 ${drawing.width.baseVal.value} ${drawing.height.baseVal.value}`);
}
