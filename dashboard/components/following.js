// Makes a link inside the dashboard lead there without a reload. Stands before the script of a component.
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
