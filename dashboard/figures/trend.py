"""The trend of one KPI: a line with its interval, the target with its value, an unfinished month marked as such."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.axes import Axis
from dashboard.figures.palette import Palette

_HEIGHT = 300
# Where there are more months than this, only the first of each quarter is named.
_FEW = 8
_QUARTERS = ("01", "04", "07", "10")


@dataclass(frozen=True)
class Point:
    """One month of a trend: figures in the unit shown, and how they read."""

    month: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    target: float | None
    hover: str
    is_partial: bool = False


@dataclass(frozen=True)
class Labels:
    """What is written beside the last value and at the target, and the ticks of the axis (see `dashboard.axes`)."""

    last: str
    target: str
    axis: Axis


def trend(points: Sequence[Point], labels: Labels, colours: Palette) -> go.Figure:
    """Return the figure; each point of its line carries its month as custom data."""
    return go.Figure(
        [*_band(points, colours), _target(points, colours), _line(points, colours)],
        {
            "height": _HEIGHT,
            "margin": {"l": 8, "r": 76, "t": 24, "b": 8},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": colours.ink},
            "annotations": _annotations(points, labels, colours),
            "xaxis": _months(points),
            "yaxis": _amounts(labels, colours),
        },
    )


def _months(points: Sequence[Point]) -> dict[str, object]:
    ticks = [point for point in points if len(points) <= _FEW or point.month[-2:] in _QUARTERS]
    return {
        "type": "category",
        "showgrid": False,
        "tickvals": [point.month for point in ticks],
        "ticktext": [point.label for point in ticks],
        "tickangle": 0,
        "fixedrange": True,
        "range": [-0.5, len(points) - 0.5],
    }


def _amounts(labels: Labels, colours: Palette) -> dict[str, object]:
    return {
        **labels.axis,
        "gridcolor": colours.grid,
        "zeroline": False,
        "fixedrange": True,
        "nticks": 6,
    }


def _band(points: Sequence[Point], colours: Palette) -> list[go.Scatter]:
    """Return the interval as the space between two lines that are not drawn."""
    months = [point.month for point in points]
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "connectgaps": False}
    return [
        go.Scatter(x=months, y=[point.high for point in points], **edge),
        go.Scatter(x=months, y=[point.low for point in points], fill="tonexty", fillcolor=colours.band, **edge),
    ]


def _target(points: Sequence[Point], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[point.month for point in points],
        y=[point.target for point in points],
        mode="lines",
        line={"color": colours.quiet, "width": 1.5, "dash": "dash", "shape": "hvh"},
        hoverinfo="skip",
    )


def _line(points: Sequence[Point], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[point.month for point in points],
        y=[point.value for point in points],
        customdata=[point.month for point in points],
        mode="lines+markers",
        line={"color": colours.ink, "width": 2},
        marker={
            "size": 7,
            "color": [colours.ground if point.is_partial else colours.ink for point in points],
            "line": {"color": colours.ink, "width": 2},
        },
        hovertext=[point.hover for point in points],
        hoverinfo="text",
    )


def _annotations(points: Sequence[Point], labels: Labels, colours: Palette) -> list[dict[str, object]]:
    """Return the labels that stand where a legend would be looked for, right of what they name."""
    valued = [(point.month, point.value) for point in points if point.value is not None]
    aimed = [(point.month, point.target) for point in points if point.target is not None]
    # The two give way to each other: the higher figure is labelled above its line, the lower one below.
    lift = 8 if not valued or not aimed or valued[-1][1] >= aimed[-1][1] else -8
    quiet = {"color": colours.quiet, "size": 12}
    notes: list[dict[str, object]] = []
    if valued:
        notes.append({"text": f"<b>{labels.last}</b>", "yshift": lift, **_beside(*valued[-1])})
    if aimed:
        notes.append({"text": labels.target, "yshift": -lift, "font": quiet, **_beside(*aimed[-1])})
    return notes


def _beside(month: str, value: float) -> dict[str, object]:
    return {"x": month, "y": value, "showarrow": False, "xanchor": "left", "xshift": 12}
