"""The points that a chart's limits are computed from, and the checks that they can carry limits."""

import numpy as np
from numpy.typing import ArrayLike

from metrics.signals.chart import Mask, Numbers
from metrics.signals.errors import ChartError

Basis = Mask | None


def chosen(basis: Basis, points: Numbers) -> Mask:
    """Return which points the limits come from: those of `basis`, or all; ChartError where there are none."""
    used = np.ones(points.size, dtype=bool) if basis is None else np.asarray(basis, dtype=bool)
    if used.shape != points.shape:
        message = f"The basis marks {used.size} points, the chart has {points.size}."
        raise ChartError(message)
    if not used.any():
        message = f"No limits without points: {points.size} points came, none of them may set the limits."
        raise ChartError(message)
    return used


def counted(counts: ArrayLike, size: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return counts and sizes as numbers; ChartError where a point has no size, for that is no data."""
    found, among = np.asarray(counts, dtype=float), np.asarray(size, dtype=float)
    if found.shape != among.shape:
        message = f"{found.size} counts came with {among.size} sizes; each point needs both."
        raise ChartError(message)
    if (among <= 0).any():
        message = (
            f"Point {int(np.argmax(among <= 0)) + 1} has size {among[among <= 0][0]:g}; leave out points without data."
        )
        raise ChartError(message)
    return found, among
