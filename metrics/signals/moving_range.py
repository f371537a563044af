"""Sigma from neighbouring points, and the XmR chart of single values.

Sigma is the mean moving range divided by d2 = 1.128, the rounded constant of the published charts (qcc, NIST). The
exact 1.128379 would move the fourth digit of every limit.
"""

import numpy as np
from numpy.typing import ArrayLike

from metrics.signals.basis import Basis, chosen
from metrics.signals.chart import Chart, ChartKind, Numbers
from metrics.signals.errors import ChartError

D2 = 1.128
# D4 for ranges of two points: the upper limit of the ranges themselves.
_D4 = 3.267
_LIMIT = 3.0
_FEWEST = 2


def moving_ranges(values: Numbers) -> Numbers:
    """Return the distance of each point from the one before it."""
    return np.abs(np.diff(values))


def sigma_of(values: Numbers) -> float:
    """Return sigma estimated from neighbouring points; ChartError where there are none."""
    if values.size < _FEWEST:
        message = f"A moving range takes {_FEWEST} points, got {values.size}."
        raise ChartError(message)
    return float(moving_ranges(values).mean() / D2)


def xmr_chart(values: ArrayLike, basis: Basis = None) -> Chart:
    """Return the chart of single values: mean ± 3·(mean moving range)/1.128.

    Points outside `basis` are passed over: the range spans from the point before them to the one after.
    """
    points = np.asarray(values, dtype=float)
    used = points[chosen(basis, points)]
    centre, sigma = float(used.mean()), np.full(points.size, sigma_of(used))
    return Chart(ChartKind.XMR, points, centre, sigma, centre - _LIMIT * sigma, centre + _LIMIT * sigma)


def mr_chart(values: ArrayLike, basis: Basis = None) -> Chart:
    """Return the chart of the moving ranges, one point fewer than `values`: limits 0 and 3.267 · their mean."""
    points = np.asarray(values, dtype=float)
    used = points[chosen(basis, points)]
    centre = sigma_of(used) * D2
    ranges = moving_ranges(points)
    even = np.ones(ranges.size)
    return Chart(ChartKind.MR, ranges, centre, even * centre * (_D4 - 1) / _LIMIT, even * 0.0, even * centre * _D4)
