"""Waves of a survey beside each other: each dimension's gap, the newest wave solid and dark, earlier ones lighter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.figures.palette import Palette
from dashboard.figures.row_layout import rows_layout, small


@dataclass(frozen=True)
class WavePoint:
    """The gap of one dimension in one wave, with its interval."""

    label: str
    wave: str
    gap: float | None
    low: float | None
    high: float | None

    @property
    def half(self) -> float | None:
        """Return how far the interval reaches to each side of the gap."""
        return None if self.gap is None or self.high is None else self.high - self.gap


def wave_rows(points: Sequence[WavePoint], colours: Palette) -> go.Figure:
    """Return one row per dimension with a point per wave, the oldest on top."""
    labels = list(dict.fromkeys(point.label for point in points))
    order = sorted({point.wave for point in points})
    places = {wave: (number + 1) / (len(order) + 1) - 0.5 for number, wave in enumerate(order)}
    traces = []
    for wave in order:
        own = [point for point in points if point.wave == wave]
        levels = [labels.index(point.label) + places[wave] for point in own]
        traces.append(_wave(own, levels, _look(colours, is_newest=wave == order[-1])))
    layout = rows_layout(labels, {"zeroline": True, "zerolinecolor": colours.quiet}, colours, right=80)
    return go.Figure(traces, {**layout, "annotations": [_name(wave, place, colours) for wave, place in places.items()]})


def _wave(points: Sequence[WavePoint], levels: Sequence[float], look: dict[str, Any]) -> go.Scatter:
    bars = {"array": [point.half for point in points], "thickness": 1.5, "width": 4, "color": look["line"]["color"]}
    values = [point.gap for point in points]
    return go.Scatter(x=values, y=levels, mode="markers", marker=look, error_x=bars, hoverinfo="x")


def _look(colours: Palette, *, is_newest: bool) -> dict[str, Any]:
    ink = colours.ink if is_newest else colours.quiet
    return {"size": 10, "color": ink if is_newest else colours.ground, "line": {"color": ink, "width": 2}}


def _name(wave: str, place: float, colours: Palette) -> dict[str, object]:
    """Return a wave's name at the right edge of the first row, beside its own point."""
    return {
        "xref": "paper",
        "x": 1,
        "y": place,
        "text": wave,
        "showarrow": False,
        "xanchor": "left",
        "xshift": 6,
        "font": small(colours),
    }
