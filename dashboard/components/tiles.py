"""The tiles: one KPI each, and each as a whole the way to its rows.

One component draws them all: seven tiles of streamlit's own elements take the browser several times as long.
"""

from collections.abc import Sequence

from dashboard.cards import Card
from dashboard.components.mounting import component
from dashboard.figures.sparkline import HEIGHT, WIDTH
from metrics.text import Language


def show_tiles(cards: Sequence[Card], language: Language, key: str = "tiles") -> None:
    """Show tiles side by side, as many in a row as there is room for; `key` tells several such rows of a page apart."""
    _mount(
        key=key,
        data={
            "tiles": [{**vars(card), "shape": vars(card.shape)} for card in cards],
            "language": language,
            "name": key,
            "width": WIDTH,
            "height": HEIGHT,
        },
    )


_mount = component("tiles", '<div class="plumbline-tiles"></div>')
