// Marks the page while a run of the script takes so long that its reader waits, from when on what is not new yet fades.
const LONG = 400; // milliseconds

export default function () {
  if (window.plumblineWaits) return;
  window.plumblineWaits = true;
  const app = document.querySelector("[data-testid='stApp']");
  const { dataset } = document.documentElement;
  let begun;
  const watch = new MutationObserver(() => {
    clearTimeout(begun);
    delete dataset.plumblineWaits;
    if (app.dataset.testScriptState === "running") begun = setTimeout(() => (dataset.plumblineWaits = ""), LONG);
  });
  watch.observe(app, { attributeFilter: ["data-test-script-state"] });
}
