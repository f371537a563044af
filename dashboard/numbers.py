"""How figures are written: units, decimals, signs, months and times; the same everywhere."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.wording import judgement, say
from dashboard.wording import numbers as words
from metrics.calendar import shift_month
from metrics.model import Kpi, Mean, Unit
from metrics.quantity import difference_in_words, from_to, in_words
from metrics.rewards.money import in_main_units
from metrics.text import Language

# Fewer rows than this make no figure.
FEWEST = 5
MINOR_UNITS = 100
# What Chinese readers may ask for: a sign every four digits, as the language counts. No digit is rounded away.
_GROUP = 4
_MYRIADS = ("", "万", "亿", "万亿", "亿亿")
_in_myriads: ContextVar[bool] = ContextVar("in_myriads", default=False)


@contextmanager
def written_in_myriads(*, chosen: bool) -> Iterator[None]:
    """Write the numbers of this visit with 万 and 亿 inside the block, where a reader has chosen so."""
    before = _in_myriads.set(chosen)
    try:
        yield
    finally:
        _in_myriads.reset(before)


def in_myriads() -> bool:
    """Return whether the reader of this visit has chosen 万 and 亿."""
    return _in_myriads.get()


def grouped(number: str) -> str:
    """Return a number without sign, given with thousands separators, with those that the reader has chosen."""
    digits, point, decimals = number.replace(",", "").partition(".")
    if not in_myriads() or len(digits) <= _GROUP:
        return number
    ends = range(len(digits), 0, -_GROUP)
    groups = [(digits[max(end - _GROUP, 0) : end], sign) for end, sign in zip(ends, _MYRIADS, strict=False)]
    spoken = [(group, sign) for group, sign in groups if int(group) or (point and not sign)]
    return " ".join(f"{group} {sign}" for group, sign in reversed(spoken)).rstrip() + point + decimals


def figure(kpi: Kpi, reading: Mapping[str, Any] | None, language: Language) -> str:
    """Return a reading's value with its unit; "–" without data, and the number of rows where they are too few."""
    if reading is None or reading["value"] is None:
        return judgement.NO_DATA.to(language)
    if reading["n"] < FEWEST:
        return say(judgement.TOO_FEW, language, n=count(reading["n"]))
    return value(kpi, reading["value"], language)


def value(kpi: Kpi, amount: float | None, language: Language) -> str:
    """Return an amount in the KPI's unit."""
    return in_words(amount, kpi.unit).to(language)


def difference(kpi: Kpi, amount: float, language: Language) -> str:
    """Return the size of a difference without its sign; differences of shares are percentage points."""
    return _points(difference_in_words(amount, kpi.unit).to(language))


def signed_difference(kpi: Kpi, amount: float, language: Language) -> str:
    """Return a difference with its sign."""
    return _points(difference_in_words(amount, kpi.unit, signed=True).to(language))


def interval(kpi: Kpi, low: float | None, high: float | None, language: Language) -> str:
    """Return a 95 % interval, its unit written once where both ends share it."""
    if low is None or high is None:
        return judgement.NO_DATA.to(language)
    lower, upper = (value(kpi, bound, language) for bound in (low, high))
    return from_to(lower, upper, " … " if low < 0 else "–")


def difference_interval(kpi: Kpi, low: float | None, high: float | None, language: Language) -> str:
    """Return the interval of a difference, both ends with their sign; "–" where there is none."""
    if low is None or high is None:
        return judgement.NO_DATA.to(language)
    lower, upper = (_points(difference_in_words(end, kpi.unit, signed=True).to(language)) for end in (low, high))
    return from_to(lower, upper, " … ")


def _points(words: str) -> str:
    """Return a difference with the short name of its unit, which tiles and cells have room for."""
    return words.replace("percentage points", "pp")


def scale(kpi: Kpi, language: Language) -> str | None:
    """Return between which values a score can lie; None where it has no such bounds or they go without saying."""
    bounds = kpi.measure.bounds if isinstance(kpi.measure, Mean) and kpi.unit is not Unit.SHARE else ()
    if not bounds or not all(map(math.isfinite, bounds)):
        return None
    return say(words.SCALE, language, least=whole(bounds[0]), most=whole(bounds[1], signed=bounds[0] < 0))


def whole(amount: float, *, signed: bool = False) -> str:
    """Return a whole number with thousands separators and a true minus sign."""
    sign = "−" if amount < 0 else "+" if signed and amount > 0 else ""
    return f"{sign}{grouped(f'{abs(amount):,.0f}')}"


def count(rows: int) -> str:
    """Return a number of rows with thousands separators."""
    return whole(rows)


def decimal(amount: float) -> str:
    """Return a number as its type asks: an integer whole, any other with two decimals."""
    if isinstance(amount, int):
        return whole(amount)
    return f"{'−' if f'{amount:.2f}'.startswith('-') else ''}{grouped(f'{abs(amount):,.2f}')}"


def money(minor_units: float) -> str:
    """Return an amount of money in major units, with both decimals."""
    return decimal(float(minor_units) / MINOR_UNITS)


def official(minor_units: int, currency: str = "") -> str:
    """Return an amount that somebody is paid or pays, from whole minor units and exact to the cent."""
    sign = "−" if minor_units < 0 else ""
    return f"{sign}{grouped(in_main_units(abs(minor_units), '').strip())} {currency}".rstrip()


def plain_number(amount: float) -> str:
    """Return a number of no particular unit: whole where it is, else with two decimals, with a true minus sign."""
    return decimal(int(amount) if float(amount).is_integer() else amount)


def span(length: timedelta, language: Language) -> str:
    """Return a length of time as days and hours:minutes."""
    minutes = round(length.total_seconds() / 60)
    days, rest = divmod(abs(minutes), 24 * 60)
    clock = f"{rest // 60}:{rest % 60:02d}"
    sign = "−" if minutes < 0 else ""
    return sign + (say(words.DAYS, language, days=days, clock=clock) if days else clock)


def length(set_to: timedelta, language: Language) -> str:
    """Return a length of time that somebody has set: in days where those are whole."""
    days = set_to.days
    return say(words.WHOLE_DAYS, language, days=days) if set_to == timedelta(days=days) else span(set_to, language)


def month(name: str, language: Language) -> str:
    """Return "2025-06" as it is read: "2025 年 6 月", "June 2025"."""
    year, number = name.split("-")
    return say(words.MONTH, language, year=year, month=words.MONTHS[int(number) - 1].to(language))


def month_before(name: str, language: Language) -> str:
    """Return what the month before a month is called beside it: "5 月", "May"."""
    return words.MONTHS[int(shift_month(name, -1).split("-")[1]) - 1].to(language)


def short_month(name: str, language: Language) -> str:
    """Return "2025-06" as on an axis: "6月", "Jun"; January also names its year."""
    year, number = name.split("-")
    label = words.SHORT_MONTHS[int(number) - 1].to(language)
    return f"{label}<br>{year}" if number == "01" else label


def moment(at: datetime | None, zone: str) -> str:
    """Return a time by the clock of the business zone, to the minute; "–" where there is none."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if at else "–"
