// Marks the page while a run of the script takes so long that its reader waits, from when on what is not new yet fades.
const LONG = 400; // milliseconds

export default function () {
  if (window.plumblineWaits) return;
  window.plumblineWaits = true;
  const app = document.querySelector("[data-testid='stApp']");
  const { classList } = document.documentElement;
  let begun;
  const watch = new MutationObserver(() => {
    clearTimeout(begun);
    classList.remove("plumbline-waits");
    if (app.dataset.testScriptState === "running") begun = setTimeout(() => classList.add("plumbline-waits"), LONG);
  });
  watch.observe(app, { attributeFilter: ["data-test-script-state"] });
}
