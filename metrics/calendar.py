"""The business calendar: one declared zone decides the day and the settlement month of every row."""

from dataclasses import dataclass
from datetime import date

import polars as pl

_MIDDLE_OF_MONTH = 15


@dataclass(frozen=True)
class BusinessCalendar:
    """The zone whose wall clock counts and the day on which a settlement month starts (1 = calendar month).

    A month is named after the calendar month that holds most of it: with `month_starts_on` 26, "2025-06" is
    26 May to 25 June.
    """

    zone: str
    month_starts_on: int = 1

    def day(self, at: pl.Expr) -> pl.Expr:
        """Return the business date of a UTC time."""
        return at.dt.convert_time_zone(self.zone).dt.date()

    def month(self, at: pl.Expr) -> pl.Expr:
        """Return the settlement month of a UTC time as text, such as "2025-06"."""
        return self.month_of(self.day(at))

    def month_of(self, day: pl.Expr) -> pl.Expr:
        """Return the settlement month of a business date as text."""
        first = self.month_starts_on
        if first == 1:
            return day.dt.strftime("%Y-%m")
        named_after_next = first > _MIDDLE_OF_MONTH
        belongs = day.dt.day() >= first if named_after_next else day.dt.day() < first
        other = day.dt.month_start().dt.offset_by("1mo" if named_after_next else "-1mo")
        return pl.when(belongs).then(other).otherwise(day).dt.strftime("%Y-%m")

    def first_day(self, month: str) -> date:
        """Return the first date of a settlement month."""
        start = date.fromisoformat(f"{month}-01")
        if self.month_starts_on == 1:
            return start
        named_after_next = self.month_starts_on > _MIDDLE_OF_MONTH
        begins_in = date.fromisoformat(f"{shift_month(month, -1)}-01") if named_after_next else start
        return begins_in.replace(day=self.month_starts_on)


def shift_month(month: str, by: int) -> str:
    """Return the month `by` months after (before, where negative) `month`."""
    year, number = (int(part) for part in month.split("-"))
    total = year * 12 + number - 1 + by
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Return every month from `first` to `last`, both included."""
    months = []
    while first <= last:
        months.append(first)
        first = shift_month(first, 1)
    return tuple(months)
