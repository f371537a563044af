"""How a workspace times its cases: who works by which calendar, and what stops a clock."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from metrics.clocks.chinese_days import chinese_days
from metrics.clocks.errors import UnknownCalendarError
from metrics.clocks.schedules import EVERY_UNIT, Assignment, Schedules, Several
from metrics.clocks.working_calendar import WorkingCalendar, working_calendars
from metrics.contract.calendar_days import TABLE as CALENDAR_DAYS

# Sources of public holidays beside the table `calendar_days`.
PUBLIC_HOLIDAYS = {"CN": chinese_days}


@dataclass(frozen=True)
class Schedule:
    """A calendar that counts for a unit ("*": every unit without one of its own) from a day on.

    `public_holidays` takes days off from a source as well ("CN"; the workspace's own days come first). `known_from` and
    `known_until` say for which days the list of days off is complete.
    """

    calendar: str
    unit: str = EVERY_UNIT
    valid_from: date | None = None
    public_holidays: str | None = None
    known_from: date | None = None
    known_until: date | None = None


@dataclass(frozen=True)
class Timing:
    """The schedules of a workspace, the statuses in which its clocks are paused, and how it takes due times.

    `due_moved_by_pauses`: the due times that the source states have been moved by the pauses already.
    """

    schedules: tuple[Schedule, ...] = ()
    pauses: tuple[str, ...] = ("pending_customer",)
    several: Several = Several.PIECES
    due_moved_by_pauses: bool = False

    def as_json(self) -> str:
        """Return the timing as text that `timing_from` reads."""
        return json.dumps(asdict(self), default=str, sort_keys=True)

    def over(self, calendars: pl.DataFrame, calendar_days: pl.DataFrame) -> Schedules:
        """Return who works when, by the tables of calendars and their days."""
        own = calendar_days.select(CALENDAR_DAYS.schema.names())
        days = [own, *(_public_holidays(schedule, own) for schedule in self.schedules)]
        found = working_calendars(calendars, pl.concat(days).unique(["calendar_id", "date"], keep="first"))
        for schedule in self.schedules:
            if schedule.calendar not in found:
                raise UnknownCalendarError(schedule.calendar, found)
            known = found[schedule.calendar].knowing(schedule.known_from, schedule.known_until)
            found[schedule.calendar] = known
        return Schedules(found, tuple(_assignment(each, found) for each in self.schedules), self.several)


def timing_from(text: str) -> Timing:
    """Return the timing that `as_json` wrote."""
    told = json.loads(text)
    schedules = tuple(
        Schedule(**{name: _read(name, value) for name, value in each.items()}) for each in told["schedules"]
    )
    return replace(Timing(**told), schedules=schedules, pauses=tuple(told["pauses"]), several=Several(told["several"]))


def _public_holidays(schedule: Schedule, calendar_days: pl.DataFrame) -> pl.DataFrame:
    if schedule.public_holidays is None:
        return calendar_days.clear()
    return PUBLIC_HOLIDAYS[schedule.public_holidays](schedule.calendar).select(calendar_days.columns)


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 whatever JSON holds
    return (
        date.fromisoformat(value)
        if value is not None and name in {"valid_from", "known_from", "known_until"}
        else value
    )


def _assignment(schedule: Schedule, calendars: dict[str, WorkingCalendar]) -> Assignment:
    if schedule.valid_from is None:
        return Assignment(schedule.calendar, schedule.unit)
    zone = ZoneInfo(calendars[schedule.calendar].zone)
    midnight = datetime.combine(schedule.valid_from, time.min, zone)
    return Assignment(schedule.calendar, schedule.unit, midnight.astimezone(UTC))
