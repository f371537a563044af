"""Working hours for populations: the schedules of the workspace, and how long something took by them."""

from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl

from metrics.clocks import Schedules
from metrics.clocks.timing import Timing, timing_from

if TYPE_CHECKING:
    from metrics.populations import Facts


def timing_in(facts: "Facts") -> Timing:
    """Return how the workspace times, as it is kept with the facts; the usual way where it says nothing."""
    kept = facts["settings"].filter(pl.col("name") == "timing").collect()
    return timing_from(kept["value"].item()) if kept.height else Timing()


def schedules_in(facts: "Facts", timing: Timing) -> Schedules:
    """Return who works when, by the calendars among the facts."""
    return timing.over(facts["calendars"].collect(), facts["calendar_days"].collect())


def moment_in(facts: "Facts") -> datetime:
    """Return the moment as of which the facts are judged."""
    now: datetime = facts["moment"].collect().item()
    return now


def with_worked(rows: pl.DataFrame, facts: "Facts", name: str, begin: str, end: pl.Expr) -> pl.DataFrame:
    """Return rows with the working time from `begin` to `end`, or until now where that is null, as the column `name`.

    By the schedule of each row's `unit`; null where no calendar counts for it or the end comes first.
    """
    schedules = schedules_in(facts, timing_in(facts))
    if not schedules.calendars:
        return rows.with_columns(pl.lit(None, pl.Duration("us")).alias(name))
    now = pl.lit(moment_in(facts)).cast(pl.Datetime("us", "UTC"))
    spans = rows.select("unit", begin=begin, end=pl.coalesce(end, now)).with_columns(judged_at="end")
    return rows.with_columns(schedules.worked(spans).alias(name))
