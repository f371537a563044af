"""Groups as bars with their intervals, and a line for the whole; the names left, the figures right."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.axes import Axis
from dashboard.figures.layout import at_the_right, layout, lettering, room_for, short
from dashboard.figures.palette import Palette

_ROW, _FRAME = 30, 64


@dataclass(frozen=True)
class Bar:
    """One group; `key` goes along with a click."""

    key: str
    name: str
    value: float
    low: float | None
    high: float | None
    end: str
    hover: str


@dataclass(frozen=True)
class Whole:
    """The value of all groups together and how it reads, and the ticks of the axis (see `dashboard.axes`)."""

    value: float
    label: str
    axis: Axis


def bars(shown: Sequence[Bar], whole: Whole, colours: Palette) -> go.Figure:
    """Return the figure, the first group on top."""
    rows, room = [*range(len(shown))], room_for(bar.end for bar in shown)
    return go.Figure(
        [_bars(shown, rows, colours), _intervals(shown, rows, colours)],
        layout(
            _FRAME + _ROW * len(shown),
            {"l": 8, "r": room, "t": 30, "b": 8},
            colours,
            bargap=0.35,
            annotations=[_label(whole, colours), *at_the_right(_ends(shown), room)],
            shapes=[_line(whole, colours)],
            xaxis={
                "rangemode": "tozero",
                **whole.axis,
                "gridcolor": colours.grid,
                "zerolinecolor": colours.quiet,
                "fixedrange": True,
                # As many as there is room for, on a phone as well.
                "tickangle": 0,
            },
            yaxis={
                "tickvals": rows,
                "ticktext": [f"{short(bar.name)} " for bar in shown],
                "range": [len(shown) - 0.5, -0.5],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
                "tickfont": {"color": colours.ink},
            },
        ),
    )


def _bars(shown: Sequence[Bar], rows: Sequence[int], colours: Palette) -> go.Bar:
    return go.Bar(
        x=[bar.value for bar in shown],
        y=rows,
        orientation="h",
        customdata=[bar.key for bar in shown],
        marker={"color": colours.bar},
        hovertext=[lettering(bar.hover) for bar in shown],
        hoverinfo="text",
    )


def _intervals(shown: Sequence[Bar], rows: Sequence[int], colours: Palette) -> go.Scatter:
    ends = [(bar.low, bar.high, row) for bar, row in zip(shown, rows, strict=True) if bar.low is not None]
    return go.Scatter(
        x=[bound for low, high, _ in ends for bound in (low, high, None)],
        y=[place for _, _, row in ends for place in (row, row, None)],
        mode="lines+markers",
        line={"color": colours.ink, "width": 1.5},
        marker={"symbol": "line-ns", "size": 7, "line": {"color": colours.ink, "width": 1.5}},
        hoverinfo="skip",
    )


def _line(whole: Whole, colours: Palette) -> dict[str, object]:
    style = {"color": colours.ink, "width": 1.5, "dash": "dash"}
    return {"type": "line", "x0": whole.value, "x1": whole.value, "yref": "paper", "y0": 0, "y1": 1, "line": style}


def _label(whole: Whole, colours: Palette) -> dict[str, object]:
    place = {"x": whole.value, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    return {"text": whole.label, "font": {"size": 12, "color": colours.ink}, **place}


def _ends(shown: Sequence[Bar]) -> list[tuple[float, str]]:
    return [(row, lettering(bar.end)) for row, bar in enumerate(shown)]
