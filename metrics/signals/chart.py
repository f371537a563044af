"""What a control chart is: its points, its centre, and sigma and limits at every point."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from metrics.text import Text

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

# Points closer to a line than this share of a sigma lie on it: equal to a limit is no violation.
_ON_THE_LINE = 1e-9
_ROUNDING = 1e-12


class ChartKind(StrEnum):
    """The kinds of control chart."""

    P = "p"
    LANEY_P = "laney_p"
    NP = "np"
    U = "u"
    LANEY_U = "laney_u"
    C = "c"
    XMR = "xmr"
    MR = "mr"

    @property
    def text(self) -> Text:
        """Return the chart's name."""
        return _NAMES[self]


_NAMES = {
    ChartKind.P: Text("p 图", "p chart"),
    ChartKind.LANEY_P: Text("Laney p′ 图", "Laney p′ chart"),
    ChartKind.NP: Text("np 图", "np chart"),
    ChartKind.U: Text("u 图", "u chart"),
    ChartKind.LANEY_U: Text("Laney u′ 图", "Laney u′ chart"),
    ChartKind.C: Text("c 图", "c chart"),
    ChartKind.XMR: Text("XmR 图(单值)", "XmR chart of single values"),
    ChartKind.MR: Text("移动极差图", "moving-range chart"),
}


@dataclass(frozen=True, eq=False)
class Chart:
    """One control chart; `sigma_z` is by how much the limits were widened for overdispersed data (Laney), else 1."""

    kind: ChartKind
    values: Numbers
    centre: float
    sigma: Numbers
    low: Numbers
    high: Numbers
    sigma_z: float = 1.0

    @property
    def deviations(self) -> Numbers:
        """Return how far each point lies from the centre; exactly 0 where only rounding keeps it away."""
        away = self.values - self.centre
        nearest = np.maximum(_ON_THE_LINE * self.sigma, _ROUNDING * abs(self.centre))
        return np.where(np.abs(away) <= nearest, 0.0, away)

    @property
    def z(self) -> Numbers:
        """Return each point's distance from the centre in sigmas; infinite where the limits have no width."""
        away = self.deviations
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(away == 0, 0.0, away / self.sigma)

    def beyond(self, sigmas: float) -> tuple[Mask, Mask]:
        """Return which points lie above and which below the lines at `sigmas`; on the line is not beyond it."""
        return self.z > sigmas + _ON_THE_LINE, self.z < -sigmas - _ON_THE_LINE

    def only(self, points: Mask) -> "Chart":
        """Return the chart of some of its points, with the centre and limits it has."""
        parts = {name: getattr(self, name)[points] for name in ("values", "sigma", "low", "high")}
        return replace(self, **parts)
