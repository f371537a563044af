"""What all figures of a page share: no ground of their own, no legend, nothing to drag, text that is only text."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.figures.palette import Palette

_LONGEST = 28
_LATIN = "\u2e7f"


def layout(height: int, margin: Mapping[str, int], colours: Palette, **more: Any) -> dict[str, Any]:  # noqa: ANN401 plotly's own
    """Return the layout of a figure of this height."""
    return {
        "height": height,
        "margin": dict(margin),
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": colours.ink},
        **more,
    }


def room_for(texts: Iterable[str]) -> int:
    """Return how many pixels the longest of some texts of size 12 takes; a Chinese sign is twice a letter's breadth."""
    return max((sum(12 if sign > _LATIN else 7 for sign in text) for text in texts), default=0) + 12


def at_the_right(rows: Iterable[tuple[float, str]], room: int) -> list[dict[str, Any]]:
    """Return texts set right in a margin of this breadth, each beside its row."""
    place = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": room, "showarrow": False, "font": {"size": 12}}
    return [{"y": row, "text": text, **place} for row, text in rows]


def lettering(text: str) -> str:
    """Return a text that plotly, which reads some HTML, shows letter by letter."""
    return html.escape(text, quote=False)


def short(text: str) -> str:
    """Return a text that fits beside a figure, shown letter by letter."""
    return lettering(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
