"""Control charts of counts: p, np, u and c, and Laney's p′ and u′ for counts that vary more than chance.

Sources: Montgomery, Introduction to Statistical Quality Control; Laney 2002, Improved Control Charts for Attributes.
`basis` marks the points that the centre and sigma_z come from (None: all of them); every point gets its limits.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from metrics.signals.basis import Basis, chosen, counted
from metrics.signals.chart import Chart, ChartKind, Numbers
from metrics.signals.moving_range import sigma_of

_LIMIT = 3.0


def p_chart(hits: ArrayLike, n: ArrayLike, basis: Basis = None) -> Chart:
    """Return the chart of shares: p ± 3·√(p(1−p)/nᵢ) with p = Σ hits / Σ n, clipped to 0 … 1."""
    found, size = counted(hits, n)
    used = chosen(basis, found)
    centre = float(found[used].sum() / size[used].sum())
    return _limited(ChartKind.P, found / size, centre, np.sqrt(centre * (1 - centre) / size))


def np_chart(hits: ArrayLike, n: int, basis: Basis = None) -> Chart:
    """Return the chart of hits among always `n`: the p chart times n."""
    shares = p_chart(hits, np.full(np.size(hits), n), basis)
    values, sigma, low, high = (part * n for part in (shares.values, shares.sigma, shares.low, shares.high))
    return Chart(ChartKind.NP, values, shares.centre * n, sigma, low, high)


def u_chart(counts: ArrayLike, exposure: ArrayLike, basis: Basis = None) -> Chart:
    """Return the chart of events per unit of exposure: u ± 3·√(u/nᵢ) with u = Σ counts / Σ exposure, not below 0."""
    found, size = counted(counts, exposure)
    used = chosen(basis, found)
    centre = float(found[used].sum() / size[used].sum())
    return _limited(ChartKind.U, found / size, centre, np.sqrt(centre / size))


def c_chart(counts: ArrayLike, basis: Basis = None) -> Chart:
    """Return the chart of events in equal periods: c ± 3·√c with c the mean count, not below 0."""
    return replace(u_chart(counts, np.ones(np.size(counts)), basis), kind=ChartKind.C)


def laney_p_chart(hits: ArrayLike, n: ArrayLike, basis: Basis = None) -> Chart:
    """Return the p chart with sigma widened by sigma_z, the point-to-point sigma of the standardised shares."""
    return _widened(p_chart(hits, n, basis), ChartKind.LANEY_P, basis)


def laney_u_chart(counts: ArrayLike, exposure: ArrayLike, basis: Basis = None) -> Chart:
    """Return the u chart with sigma widened by sigma_z, the point-to-point sigma of the standardised rates."""
    return _widened(u_chart(counts, exposure, basis), ChartKind.LANEY_U, basis)


def _widened(plain: Chart, kind: ChartKind, basis: Basis) -> Chart:
    if not plain.sigma.all():  # all hits or none: there is no spread to widen
        return replace(plain, kind=kind)
    sigma_z = sigma_of(plain.z[chosen(basis, plain.values)])
    return replace(_limited(kind, plain.values, plain.centre, plain.sigma * sigma_z), sigma_z=sigma_z)


def _limited(kind: ChartKind, values: Numbers, centre: float, sigma: Numbers) -> Chart:
    highest = 1.0 if kind in {ChartKind.P, ChartKind.LANEY_P} else np.inf
    low, high = centre - _LIMIT * sigma, centre + _LIMIT * sigma
    return Chart(kind, values, centre, sigma, np.maximum(low, 0.0), np.minimum(high, highest))
