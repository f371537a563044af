"""The time between one moment of a case and the next: in working time where a calendar counts, else by the clock."""

import polars as pl

from metrics.clocks import CalendarBeginsError, CalendarEndsError, Schedules


def with_gaps(moments: pl.DataFrame, unit: str, schedules: Schedules) -> pl.DataFrame:
    """Return moments with the time since the one before: `gap` by the clock, and `worked` in working time.

    `worked` is null for the first moment, and wherever no calendar counts for the unit or the calendar does not know
    the days in question.
    """
    since = moments.with_columns(begin=pl.col("at").shift(1), end=pl.col("at"))
    gap = since["end"] - since["begin"]
    return moments.with_columns(gap=gap, worked=_worked(since, unit, schedules))


def _worked(since: pl.DataFrame, unit: str, schedules: Schedules) -> pl.Series:
    spans = since.select(pl.lit(unit).alias("unit"), "begin", "end", judged_at="end").filter(
        pl.col("begin").is_not_null()
    )
    nothing = pl.repeat(None, since.height, dtype=pl.Duration("us"), eager=True)
    if spans.is_empty():
        return nothing
    try:
        worked = schedules.worked(spans)
    except (CalendarBeginsError, CalendarEndsError):
        return nothing
    return pl.concat([nothing.head(1), worked.cast(pl.Duration("us"))])
