"""Periods that can be compared: months, quarters and years whose months all hold data."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.calendar import months_between, shift_month
from metrics.text import Language
from metrics.why import Period

_TO = ".."
_QUARTER, _YEAR = 3, 12


def listed(months: Sequence[str]) -> list[str]:
    """Return the names of periods, the newest months first, then quarters, then years."""
    whole = [
        name(Period(first, shift_month(first, size - 1)))
        for size in (_QUARTER, _YEAR)
        for first in reversed(months)
        if (int(first[-2:]) - 1) % size == 0 and set(months_between(first, shift_month(first, size - 1))) <= {*months}
    ]
    return [*reversed(months), *whole]


def name(period: Period) -> str:
    """Return a period as it stands in an address: "2025-06", "2025-04..2025-06"."""
    return period.first if period.first == period.last else f"{period.first}{_TO}{period.last}"


def period(named: str) -> Period:
    """Return the period of a name."""
    first, _, last = named.partition(_TO)
    return Period(first, last or first)


def one_before(named: str) -> str:
    """Return the period of the same length that ends where this one begins."""
    span = period(named)
    back = -len(months_between(span.first, span.last))
    return name(Period(shift_month(span.first, back), shift_month(span.last, back)))


def in_words(named: str, language: Language) -> str:
    """Return what a period is called."""
    span = period(named)
    year, number = span.first.split("-")
    match len(months_between(span.first, span.last)):
        case 1:
            return numbers.month(span.first, language)
        case 3:
            return say(words.QUARTER, language, year=year, quarter=(int(number) + 2) // _QUARTER)
        case _:
            return say(words.YEAR, language, year=year)
