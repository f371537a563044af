"""A KPI's control chart: its finished periods, and the limits they are judged by."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.model import Kpi
from metrics.signals.chart import Chart, Mask
from metrics.signals.choice import Choice, choose
from metrics.signals.errors import ChartError
from metrics.signals.plan import Plan
from metrics.signals.rules import Rules, default_rules
from metrics.signals.sourcing import UNQUESTIONED, Sourcing

FEWEST_POINTS = 2


@dataclass(frozen=True, eq=False)
class ControlChart:
    """One KPI of one unit (None: all that the viewer sees) on a chart.

    `points` has one row per finished period with data: period, n, total, exposure, immature, value. `basis` marks the
    points that set the limits, `sourcing` tells what is known against the data.
    """

    kpi: Kpi
    unit: str | None
    points: pl.DataFrame
    plan: Plan
    basis: Mask
    choice: Choice
    sourcing: Sourcing

    @property
    def chart(self) -> Chart:
        """Return the chart itself."""
        return self.choice.chart

    @property
    def periods(self) -> tuple[str, ...]:
        """Return the periods on the chart, oldest first."""
        return tuple(self.points["period"])

    @property
    def usable(self) -> Mask:
        """Return which points are judged: those that are not left out with a reason."""
        return self.plan.usable(self.periods)

    @property
    def provisional(self) -> bool:
        """Return whether fewer points set the limits than are needed to freeze them."""
        return int(self.basis.sum()) < self.plan.enough

    @property
    def rules(self) -> Rules:
        """Return the rules that speak on this chart."""
        return default_rules(self.chart.kind) if self.plan.rules is None else self.plan.rules

    @property
    def phase(self) -> tuple[str, str]:
        """Return the first and the last period that set the limits."""
        marked = np.flatnonzero(self.basis)
        return self.periods[marked[0]], self.periods[marked[-1]]


def control_chart(
    kpi: Kpi, points: pl.DataFrame, plan: Plan, unit: str | None = None, sourcing: Sourcing = UNQUESTIONED
) -> ControlChart:
    """Return the control chart of a KPI's finished periods; ChartError where fewer than two carry data."""
    known = points.filter(pl.col("value").is_not_null()).sort("period")
    usable = plan.usable(tuple(known["period"]))
    if usable.sum() < FEWEST_POINTS:
        message = (
            f"{kpi.key}: limits take at least {FEWEST_POINTS} finished periods with data that are not left out, "
            f"found {usable.sum()}."
        )
        raise ChartError(message)
    basis = plan.basis(tuple(known["period"]))
    return ControlChart(kpi, unit, known, plan, basis, choose(kpi, known, basis), sourcing)
