"""The funnel plot: units by size and value, between the lines that chance seldom lets a unit of its size pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.axes import Axis
from dashboard.figures.layout import layout, lettering, short
from dashboard.figures.palette import Palette
from dashboard.tone import Tone

_HEIGHT = 400


@dataclass(frozen=True)
class Dot:
    """One unit; `key` goes along with a click; names of all units would cover each other, so some carry theirs."""

    key: str
    name: str
    size: float
    value: float
    hover: str
    tone: Tone = Tone.QUIET
    is_beyond: bool = False
    is_named: bool = False
    is_chosen: bool = False


@dataclass(frozen=True)
class Lines:
    """The limits by size (columns as `metrics.signals.funnel_plot` gives them), the whole, and how all of it reads.

    `size` and `measure` name the axes, `sizes` and `axis` are their ticks (see `dashboard.axes`).
    """

    curve: Mapping[str, Sequence[float]]
    centre: float
    whole: str
    inner: str
    outer: str
    size: str
    measure: str
    sizes: Axis
    axis: Axis


def funnel_plot(dots: Sequence[Dot], lines: Lines, colours: Palette) -> go.Figure:
    """Return the figure; the last trace holds the units."""
    return go.Figure(
        [*_limits(lines, colours), _centre(lines, colours), _dots(dots, colours)],
        layout(
            _HEIGHT,
            {"l": 8, "r": 96, "t": 16, "b": 8},
            colours,
            annotations=[*_ends(lines, colours), *_names(dots, colours)],
            xaxis={
                "title": {"text": lettering(lines.size), "font": {"size": 12}},
                **lines.sizes,
                "gridcolor": colours.grid,
                "zeroline": False,
                "fixedrange": True,
                "nticks": 8,
            },
            yaxis={
                "title": {"text": lettering(lines.measure), "font": {"size": 12}},
                "automargin": True,
                **lines.axis,
                "gridcolor": colours.grid,
                "zeroline": False,
                "fixedrange": True,
                "nticks": 7,
            },
        ),
    )


def _limits(lines: Lines, colours: Palette) -> list[go.Scatter]:
    dashes = {"inner": "dot", "outer": "solid"}
    return [
        go.Scatter(
            x=lines.curve["size"],
            y=lines.curve[f"{name}_{side}"],
            mode="lines",
            line={"color": colours.quiet, "width": 1.2, "dash": dash},
            hoverinfo="skip",
        )
        for name, dash in dashes.items()
        for side in ("low", "high")
    ]


def _centre(lines: Lines, colours: Palette) -> go.Scatter:
    sizes = [lines.curve["size"][0], lines.curve["size"][-1]]
    style = {"color": colours.ink, "width": 1.2}
    return go.Scatter(x=sizes, y=[lines.centre] * 2, mode="lines", line=style, hoverinfo="skip")


def _dots(dots: Sequence[Dot], colours: Palette) -> go.Scatter:
    tones = {Tone.GOOD: colours.good, Tone.BAD: colours.bad, Tone.QUIET: colours.quiet}
    return go.Scatter(
        x=[dot.size for dot in dots],
        y=[dot.value for dot in dots],
        customdata=[dot.key for dot in dots],
        mode="markers",
        marker={
            "opacity": 1,
            "size": [13 if dot.is_chosen or dot.is_beyond else 9 for dot in dots],
            "symbol": ["diamond" if dot.is_beyond else "circle" for dot in dots],
            "color": [tones[dot.tone] for dot in dots],
            "line": {"color": colours.ink, "width": [2 if dot.is_chosen else 0 for dot in dots]},
        },
        hovertext=[lettering(dot.hover) for dot in dots],
        hoverinfo="text",
    )


def _ends(lines: Lines, colours: Palette) -> list[dict[str, object]]:
    ends = {lines.outer: lines.curve["outer_high"][-1], lines.inner: lines.curve["inner_high"][-1]}
    quiet = {"size": 12, "color": colours.quiet}
    place = {"x": lines.curve["size"][-1], "xanchor": "left", "xshift": 6, "showarrow": False}
    named = [{"y": value, "text": text, "font": quiet, **place} for text, value in ends.items()]
    return [*named, {"y": lines.centre, "text": lines.whole, "font": {"size": 12, "color": colours.ink}, **place}]


def _names(dots: Sequence[Dot], colours: Palette) -> list[dict[str, object]]:
    named = [dot for dot in dots if dot.is_named]
    place = {"showarrow": False, "yshift": 14, "font": {"size": 11, "color": colours.ink}}
    return [{"x": dot.size, "y": dot.value, "text": short(dot.name), **place} for dot in named]
