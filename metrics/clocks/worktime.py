"""Working time between instants, and the instant at which some of it has passed: whole columns at once.

The open time of a calendar is laid out once and summed up; each instant is then looked up in it, so that ten million
durations take seconds. What lies outside the working blocks costs nothing: a clock that starts at night starts at the
next opening, and one that stops at night stopped at the last closing.
"""

from datetime import date, timedelta

import numpy as np
import polars as pl

from metrics.clocks.errors import BudgetError, CalendarBeginsError, CalendarEndsError
from metrics.clocks.timeline import Micros, Timeline, timeline
from metrics.clocks.working_calendar import WorkingCalendar

_DAY = timedelta(days=1)
_FIRST_LOOK, _LONGEST_LOOK = timedelta(days=64), timedelta(days=64 * 4**4)


def worktime(calendar: WorkingCalendar, starts: pl.Series, ends: pl.Series) -> pl.Series:
    """Return the working time from each start to its end; null where either is missing or the end comes first.

    CalendarEndsError (CalendarBeginsError) where the times lie outside the days that the calendar knows.
    """
    known = (starts <= ends).fill_null(value=False)
    asked = pl.concat([starts.filter(known), ends.filter(known)])
    if asked.is_empty():
        return pl.repeat(None, len(starts), dtype=pl.Duration("us"), eager=True)
    first, last = _days(calendar, asked)
    _require(calendar, first, last)
    line = timeline(calendar, first, last)
    worked = line.elapsed(_micros(ends)) - line.elapsed(_micros(starts))
    return pl.select(pl.when(known).then(pl.Series(worked))).to_series().cast(pl.Duration("us"))


def due(calendar: WorkingCalendar, starts: pl.Series, budgets: pl.Series) -> pl.Series:
    """Return when each budget of working time is used up, counted from its start: the inverse of `worktime`.

    It is the earliest such instant: a budget that lasts until closing time is due then, not at the next opening. A
    budget of nothing is due when the clock starts, which is at the next opening where the start is outside hours.
    """
    known = (starts.is_not_null() & (budgets >= timedelta(0))).fill_null(value=False)
    if not known.any():
        return pl.repeat(None, len(starts), dtype=pl.Datetime("us", "UTC"), eager=True)
    start, budget = _micros(starts), _micros(budgets.cast(pl.Duration("us")))
    first, last = _days(calendar, starts.filter(known))
    _require(calendar, first, last)
    goal = timeline(calendar, first, last).elapsed(start) + budget
    # A microsecond more: a budget of nothing after the last closing needs a next opening.
    asked = known.to_numpy()
    line = _long_enough(calendar, first, last, int(goal[asked].max()) + 1)
    start, goal = np.where(asked, start, 0), np.where(asked, goal, 0)
    ends = line.reached(goal)
    at_once = budget == 0
    ends[at_once] = line.opening(start[at_once])
    return pl.select(pl.when(known).then(pl.Series(ends))).to_series().cast(pl.Datetime("us", "UTC"))


def _long_enough(calendar: WorkingCalendar, first: date, last: date, worked: int) -> Timeline:
    """Return a line from the day `first` that goes beyond the day `last` until it holds so much open time."""
    ahead = _FIRST_LOOK
    while ahead <= _LONGEST_LOOK:
        until = min(last + ahead, calendar.known_until or date.max)
        line = timeline(calendar, first, until)
        if worked <= line.total:
            return line
        if until == calendar.known_until:
            raise CalendarEndsError(calendar.key, until, until + _DAY, "a promise falls due no earlier than")
        ahead *= 4
    raise BudgetError(calendar.key, worked)


def _days(calendar: WorkingCalendar, times: pl.Series) -> tuple[date, date]:
    """Return the first and the last of some times as days on the calendar's clock."""
    ends = pl.Series([times.min(), times.max()], dtype=pl.Datetime("us", "UTC"))
    first, last = ends.dt.convert_time_zone(calendar.zone).dt.date()
    return first, last


def _require(calendar: WorkingCalendar, first: date, last: date) -> None:
    """Refuse days that the calendar does not know."""
    if calendar.known_until is not None and last > calendar.known_until:
        raise CalendarEndsError(calendar.key, calendar.known_until, last)
    if calendar.known_from is not None and first < calendar.known_from:
        raise CalendarBeginsError(calendar.key, calendar.known_from, first)


def _micros(column: pl.Series) -> Micros:
    return column.to_physical().fill_null(0).to_numpy().astype(np.int64, copy=False)
