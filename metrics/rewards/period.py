"""The months that can be judged at a moment: every month that has begun, of which the last may still go on."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from metrics.calendar import BusinessCalendar, months_between, shift_month
from metrics.model import Moment

_LAST_DAY_IS_OVER = 1


@dataclass(frozen=True)
class Period:
    """Months of a calendar as they are on a day."""

    calendar: BusinessCalendar
    today: date
    last: str

    @classmethod
    def until(cls, moment: Moment, calendar: BusinessCalendar) -> "Period":
        """Return the months that have begun by a moment."""
        now = pl.lit(moment.as_of, dtype=pl.Datetime("us", "UTC"))
        return cls(calendar, *pl.select(calendar.day(now), month=calendar.month(now)).row(0))

    def is_unfinished(self, month: str) -> bool:
        """Return whether days of the month are still to come after today."""
        return (self.calendar.first_day(shift_month(month, 1)) - self.today).days > _LAST_DAY_IS_OVER

    def days_of(self, month: str) -> int:
        """Return how many days the month has."""
        return (self.calendar.first_day(shift_month(month, 1)) - self.calendar.first_day(month)).days


@dataclass(frozen=True)
class Asked:
    """Which months (both included; None: the first and the last there are) and which unit (None: each) to judge."""

    first: str | None = None
    last: str | None = None
    unit: str | None = None

    def months(self, begun: str, period: Period) -> tuple[str, ...]:
        """Return the months asked for, none before `begun` and none that has not begun."""
        return months_between(max(begun, self.first or begun), min(period.last, self.last or period.last))
