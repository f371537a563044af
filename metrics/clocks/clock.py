"""Clocks on named events: they start, pause, stop and are reopened, and say how much working time has passed.

A clock measures only the spans in which it runs. So a pause is never subtracted from time in which nobody works, two
pauses that overlap are not subtracted twice, and from a stop until the reopening no time passes.
"""

from datetime import datetime
from enum import StrEnum

import polars as pl

from metrics.clocks.schedules import EVERY_UNIT, Schedules

MARK = pl.Schema({"clock": pl.String(), "at": pl.Datetime("us", "UTC"), "mark": pl.String()})


class Mark(StrEnum):
    """What happens to a clock. `start` also ends a pause; `stop` is the end of a life, `reopen` begins another."""

    START = "start"
    PAUSE = "pause"
    STOP = "stop"
    REOPEN = "reopen"


def read_clocks(marks: pl.DataFrame, schedules: Schedules, as_of: datetime) -> pl.DataFrame:
    """Return one row per clock that has started by `as_of`, as it stands then.

    `marks` has `clock`, `at`, `mark` and may have `unit`; marks of the same moment count in the order of the rows. What
    comes before the start does not count. Returned are `started_at`, `stopped_first_at`, `stopped_last_at`, `is_open`
    (it is not stopped), and in working time: `first` (until the first stop), `full` (until the last, without the time
    between a stop and its reopening), and `paused` (within the life of `first`). Without a stop they go on to `as_of`.
    """
    known = _ordered(marks, as_of)
    lives = _lives(known)
    spans = _spans(known, as_of).join(lives, on="clock", how="inner")
    return lives.join(_times(spans, schedules, as_of), on="clock", how="left", maintain_order="left").drop("unit")


def pauses_of(marks: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return the pauses (`clock`, `begin`, `end`) of each clock before its first stop; one that goes on ends now."""
    paused = marks.filter(pl.col("mark") == Mark.PAUSE).select("clock").unique()
    known = _ordered(marks.join(paused, on="clock", how="semi", maintain_order="left"), as_of)
    return _spans(known, as_of).filter("paused", "is_first").select("clock", "begin", "end")


def _ordered(marks: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return the marks known at `as_of`, clock by clock in order, from each clock's first start on."""
    unit = pl.col("unit") if "unit" in marks.columns else pl.lit(EVERY_UNIT).alias("unit")
    known = marks.filter(pl.col("at") <= as_of).select("clock", "at", "mark", unit)
    ordered = known.sort("clock", "at", maintain_order=True)
    starts = pl.col("mark") == Mark.START
    return ordered.filter(starts.cum_max().over("clock"))


def _lives(known: pl.DataFrame) -> pl.DataFrame:
    stops = pl.col("at").filter(pl.col("mark") == Mark.STOP)
    return known.group_by("clock", maintain_order=True).agg(
        pl.col("unit").first(),
        started_at=pl.col("at").first(),
        stopped_first_at=stops.first(),
        stopped_last_at=stops.last(),
        is_open=pl.col("mark").last() != Mark.STOP,
    )


def _spans(known: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return what each clock did from each of its marks to the next: a span that runs or is paused."""
    same = pl.col("clock") == pl.col("clock").shift(-1)
    end = pl.when(same).then(pl.col("at").shift(-1)).otherwise(pl.lit(as_of)).dt.cast_time_unit("us")
    stops = pl.col("mark") == Mark.STOP
    unstopped = stops.cast(pl.Int64).cum_sum().over("clock") == 0
    spans = known.with_columns(end=end, paused=pl.col("mark") == Mark.PAUSE, is_first=unstopped).filter(~stops)
    return spans.select("clock", "paused", "is_first", begin="at", end="end")


def _times(spans: pl.DataFrame, schedules: Schedules, as_of: datetime) -> pl.DataFrame:
    now = pl.lit(as_of)
    ended_first = pl.col("stopped_first_at").fill_null(now)
    ended_last = pl.when(pl.col("is_open")).then(now).otherwise("stopped_last_at")
    first = spans.filter("is_first").with_columns(judged_at=ended_first)
    # Where nothing was opened again, the full time is the first one.
    again = spans.filter(~pl.col("paused"), ended_first != ended_last).with_columns(judged_at=ended_last)
    told = (
        first.with_columns(worked=schedules.worked(first))
        .group_by("clock")
        .agg(first=_sum(~pl.col("paused")), paused=_sum(pl.col("paused")))
    )
    more = again.with_columns(worked=schedules.worked(again)).group_by("clock").agg(full=_sum(pl.lit(value=True)))
    both = told.join(more, on="clock", how="left")
    return both.select("clock", "first", full=pl.coalesce("full", "first"), paused="paused")


def _sum(which: pl.Expr) -> pl.Expr:
    """Return the working time of some spans; null where any of it is unknown."""
    worked = pl.col("worked")
    return pl.when(worked.is_not_null().all()).then(worked.filter(which).sum())
