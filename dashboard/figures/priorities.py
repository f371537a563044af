"""Importance against gap: what customers weigh much and find wanting lies at the bottom right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.figures.layout import layout
from dashboard.figures.palette import Palette
from dashboard.figures.row_layout import axis, small

_HEIGHT = 340
# Beyond the outermost points, for their labels and the names in the corners.
_ROOM = 0.3


@dataclass(frozen=True)
class Priority:
    """One dimension by importance (points of 100) and gap; `is_first` where it is to be mended first."""

    label: str
    points: float
    gap: float
    is_first: bool


def priorities(
    rows: Sequence[Priority], middle: tuple[float, float], corners: Mapping[str, str], colours: Palette
) -> go.Figure:
    """Return dimensions by importance (across) and gap (up), divided at `middle`; `corners` name the quadrants."""
    marks = go.Scatter(
        x=[row.points for row in rows],
        y=[row.gap for row in rows],
        text=[row.label for row in rows],
        mode="markers+text",
        textposition="top center",
        marker={"size": 12, "color": [colours.bad if row.is_first else colours.ink for row in rows]},
        hoverinfo="skip",
    )
    line = {"type": "line", "line": {"color": colours.quiet, "width": 1, "dash": "dot"}}
    across, up = middle
    return go.Figure(
        [marks],
        {
            **layout(_HEIGHT, {"l": 8, "r": 12, "t": 12, "b": 8}, colours),
            "xaxis": {**axis(colours), "range": _stretched([row.points for row in rows])},
            "yaxis": {**axis(colours), "range": _stretched([row.gap for row in rows])},
            "shapes": [
                {**line, "x0": across, "x1": across, "yref": "paper", "y0": 0, "y1": 1},
                {**line, "y0": up, "y1": up, "xref": "paper", "x0": 0, "x1": 1},
            ],
            "annotations": [_corner(key, name, colours) for key, name in corners.items()],
        },
    )


def _stretched(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    room = (high - low or 1) * _ROOM
    return [low - room, high + room]


def _corner(key: str, name: str, colours: Palette) -> dict[str, object]:
    right, top = key in {"mend_first", "keep_up"}, key in {"enough", "keep_up"}
    return {
        "xref": "paper",
        "yref": "paper",
        "x": int(right),
        "y": int(top),
        "text": name,
        "showarrow": False,
        "xanchor": "right" if right else "left",
        "yanchor": "top" if top else "bottom",
        "font": small(colours),
    }
