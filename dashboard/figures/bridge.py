"""A bridge from one period's value to another's: what each step added or took, on an axis that need not begin at 0."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.axes import Axis
from dashboard.figures.layout import at_the_right, layout, lettering, room_for, short
from dashboard.figures.palette import Palette
from dashboard.tone import Tone

_ROW, _FRAME = 30, 48


@dataclass(frozen=True)
class Step:
    """One row: its name, from where to where it reaches, and how it reads; the first and last are the two values."""

    name: str
    start: float
    end: float
    text: str
    tone: Tone = Tone.QUIET
    is_value: bool = False


def bridge(steps: Sequence[Step], axis: Axis, colours: Palette) -> go.Figure:
    """Return the figure, the earlier value on top; values are points on a line, steps are floating bars."""
    rows, room = [*range(len(steps))], room_for(step.text for step in steps)
    tones = {Tone.GOOD: colours.good, Tone.BAD: colours.bad, Tone.QUIET: colours.quiet}
    moves = [(step, row) for step, row in zip(steps, rows, strict=True) if not step.is_value]
    return go.Figure(
        [
            go.Bar(
                x=[step.end - step.start for step, _ in moves],
                base=[step.start for step, _ in moves],
                y=[row for _, row in moves],
                orientation="h",
                marker={"color": [tones[step.tone] for step, _ in moves]},
                hovertext=[lettering(f"{step.name} {step.text}") for step, _ in moves],
                hoverinfo="text",
            ),
            _values(steps, rows, colours),
        ],
        layout(
            _FRAME + _ROW * len(steps),
            {"l": 8, "r": room, "t": 8, "b": 8},
            colours,
            bargap=0.35,
            shapes=_connectors(steps, rows, colours),
            annotations=at_the_right(_texts(steps), room),
            xaxis={
                **axis,
                "gridcolor": colours.grid,
                "zeroline": False,
                "fixedrange": True,
                "nticks": 5,
                "range": _reach(steps),
            },
            yaxis={
                "tickvals": rows,
                "ticktext": [f"{short(step.name)} " for step in steps],
                "range": [len(steps) - 0.5, -0.5],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
                "tickfont": {"color": colours.ink},
            },
        ),
    )


def _reach(steps: Sequence[Step]) -> list[float]:
    ends = [end for step in steps for end in (step.start, step.end)]
    room = (max(ends) - min(ends)) * 0.08 or 1e-9
    return [min(ends) - room, max(ends) + room]


def _values(steps: Sequence[Step], rows: Sequence[int], colours: Palette) -> go.Scatter:
    shown = [(step, row) for step, row in zip(steps, rows, strict=True) if step.is_value]
    return go.Scatter(
        x=[step.end for step, _ in shown],
        y=[row for _, row in shown],
        mode="markers",
        marker={"symbol": "circle", "size": 12, "color": colours.ink},
        hovertext=[lettering(f"{step.name} {step.text}") for step, _ in shown],
        hoverinfo="text",
    )


def _connectors(steps: Sequence[Step], rows: Sequence[int], colours: Palette) -> list[dict[str, object]]:
    """Return the thin lines that lead from where one step ends to where the next begins."""
    line = {"color": colours.quiet, "width": 1}
    return [
        {"type": "line", "x0": step.end, "x1": step.end, "y0": row, "y1": row + 1, "line": line, "layer": "below"}
        for step, row in zip(steps[:-1], rows, strict=False)
    ]


def _texts(steps: Sequence[Step]) -> list[tuple[float, str]]:
    texts = [lettering(step.text) for step in steps]
    return [(row, f"<b>{text}</b>" if steps[row].is_value else text) for row, text in enumerate(texts)]
