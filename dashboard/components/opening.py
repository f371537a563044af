"""Opening a page from a callback, in the way a link would: one step in the browser's history."""

import streamlit as st

_NEXT = "open_next"
_mount = st.components.v2.component(
    "plumbline.opening",
    js="""
export default function ({ data }) {
  if (!data.href) return;
  history.pushState(null, "", data.href);
  dispatchEvent(new PopStateEvent("popstate"));
}
""",
    isolate_styles=False,
)


def open_next(address: str) -> None:
    """Remember, inside a callback, which page the viewer wants to see."""
    st.session_state[_NEXT] = address


def open_pending() -> bool:
    """Open the page that a callback asked for; return whether there was one."""
    # st.switch_page would leave a second, wrong entry in the history: "back" would lead to these filters on that page.
    address = st.session_state.pop(_NEXT, None)
    _mount(key="opening", data={"href": address}, height=0)
    return address is not None
