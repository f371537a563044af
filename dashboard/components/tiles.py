"""The tiles: one KPI each, and each as a whole the way to its rows.

One component draws them all: seven tiles of streamlit's own elements take the browser several times as long.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard.cards import Card
from dashboard.figures.sparkline import HEIGHT, WIDTH
from metrics.text import Language

_HERE = Path(__file__).parent


def show_tiles(cards: Sequence[Card], language: Language, key: str = "tiles") -> None:
    """Show tiles side by side, as many in a row as there is room for; `key` tells several such rows of a page apart."""
    _mount(
        key=key,
        data={
            "tiles": [asdict(card) for card in cards],
            "language": language,
            "name": key,
            "width": WIDTH,
            "height": HEIGHT,
        },
    )


_mount = st.components.v2.component(
    "plumbline.tiles",
    html='<div class="plumbline-tiles"></div>',
    css=(_HERE / "tiles.css").read_text(encoding="utf-8"),
    js=(_HERE / "tiles.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
