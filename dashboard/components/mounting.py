"""Components of our own: plain markup, style and script from the files beside this one."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_HERE = Path(__file__).parent


def component(name: str, markup: str, *, is_seen: bool = True) -> ComponentRenderer:
    """Return what shows the component whose script is `name`.js and, where it is seen, whose style is `name`.css."""
    # Components are built from strings; the files are ours and fixed.
    return st.components.v2.component(
        f"plumbline.{name}",
        html=markup,
        css=_read(f"{name}.css") if is_seen else None,
        js=_read("elements.js") + _read(f"{name}.js"),
        isolate_styles=False,
    )


def _read(file: str) -> str:
    return (_HERE / file).read_text(encoding="utf-8")
