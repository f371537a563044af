"""Until when a unit may appeal, in working days of the calendar that it works by."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import polars as pl

from metrics.clocks.working_calendar import WorkingCalendar
from metrics.contract import TABLES
from metrics.rewards.ledger.appeals import Deadline
from metrics.rewards.ledger.deadline import last_day
from metrics.store.calendars import read_timing
from metrics.store.loads import Load
from metrics.store.policy_texts import PolicyText
from metrics.store.settings import Settings
from metrics.store.warehouse import Warehouse

# How many working days a policy gives a unit to appeal against a month.
Days = Callable[[PolicyText, str, str], int]

_TABLES = ("calendars", "calendar_days")


def deadline_after(settings: Settings, load: Load, announced: tuple[str, datetime], days: int) -> Deadline:
    """Return until when a unit may appeal against what was announced to it at a time: `announced` is both."""
    unit, at = announced
    calendar = _calendar(settings, load, unit, at)
    return Deadline(last_day(calendar, business_day(settings, at), days), days, calendar.key if calendar else None)


def business_day(settings: Settings, at: datetime) -> date:
    """Return the date of a time in the business zone."""
    return at.astimezone(ZoneInfo(settings.calendar.zone)).date()


def _calendar(settings: Settings, load: Load, unit: str, at: datetime) -> WorkingCalendar | None:
    """Return the calendar that counts for a unit at a time; None where the workspace has none for it."""
    warehouse = Warehouse(settings.warehouse, load.versions)
    calendars, days = (warehouse.scan(name).select(TABLES[name].schema.names()).collect() for name in _TABLES)
    schedules = read_timing(settings.folder).over(calendars, days)
    periods = schedules.periods(pl.Series([unit])).filter(pl.col("since") <= at, pl.col("until") > at)
    return None if periods.is_empty() else schedules.calendars[periods["calendar"][0]]
