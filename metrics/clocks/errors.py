"""What can go wrong with working calendars; a message names the calendar and whose mistake it is.

ClockError
├── UnknownCalendarError   something names a calendar that was not loaded
├── BadCalendarError       a calendar contradicts itself
├── CalendarEndsError      the data go on after the last day that a calendar knows
├── CalendarBeginsError    the data begin before the first day that a calendar knows
└── BudgetError            a budget of working time that no clock will use up
"""

from collections.abc import Iterable
from datetime import date

from metrics.errors import MetricsError, nearest


class ClockError(MetricsError):
    """Working time cannot be told."""


class UnknownCalendarError(ClockError):
    """No calendar of this name was loaded."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        """Say which calendar was asked for and which come close."""
        names = sorted(known)
        hint = nearest(key, names) if names else "The table 'calendars' is empty."
        super().__init__(f"There is no calendar '{key}'. {hint}")


class BadCalendarError(ClockError):
    """A calendar contradicts itself: whoever keeps it mends it."""

    def __init__(self, key: str, problem: str) -> None:
        """Say which calendar and what does not fit together."""
        super().__init__(f"Calendar '{key}': {problem}")


class CalendarEndsError(ClockError):
    """A calendar knows its days off only up to a day before the data end: working time after it would be a guess."""

    def __init__(self, key: str, last: date, data_last: date, what: str = "the data go on to") -> None:
        """Name the calendar, its last day and the data's."""
        super().__init__(
            f"Calendar '{key}' ends on {last}, but {what} {data_last}. Load the days off and the working "
            f"weekends after {last} into 'calendar_days', or say in policy.toml how far it is complete: "
            f'[[schedule]] calendar = "{key}", known_until = {data_last}.'
        )


class CalendarBeginsError(ClockError):
    """A calendar knows its days off only from a day after the data begin: working time before it would be a guess."""

    def __init__(self, key: str, first: date, data_first: date) -> None:
        """Name the calendar, its first day and the data's."""
        super().__init__(
            f"Calendar '{key}' begins on {first}, but the data begin on {data_first}. Load the days off and the "
            f"working weekends before {first} into 'calendar_days', or say in policy.toml since when it is complete: "
            f'[[schedule]] calendar = "{key}", known_from = {data_first}.'
        )


class BudgetError(ClockError):
    """A budget of working time reaches further ahead than anybody promises."""

    def __init__(self, key: str, worked: int) -> None:
        """Say on which calendar and how many working hours, counted from the earliest start."""
        super().__init__(
            f"Calendar '{key}': {worked / 3.6e9:,.0f} working hours take decades. Is the budget in minutes?"
        )
