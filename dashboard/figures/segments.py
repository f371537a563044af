"""Steps × segments as squares: how much each loses, and which of them lose more than chance explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from dashboard.figures.palette import Palette

Judged = Literal["worse", "chance", "too_few"]
_ROW, _FRAME, _SIDE = 34, 60, 28


@dataclass(frozen=True)
class Square:
    """One segment at one step: what a click on it opens, what is written on it, and how it was judged."""

    opens: str
    step: str
    segment: str
    label: str
    hover: str
    judged: Judged


def segments(squares: Sequence[Square], steps: Sequence[str], names: Sequence[str], colours: Palette) -> go.Figure:
    """Return the figure with `steps` from left to right and the segments called `names` from the top down."""
    fills = {"worse": colours.bad, "chance": colours.band, "too_few": "rgba(0,0,0,0)"}
    inks = {"worse": colours.ground, "chance": colours.ink, "too_few": colours.quiet}
    edges = {"worse": colours.bad, "chance": colours.band, "too_few": colours.quiet}
    # Squares of a heat map would not tell streamlit that they were clicked.
    drawn = go.Scatter(
        x=[square.step for square in squares],
        y=[square.segment for square in squares],
        customdata=[square.opens for square in squares],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": _SIDE,
            "color": [fills[square.judged] for square in squares],
            "line": {"color": [edges[square.judged] for square in squares], "width": 1},
        },
        text=[square.label for square in squares],
        textfont={"color": [inks[square.judged] for square in squares], "size": 11},
        hovertext=[square.hover for square in squares],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}, "textfont": {"color": None}},
        cliponaxis=False,
    )
    axis = {"type": "category", "fixedrange": True, "showgrid": False, "zeroline": False, "automargin": True}
    return go.Figure(
        [drawn],
        {
            "height": _ROW * len(names) + _FRAME,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": colours.ink},
            "xaxis": {**axis, "side": "top", "categoryarray": list(steps), "range": [-0.5, len(steps) - 0.5]},
            "yaxis": {**axis, "categoryarray": list(names)[::-1], "range": [-0.5, len(names) - 0.5]},
        },
    )
