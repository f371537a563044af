"""One KPI at one place in one month, with all that is said of it: the same on every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.data import Published
from dashboard.numbers import FEWEST
from dashboard.places import Place
from metrics.calendar import shift_month
from metrics.change import Change, Verdict, change
from metrics.model import Direction, Kpi, Target
from metrics.status import Status, status

Reading = Mapping[str, Any]


@dataclass(frozen=True)
class Measured:
    """A KPI's reading of a month and the month before; None where a month has no row at all."""

    kpi: Kpi
    place: Place
    month: str
    now: Reading | None
    before: Reading | None
    target: Target | None
    partial: bool

    @cached_property
    def change(self) -> Change:
        """Return how the value moved since the month before, and what can be said of it."""
        return compared(self.kpi, self.now, self.before, partial=self.partial)

    @property
    def n(self) -> int:
        """Return how many rows count."""
        return int(self.now["n"]) if self.now else 0

    @property
    def status(self) -> Status:
        """Return how the value stands against its target; nothing is judged on too few rows."""
        enough = self.now is not None and self.n >= FEWEST
        return status(self.kpi, self.now["value"] if self.now and enough else None, self.target)

    @property
    def is_real(self) -> bool:
        """Return whether the value changed by more than chance."""
        return self.change.verdict is Verdict.REAL

    @property
    def is_worse(self) -> bool:
        """Return whether the value moved the wrong way."""
        wrong = -1 if self.kpi.direction is Direction.HIGHER_IS_BETTER else 1
        return (self.change.difference or 0) * wrong > 0

    @property
    def beyond_noise(self) -> float:
        """Return how many half-widths of its interval the change is away from none; 0 where it is not real.

        Without a unit, so that changes of different KPIs can be put in order.
        """
        moved = self.change
        if not self.is_real or moved.difference is None:
            return 0.0
        if moved.low is None or moved.high is None:
            return 1.0
        return abs(moved.difference) / ((moved.high - moved.low) / 2)


def measured(source: Published, kpi: Kpi, place: Place, month: str) -> Measured:
    """Return what is to be said of a KPI at a place in a month."""
    months = source.history(kpi.key, place)
    now, before = months.get(month), months.get(shift_month(month, -1))
    target = source.target(kpi, month, place.unit)
    return Measured(kpi, place, month, now, before, target, source.is_partial(month))


def trail(source: Published, kpi: Kpi, place: Place, last: str, months: int) -> list[Measured]:
    """Return so many months of a KPI at a place up to `last`, oldest first, also those without a row."""
    return [measured(source, kpi, place, shift_month(last, -back)) for back in reversed(range(months))]


def compared(kpi: Kpi, now: Reading | None, before: Reading | None, *, partial: bool) -> Change:
    """Return the change between two readings; none from too few rows, and withheld while a month is not ripe.

    A month is ripe once it is over and most of its rows can be judged.
    """
    if now is None or before is None or min(now["n"], before["n"]) < FEWEST:
        verdict = Verdict.TOO_EARLY if now is not None and partial else Verdict.NO_COMPARISON
        return Change(None, None, None, verdict)
    return change(kpi, now, before, unfinished=partial or now["immature"] > now["n"])
