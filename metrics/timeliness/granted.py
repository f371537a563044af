"""When a case is due if pauses stop its clock, and when if they do not: what pauses are worth."""

from dataclasses import replace
from datetime import timedelta

import polars as pl

from metrics.clocks import Schedules, WorkingCalendar, due, worktime
from metrics.clocks.promised import due_with_pauses
from metrics.clocks.spans import merged, within
from metrics.contract import UTC

_NOTHING = timedelta(0)
_DUE = pl.Schema({"key": pl.String(), "due_with_pauses_at": UTC, "due_without_pauses_at": UTC})


def due_times(rows: pl.DataFrame, pauses: pl.DataFrame, schedules: Schedules, *, due_moved: bool) -> pl.DataFrame:
    """Return, per `key` with a due time and a calendar in force at its creation, when it is due either way.

    One of the two is the due time that the source states: that with pauses if it has moved with them already
    (`due_moved`), else that without.
    """
    given = rows.select("unit", clock="key", start="created_at", due="resolve_due_at").drop_nulls("due")
    found = given.join(schedules.periods(given["unit"]), on="unit")
    in_force = found.filter(pl.col("start") >= pl.col("since"), pl.col("start") < pl.col("until"))
    either_way = _less_pauses if due_moved else _plus_pauses
    told = [pl.DataFrame(schema=_DUE)]
    for (key,), group in in_force.partition_by("calendar", as_dict=True).items():
        # A due time after the last day that the calendar knows is placed by its plain week: nothing is judged there.
        calendar = replace(schedules.calendars[str(key)], known_until=None)
        budget = worktime(calendar, group["start"], group["due"])
        told.append(either_way(calendar, group.select("clock", "start", "due", budget=budget), pauses))
    return pl.concat(told)


def _plus_pauses(calendar: WorkingCalendar, promises: pl.DataFrame, pauses: pl.DataFrame) -> pl.DataFrame:
    moved = due_with_pauses(calendar, promises, pauses)
    return promises.select(key="clock", due_with_pauses_at=moved, due_without_pauses_at="due")


def _less_pauses(calendar: WorkingCalendar, promises: pl.DataFrame, pauses: pl.DataFrame) -> pl.DataFrame:
    inside = within(merged(pauses, ["clock"]).join(promises, on="clock"), pl.col("start"), pl.col("due"))
    lengths = inside.select("clock", granted=worktime(calendar, inside["begin"], inside["end"]))
    moved = promises.join(lengths.group_by("clock").agg(pl.col("granted").sum()), on="clock", how="left")
    budget = moved.select(pl.col("budget") - pl.col("granted").fill_null(_NOTHING)).to_series()
    earlier = due(calendar, moved["start"], budget)
    return moved.select(key="clock", due_with_pauses_at="due", due_without_pauses_at=earlier)
