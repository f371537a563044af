"""SERVQUAL by dimension: expectation and perception as two dots, and the gap as a bar with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.figures.palette import Palette, meaning
from dashboard.figures.row_layout import rows_layout, small
from dashboard.tone import Tone


@dataclass(frozen=True)
class GapRow:
    """One dimension: its figures in scale points, whether they are good or bad news, and how its gap reads."""

    label: str
    expectation: float | None
    perception: float | None
    gap: float | None
    low: float | None
    high: float | None
    tone: Tone
    text: str

    @property
    def half(self) -> float | None:
        """Return how far the interval reaches to each side of the gap."""
        return None if self.gap is None or self.high is None else self.high - self.gap


def dots(rows: Sequence[GapRow], most: int, names: tuple[str, str], colours: Palette) -> go.Figure:
    """Return expectation (hollow) and perception (solid) of each dimension on a scale from 1 to `most`.

    `names` are what the two dots are called.
    """
    ends = [(row.expectation, row.perception) for row in rows]
    joined = [value for one, other in ends for value in (one, other, None)]
    levels = [value for place in range(len(rows)) for value in (place, place, None)]
    line = {"color": colours.quiet, "width": 2}
    hollow = {"size": 12, "color": colours.ground, "line": {"color": colours.ink, "width": 2}}
    layout = rows_layout([row.label for row in rows], {"range": [0.8, most + 0.2], "dtick": 1}, colours)
    return go.Figure(
        [
            go.Scatter(x=joined, y=levels, mode="lines", line=line, hoverinfo="skip"),
            _marks([one for one, _ in ends], hollow),
            _marks([other for _, other in ends], {"size": 12, "color": colours.ink}),
        ],
        {**layout, "annotations": _names(rows, names, colours)},
    )


def _marks(values: Sequence[float | None], marker: dict[str, object]) -> go.Scatter:
    return go.Scatter(x=values, y=list(range(len(values))), mode="markers", marker=marker, hoverinfo="x")


def _names(rows: Sequence[GapRow], names: tuple[str, str], colours: Palette) -> list[dict[str, object]]:
    """Return the names of the two dots beside the first row that has both, each on its outer side."""
    both = [(at, (row.expectation, row.perception)) for at, row in enumerate(rows)]
    known = [(at, one, other) for at, (one, other) in both if one is not None and other is not None]
    if not known:
        return []
    place, *ends = known[0]
    left, right = sorted(zip(ends, names, strict=True))
    notes = ((left, "right", -12), (right, "left", 12))
    return [
        {
            "x": x,
            "y": place,
            "text": name,
            "showarrow": False,
            "xanchor": anchor,
            "xshift": shift,
            "font": small(colours),
        }
        for (x, name), anchor, shift in notes
    ]


def bars(rows: Sequence[GapRow], colours: Palette) -> go.Figure:
    """Return the gaps as bars from 0 with their intervals, the figures at the right edge."""
    bar = go.Bar(
        x=[row.gap for row in rows],
        y=list(range(len(rows))),
        orientation="h",
        width=0.5,
        marker={"color": [meaning(row.tone, colours) for row in rows]},
        error_x={"array": [row.half for row in rows], "color": colours.ink, "thickness": 1.5, "width": 5},
        hoverinfo="skip",
    )
    axis = {"zeroline": True, "zerolinecolor": colours.quiet}
    layout = rows_layout([row.label for row in rows], axis, colours, right=64)
    notes = [
        {"xref": "paper", "x": 1, "y": at, "text": row.text, "showarrow": False, "xanchor": "left", "xshift": 6}
        for at, row in enumerate(rows)
    ]
    return go.Figure([bar], {**layout, "annotations": notes})
