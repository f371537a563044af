"""A control chart: values, the limits that chance keeps within, what lies beyond them, the target, and notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import plotly.graph_objects as go

from dashboard.axes import Axis
from dashboard.figures.layout import layout, lettering
from dashboard.figures.palette import Palette
from metrics.signals import Meaning

_HEIGHT = 340
_MOST_TICKS = 9
_SYMBOLS = {Meaning.GOOD: "circle", Meaning.BAD: "diamond", Meaning.NEITHER: "square"}


@dataclass(frozen=True)
class Mark:
    """One period of a chart; without limits where it is not over, `signal` where one is flagged there."""

    period: str
    label: str
    value: float
    low: float | None
    high: float | None
    target: float | None
    hover: str
    signal: Meaning | None = None
    is_partial: bool = False
    note: str = ""


@dataclass(frozen=True)
class Labels:
    """What is written at the right end of lines, and the ticks of the axis of values (see `dashboard.axes`)."""

    last: str
    centre: str
    upper: str
    lower: str
    target: str
    axis: Axis


def control_figure(
    marks: Sequence[Mark], centre: float | None, chosen: str, labels: Labels, colours: Palette
) -> go.Figure:
    """Return the figure; each point of its last trace carries its period as custom data."""
    lines = [] if centre is None else [*_limits(marks, colours), _centre(marks, centre, colours)]
    return go.Figure(
        [*lines, _target(marks, colours), _line(marks, colours), _points(marks, chosen, colours)],
        layout(
            _HEIGHT,
            {"l": 8, "r": 96, "t": 28, "b": 8},
            colours,
            annotations=[*_ends(marks, centre, labels, colours), *_notes(marks, colours)],
            xaxis=_periods(marks),
            yaxis={
                **labels.axis,
                "gridcolor": colours.grid,
                "zeroline": False,
                "fixedrange": True,
                "nticks": 6,
            },
        ),
    )


def _periods(marks: Sequence[Mark]) -> dict[str, object]:
    every = -(-len(marks) // _MOST_TICKS)
    ticks = marks[:: max(every, 1)]
    return {
        "type": "category",
        "categoryarray": [mark.period for mark in marks],
        "showgrid": False,
        "tickvals": [mark.period for mark in ticks],
        "ticktext": [mark.label for mark in ticks],
        "tickangle": 0,
        "fixedrange": True,
        "range": [-0.5, len(marks) - 0.5],
    }


def _limits(marks: Sequence[Mark], colours: Palette) -> list[go.Scatter]:
    """Return the limits as steps with the room between them tinted."""
    periods = [mark.period for mark in marks]
    edge = {
        "mode": "lines",
        "line": {"width": 1, "shape": "hvh", "color": colours.quiet, "dash": "dot"},
        "hoverinfo": "skip",
    }
    return [
        go.Scatter(x=periods, y=[mark.high for mark in marks], **edge),
        go.Scatter(x=periods, y=[mark.low for mark in marks], fill="tonexty", fillcolor=colours.band, **edge),
    ]


def _centre(marks: Sequence[Mark], centre: float, colours: Palette) -> go.Scatter:
    limited = [mark.period for mark in marks if mark.high is not None]
    return go.Scatter(
        x=limited, y=[centre] * len(limited), mode="lines", line={"color": colours.quiet, "width": 1}, hoverinfo="skip"
    )


def _target(marks: Sequence[Mark], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[mark.period for mark in marks],
        y=[mark.target for mark in marks],
        mode="lines",
        line={"color": colours.ink, "width": 1.5, "dash": "dash", "shape": "hvh"},
        opacity=0.7,
        hoverinfo="skip",
    )


def _line(marks: Sequence[Mark], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[mark.period for mark in marks],
        y=[mark.value for mark in marks],
        mode="lines",
        line={"color": colours.ink, "width": 1.5},
        hoverinfo="skip",
    )


def _points(marks: Sequence[Mark], chosen: str, colours: Palette) -> go.Scatter:
    tones = {Meaning.GOOD: colours.good, Meaning.BAD: colours.bad, Meaning.NEITHER: colours.quiet, None: colours.ink}
    return go.Scatter(
        x=[mark.period for mark in marks],
        y=[mark.value for mark in marks],
        customdata=[mark.period for mark in marks],
        mode="markers",
        marker={
            "opacity": 1,
            "size": [13 if mark.signal else 11 if mark.period == chosen else 6 for mark in marks],
            "symbol": [_SYMBOLS[mark.signal] if mark.signal else "circle" for mark in marks],
            "color": [colours.ground if mark.is_partial else tones[mark.signal] for mark in marks],
            "line": {
                "color": [
                    colours.ink if mark.period == chosen or mark.is_partial else colours.ground for mark in marks
                ],
                "width": [2 if mark.period == chosen or mark.is_partial else 1 for mark in marks],
            },
        },
        hovertext=[lettering(mark.hover) for mark in marks],
        hoverinfo="text",
    )


def _ends(marks: Sequence[Mark], centre: float | None, labels: Labels, colours: Palette) -> list[dict[str, object]]:
    """Return the names of lines, right of where each ends, kept apart where lines lie close together."""
    last = next((mark for mark in reversed(marks) if mark.high is not None), None)
    aim = next((mark.target for mark in reversed(marks) if mark.target is not None), None)
    ends = [
        (marks[-1].value if marks else None, f"<b>{labels.last}</b>", colours.ink),
        (last.high if last else None, labels.upper, colours.quiet),
        (centre if last else None, labels.centre, colours.quiet),
        (last.low if last else None, labels.lower, colours.quiet),
        (aim, labels.target, colours.ink),
    ]
    known = [(value, text, colour) for value, text, colour in ends if value is not None]
    known.sort(key=lambda end: -end[0])
    reach = [bound for mark in marks for bound in (mark.value, mark.low, mark.high, mark.target) if bound is not None]
    shifts = _apart([value for value, _, _ in known], max(reach, default=1) - min(reach, default=0))
    return [_end(*end, shift) for end, shift in zip(known, shifts, strict=True)]


def _apart(values: Sequence[float], reach: float) -> list[float]:
    """Return by how many pixels to shift labels at falling values, so that none covers its neighbour."""
    room, line = _HEIGHT - 80, 15
    heights = [value / (reach or 1) * room for value in values]
    placed = list(heights)
    for above, below in pairwise(range(len(placed))):
        placed[below] = min(placed[below], placed[above] - line)
    return [place - height for place, height in zip(placed, heights, strict=True)]


def _end(value: float, text: str, colour: str, shift: float) -> dict[str, object]:
    return {
        "x": 1,
        "xref": "paper",
        "y": value,
        "text": text,
        "yshift": shift,
        "showarrow": False,
        "xanchor": "left",
        "xshift": 6,
        "font": {"size": 12, "color": colour},
    }


def _notes(marks: Sequence[Mark], colours: Palette) -> list[dict[str, object]]:
    return [
        {
            "x": mark.period,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": f"<b>{mark.note}</b>",
            "showarrow": False,
            "font": {"size": 12, "color": colours.ink},
        }
        for mark in marks
        if mark.note
    ]
