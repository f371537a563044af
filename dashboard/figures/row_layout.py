"""What figures of rows have in common: one row per label from top to bottom, amounts across, a light grid."""

from collections.abc import Sequence
from typing import Any

from dashboard.figures.layout import layout
from dashboard.figures.palette import Palette

_ROW, _AROUND = 44, 56


def rows_layout(labels: Sequence[str], across: dict[str, Any], colours: Palette, *, right: int = 12) -> dict[str, Any]:
    """Return the layout of a figure with one row per label, the first at the top; `across` is its horizontal axis."""
    last = len(labels) - 1
    return {
        **layout(_ROW * max(len(labels), 1) + _AROUND, {"l": 8, "r": right, "t": 24, "b": 8}, colours),
        "xaxis": {**axis(colours), **across},
        "yaxis": {
            "tickvals": list(range(len(labels))),
            "ticktext": list(labels),
            "range": [last + 0.6, -0.6],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
            "tickfont": {"color": colours.ink},
        },
    }


def axis(colours: Palette) -> dict[str, Any]:
    """Return an axis of amounts: a light grid, figures that can be read, and nothing to zoom."""
    tick = {"color": colours.quiet}
    return {"showgrid": True, "gridcolor": colours.grid, "fixedrange": True, "zeroline": False, "tickfont": tick}


def small(colours: Palette) -> dict[str, object]:
    """Return the type of labels that stand beside what they name."""
    return {"color": colours.quiet, "size": 12}
