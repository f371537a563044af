"""The waterfall of a funnel: bars that hang from one another, and lighter behind them those of the period before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from dashboard.figures.palette import Palette

Kind = Literal["entered", "lost", "timed_out", "open", "done"]
_ROW, _FRAME = 46, 44
# A label stands left of a bar that begins so far from the axis, and else right of where the bar ends.
_ROOM = 0.3
# Not by colour alone: what has no coded reason is hollow.
_HOLLOW = ("timed_out", "open")
_THIN = 0.01


@dataclass(frozen=True)
class Piece:
    """A piece of a bar: which cases a click on it opens, between which shares it lies, and what it says."""

    opens: str
    lower: float
    upper: float
    hover: str


@dataclass(frozen=True)
class Bar:
    """One bar: its name, what is written beside it, its pieces, and where it lay in the period before."""

    name: str
    label: str
    kind: Kind
    pieces: Sequence[Piece]
    before: tuple[float, float] | None = None
    is_chosen: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """Return the shares between which the whole bar lies."""
        return min(piece.lower for piece in self.pieces), max(piece.upper for piece in self.pieces)


def waterfall(bars: Sequence[Bar], colours: Palette) -> go.Figure:
    """Return the figure, top down; each piece carries as custom data which cases it opens."""
    places = list(range(len(bars)))
    names = [f"<b>▸ {bar.name}</b>" if bar.is_chosen else bar.name for bar in bars]
    return go.Figure(
        [_before(bars, colours), _pieces(bars, colours)],
        {
            "height": _ROW * len(bars) + _FRAME,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "barmode": "overlay",
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": colours.ink},
            "annotations": [_label(bar, place, colours) for place, bar in enumerate(bars)],
            "xaxis": {"range": [0, 1.02], "tickformat": ".0%", "gridcolor": colours.grid, "zeroline": False,
                      "fixedrange": True, "nticks": 6},
            "yaxis": {"autorange": "reversed", "fixedrange": True, "showgrid": False, "automargin": True,
                      "tickvals": places, "ticktext": names},
        },
    )  # fmt: skip


def _before(bars: Sequence[Bar], colours: Palette) -> go.Bar:
    shown = [(place, *bar.before) for place, bar in enumerate(bars) if bar.before]
    return go.Bar(
        orientation="h",
        y=[place for place, _, _ in shown],
        base=[lower for _, lower, _ in shown],
        x=[upper - lower for _, lower, upper in shown],
        width=0.86,
        marker={"color": colours.band, "line": {"width": 0}},
        hoverinfo="skip",
    )


def _pieces(bars: Sequence[Bar], colours: Palette) -> go.Bar:
    shown = [(place, bar, piece) for place, bar in enumerate(bars) for piece in bar.pieces if piece.upper > piece.lower]
    solid = {"entered": colours.ink, "done": colours.good, "lost": colours.bad}
    hollow = {"timed_out": colours.bad, "open": colours.quiet}
    return go.Bar(
        orientation="h",
        y=[place for place, _, _ in shown],
        base=[piece.lower for _, _, piece in shown],
        x=[piece.upper - piece.lower for _, _, piece in shown],
        customdata=[piece.opens for _, _, piece in shown],
        hovertext=[piece.hover for _, _, piece in shown],
        hoverinfo="text",
        width=0.5,
        marker={
            "color": [solid.get(bar.kind, colours.ground) for _, bar, _ in shown],
            "line": {
                "color": [hollow.get(bar.kind, colours.ground) for _, bar, _ in shown],
                "width": [_edge(bar, piece) for _, bar, piece in shown],
            },
        },
        # What is chosen is said by the bars' names; streamlit would fade all the others.
        unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _edge(bar: Bar, piece: Piece) -> float:
    """Return how wide the edge of a piece is drawn: it parts the pieces of a bar, and must not hide thin ones."""
    if bar.kind in _HOLLOW:
        return 1.5
    return 0.75 if piece.upper - piece.lower >= _THIN else 0


def _label(bar: Bar, place: int, colours: Palette) -> dict[str, object]:
    lower, upper = bar.ends
    note: dict[str, object] = {"y": place, "text": bar.label, "showarrow": False, "font": {"color": colours.ink}}
    if bar.kind in ("entered", "done") and upper > _ROOM:
        return {**note, "x": 0, "xanchor": "left", "xshift": 6, "font": {"color": colours.ground}}
    if lower > _ROOM:
        return {**note, "x": lower, "xanchor": "right", "align": "right", "xshift": -6}
    return {**note, "x": upper, "xanchor": "left", "align": "left", "xshift": 6}
