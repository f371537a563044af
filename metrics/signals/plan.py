"""How a KPI is to be charted: which rules speak, which periods set the limits, which are left out and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from metrics.signals.chart import Mask
from metrics.signals.errors import ChartError
from metrics.signals.rules import Rules

ENOUGH_POINTS = 20


@dataclass(frozen=True, eq=False)
class Plan:
    """What is decided about a chart before its points are looked at.

    `phase` names the first and the last period that set the limits; without it the first `enough` usable periods do,
    and the limits stay frozen from then on. `excluded` gives each period left out its written reason. `rules` of None
    are the default ones of the chart that the KPI gets.
    """

    rules: Rules | None = None
    phase: tuple[str, str] | None = None
    excluded: Mapping[str, str] = field(default_factory=dict)
    enough: int = ENOUGH_POINTS

    def __post_init__(self) -> None:
        """Refuse a period left out without a reason: an inconvenient point is not an assignable cause."""
        for period, reason in self.excluded.items():
            if not reason.strip():
                message = f"{period} is excluded without a reason; write down what happened then."
                raise ChartError(message)

    def usable(self, periods: tuple[str, ...]) -> Mask:
        """Return which periods are not left out."""
        return np.array([period not in self.excluded for period in periods], dtype=bool)

    def basis(self, periods: tuple[str, ...]) -> Mask:
        """Return which periods set the limits."""
        usable = self.usable(periods)
        if self.phase is None:
            return usable & np.less_equal(np.cumsum(usable), self.enough)
        first, last = self.phase
        basis: Mask = usable & np.array([first <= period <= last for period in periods], dtype=bool)
        if not basis.any():
            message = f"No usable period lies in the phase {first} to {last} that shall set the limits."
            raise ChartError(message)
        return basis
