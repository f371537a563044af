"""Causes as bars in falling order; what each amounts to and the share added up so far stand at the right edge."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.figures.layout import at_the_right, lettering, room_for, short
from dashboard.figures.palette import Palette
from dashboard.figures.row_layout import rows_layout


@dataclass(frozen=True)
class Cause:
    """One cause; `key` goes along with a click, `end` is what is written beside its bar."""

    key: str
    name: str
    amount: float
    end: str


def pareto(causes: Sequence[Cause], colours: Palette) -> go.Figure:
    """Return the figure, the first cause on top."""
    room = room_for(cause.end for cause in causes)
    bar = go.Bar(
        x=[cause.amount for cause in causes],
        y=list(range(len(causes))),
        orientation="h",
        width=0.6,
        customdata=[cause.key for cause in causes],
        marker={"color": colours.bar},
        hoverinfo="skip",
    )
    across = {"rangemode": "tozero", "showticklabels": False, "showgrid": False}
    layout = rows_layout([f"{short(cause.name)} " for cause in causes], across, colours, right=room)
    ends = [(row, lettering(cause.end)) for row, cause in enumerate(causes)]
    return go.Figure([bar], {**layout, "annotations": at_the_right(ends, room)})
