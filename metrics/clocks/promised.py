"""Promises in working time: which target is in force, when it falls due with and without pauses, and by how much."""

from datetime import timedelta

import polars as pl

from metrics.clocks.spans import merged, within
from metrics.clocks.working_calendar import WorkingCalendar
from metrics.clocks.worktime import due, worktime

_MINUTE = timedelta(minutes=1)


def whole_minutes(time: pl.Expr) -> pl.Expr:
    """Return a time in whole minutes, rounded down as Zammad does: 59 seconds are 0 minutes."""
    return time.dt.total_minutes()


def to_spare(target: pl.Expr, actual: pl.Expr) -> pl.Expr:
    """Return target − actual in whole minutes: positive in time, negative late."""
    return whole_minutes(target) - whole_minutes(actual)


def in_force(events: pl.DataFrame, targets: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return events with the target that was in force for them when they happened; null where there was none yet.

    `events` has `at` and `by` (their priority at that time), `targets` has `by`, `valid_from` and `target`.
    """
    ordered = targets.select(by, "target", at="valid_from").sort("at")
    numbered = events.with_row_index("_row").sort("at")
    found = numbered.join_asof(ordered, on="at", by=by, strategy="backward", check_sortedness=False)
    return found.sort("_row").drop("_row")


def due_with_pauses(calendar: WorkingCalendar, promises: pl.DataFrame, pauses: pl.DataFrame) -> pl.Series:
    """Return when each promise (`clock`, `start`, `budget`) falls due if the clock stands still during its pauses.

    `pauses` has `clock`, `begin`, `end`. A pause moves the due time by the working time in it, if it begins before the
    promise is due: overlapping pauses once, and never by time in which nobody works.
    """
    lives = promises.select("clock", "start", "budget", life=pl.int_range(pl.len()))
    own = merged(pauses.select("clock", "begin", "end"), ["clock"]).join(lives, on="clock")
    own = within(own, pl.col("start"), pl.col("end")).sort("life", "begin")
    lengths = worktime(calendar, own["begin"], own["end"])
    until = worktime(calendar, own["start"], own["begin"])
    before = pl.col("paused").cum_sum().over("life") - pl.col("paused")
    counted = own.with_columns(paused=lengths, until=until).filter(pl.col("until") - before < pl.col("budget"))
    moved = counted.group_by("life").agg(pl.col("paused").sum())
    asked = lives.join(moved, on="life", how="left", maintain_order="left")
    return due(
        calendar, asked["start"], asked.select(pl.col("budget") + pl.col("paused").fill_null(timedelta(0))).to_series()
    )
