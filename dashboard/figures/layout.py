"""What all figures of a page share: no ground of their own, no legend, nothing to drag, text that is only text."""

import html
from collections.abc import Mapping
from typing import Any

from dashboard.figures.palette import Palette

_LONGEST = 28


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


def lettering(text: str) -> str:
    """Return a text that plotly, which reads some HTML, shows letter by letter."""
    return html.escape(text, quote=False)


def short(text: str) -> str:
    """Return a text that fits beside a figure, shown letter by letter."""
    return lettering(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
