"""Whether counts vary more than chance alone would make them (Wetherill & Brown 1991, pp. 216–218).

D = Σ zᵢ², where zᵢ is a point's distance from the common centre in its own sigmas; for points of equal size that is
(observed variance / theoretical variance) · (points − 1). Chance alone makes it chi-square with points − 1 degrees of
freedom.
"""

from dataclasses import dataclass

from numpy.typing import ArrayLike
from scipy import special

from metrics.signals.attributes import p_chart, u_chart
from metrics.signals.basis import Basis, chosen
from metrics.signals.chart import Chart

_CHANCE = 0.05


@dataclass(frozen=True)
class Dispersion:
    """How much counts vary: observed to theoretical variance, D, and the probability of a D at least so large."""

    ratio: float
    statistic: float
    probability: float

    @property
    def is_over(self) -> bool:
        """Return whether the counts vary more than chance would make them in 95 of 100 cases."""
        return self.probability < _CHANCE


def binomial_dispersion(hits: ArrayLike, n: ArrayLike, basis: Basis = None) -> Dispersion | None:
    """Return how shares vary beside the binomial; None for fewer than two points or shares that are all 0 or 1."""
    return dispersion(p_chart(hits, n, basis), basis)


def poisson_dispersion(counts: ArrayLike, exposure: ArrayLike, basis: Basis = None) -> Dispersion | None:
    """Return how rates vary beside the Poisson distribution; None for fewer than two points or no event at all."""
    return dispersion(u_chart(counts, exposure, basis), basis)


def dispersion(plain: Chart, basis: Basis = None) -> Dispersion | None:
    """Return how the points of a plain p or u chart vary beside what its sigma says."""
    used = chosen(basis, plain.values)
    freedom = int(used.sum()) - 1
    if freedom < 1 or not plain.sigma.all():
        return None
    statistic = float((plain.z[used] ** 2).sum())
    return Dispersion(statistic / freedom, statistic, float(special.chdtrc(freedom, statistic)))
