"""The patterns that run rules look for, each a function from a chart to the points at which the pattern is complete.

As in qcc: the last point of a pattern is marked, a zone pattern needs its whole window behind it and that very point
beyond the zone. A point on a limit or on the centre line is on neither side.
"""

from collections.abc import Callable

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from metrics.signals.chart import Chart, Mask, Numbers

ABOVE, BELOW, NEITHER = 1, -1, 2
_ROUNDING = 1e-12

# Per point: 0 where the pattern is not complete, else the side on which it lies.
Sides = NDArray[np.int8]
Pattern = Callable[[Chart], Sides]


def beyond(needed: int, span: int, sigmas: float) -> Pattern:
    """Return the pattern that `needed` of `span` points, the last one among them, lie beyond `sigmas` on one side."""

    def holds(chart: Chart) -> Sides:
        above, below = (side & (_in_window(side, span) >= needed) for side in chart.beyond(sigmas))
        return _sides(above, below)

    return holds


def one_side(span: int) -> Pattern:
    """Return the pattern of `span` points in a row on one side of the centre line."""

    def holds(chart: Chart) -> Sides:
        away = chart.deviations
        return _sides(_all(away > 0, span), _all(away < 0, span))

    return holds


def trend(span: int) -> Pattern:
    """Return the pattern of `span` points in a row that steadily rise or fall."""

    def holds(chart: Chart) -> Sides:
        steps = _steps(chart)
        return _sides(_all(steps > 0, span - 1), _all(steps < 0, span - 1))

    return holds


def alternating(span: int) -> Pattern:
    """Return the pattern of `span` points in a row that go up and down in turn."""

    def holds(chart: Chart) -> Sides:
        steps = _steps(chart)
        turns = np.append(False, steps[1:] * steps[:-1] < 0)[: steps.size]
        return _no_side(_all(turns, span - 2))

    return holds


def hugging(span: int) -> Pattern:
    """Return the pattern of `span` points in a row within 1 sigma of the centre; on the line is within."""

    def holds(chart: Chart) -> Sides:
        above, below = chart.beyond(1)
        return _no_side(_all(~above & ~below, span))

    return holds


def avoiding(span: int) -> Pattern:
    """Return the pattern of `span` points in a row outside 1 sigma, with both sides among them."""

    def holds(chart: Chart) -> Sides:
        above, below = chart.beyond(1)
        both_sides = (_in_window(above, span) > 0) & (_in_window(below, span) > 0)
        return _no_side(_all(above | below, span) & both_sides)

    return holds


def _steps(chart: Chart) -> Numbers:
    """Return each point's step from the one before it; the first has none."""
    steps = np.diff(chart.deviations, prepend=chart.deviations[:1])
    return np.where(np.abs(steps) <= _ROUNDING * np.abs(chart.values), 0.0, steps)


def _in_window(points: Mask, span: int) -> NDArray[np.int64]:
    """Return how many of the last `span` points are marked; 0 where fewer than `span` points have come."""
    counts = np.zeros(points.size, dtype=np.int64)
    if points.size >= span:
        counts[span - 1 :] = sliding_window_view(points, span).sum(axis=1)
    return counts


def _all(points: Mask, span: int) -> Mask:
    return np.equal(_in_window(points, span), span)


def _sides(above: Mask, below: Mask) -> Sides:
    return (above * ABOVE + below * BELOW).astype(np.int8)


def _no_side(holds: Mask) -> Sides:
    return (holds * NEITHER).astype(np.int8)
