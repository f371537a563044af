"""Working calendars: when a service works, day by day, on the wall clock of its own zone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from metrics.clocks.blocks import Blocks, blocks, listed
from metrics.clocks.errors import BadCalendarError

HOLIDAY, WORKING = "holiday", "working_override"


@dataclass(frozen=True)
class WorkingCalendar:
    """The weekly blocks of a calendar (1 = Monday) and the days that override them.

    It is complete from `known_from` to `known_until` (None: without end, as where no day is an exception).
    """

    key: str
    zone: str
    week: Mapping[int, Blocks]
    days: Mapping[date, Blocks]
    known_from: date | None = None
    known_until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a zone that nobody knows and a calendar that never opens."""
        try:
            ZoneInfo(self.zone)
        except (ValueError, KeyError, OSError):
            problem = f"'{self.zone}' is not an IANA zone such as 'Asia/Shanghai'."
            raise BadCalendarError(self.key, problem) from None
        if not any((*self.week.values(), *self.days.values())):
            raise BadCalendarError(self.key, "it has no working block on any day, so no clock would ever run.")

    def blocks(self, day: date) -> Blocks:
        """Return the working blocks of a day; none where the service is closed."""
        return self.days.get(day, self.week.get(day.isoweekday(), ()))

    def knowing(self, known_from: date | None, known_until: date | None) -> "WorkingCalendar":
        """Return the calendar as complete from and until the given days, where they are given."""
        return replace(self, known_from=known_from or self.known_from, known_until=known_until or self.known_until)


def working_calendars(calendars: pl.DataFrame, calendar_days: pl.DataFrame) -> dict[str, WorkingCalendar]:
    """Return every calendar of the tables `calendars` and `calendar_days` by its id.

    Only active days count. A working day without blocks of its own works like the first working day of the week. Days
    off are announced by the year: a calendar that lists days is complete for the years of its first and last one.
    """
    found = {}
    for (key,), rows in calendars.group_by("calendar_id", maintain_order=True):
        own = calendar_days.filter(pl.col("calendar_id") == key)
        found[str(key)] = _calendar(str(key), rows, own)
    return found


def _calendar(key: str, rows: pl.DataFrame, own: pl.DataFrame) -> WorkingCalendar:
    zones = rows["timezone"].unique().sort().to_list()
    if len(zones) != 1:
        raise BadCalendarError(key, f"its rows name several time zones: {', '.join(map(str, zones))}.")
    week = {
        int(weekday): blocks(key, f"weekday {weekday}", of_day.select("starts", "ends").rows())
        for (weekday,), of_day in sorted(rows.partition_by("weekday", as_dict=True).items())
    }
    active = own.filter(pl.col("active").fill_null(value=True)).sort("date")
    days = {row["date"]: _of_day(key, row, week) for row in active.iter_rows(named=True)}
    listed_days = own["date"].drop_nulls().sort()
    known = (date(listed_days[0].year, 1, 1), date(listed_days[-1].year, 12, 31)) if len(listed_days) else (None, None)
    return WorkingCalendar(key, zones[0], week, days, *known)


def _of_day(key: str, row: Mapping[str, Any], week: Mapping[int, Blocks]) -> Blocks:
    if row["blocks"]:
        return listed(key, str(row["date"]), row["blocks"])
    if row["kind"] == HOLIDAY:
        return ()
    return next((of_day for of_day in week.values() if of_day), ())
