"""Periods of a chart: months such as "2025-06" and ISO weeks such as "2025-W23"."""

from datetime import date

from metrics.calendar import months_between

_WEEK = "-W"
_DAYS = 7


def count(first: str, last: str) -> int:
    """Return how many periods lie from `first` to `last`, both included."""
    if _WEEK in first:
        return (_monday(last) - _monday(first)).days // _DAYS + 1
    return len(months_between(first, last))


def _monday(week: str) -> date:
    year, number = week.split(_WEEK)
    return date.fromisocalendar(int(year), int(number), 1)
