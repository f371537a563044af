"""Fresh cases told fairly: cohorts by entry month, and the share converted by each day since entry."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.journeys import State
from metrics.funnel.shares import with_share
from metrics.survival import Ending, kaplan_meier, life_table, share_by

_DAY = timedelta(days=1)


def cohorts(funnel: Funnel, parts: pl.DataFrame, by: Sequence[str] = ("month",)) -> pl.DataFrame:
    """Return what has become of the cases that entered in each group of `by`.

    `mature` of them have had their whole window; `value`, `low` and `high` are the share converted of those alone.
    `is_mature` says that all have: only then does the plain share `converted / entered` say how the cohort ended.
    """
    counted = parts.filter(pl.col("step") > 0).group_by(by).agg(**_outcomes(len(funnel.stages))).sort(by)
    is_mature = pl.col("mature") == pl.col("entered")
    return with_share(counted.with_columns(is_mature=is_mature), "_done", "mature").drop("_done")


def _outcomes(last: int) -> dict[str, pl.Expr]:
    n, entering, done = (
        pl.col("n"),
        pl.col("step") == 1,
        (pl.col("step") == last) & (pl.col("state") == State.CONVERTED),
    )
    stopped = {
        state.value: n.filter(pl.col("state") == state).sum() for state in (State.LOST, State.TIMED_OUT, State.OPEN)
    }
    return {
        "entered": n.filter(entering).sum(),
        "converted": n.filter(done).sum(),
        **stopped,
        "mature": n.filter(entering & pl.col("mature")).sum(),
        "_done": n.filter(done & pl.col("mature")).sum(),
    }


def waiting(flagged: pl.LazyFrame, as_of: datetime) -> pl.LazyFrame:
    """Return one row per case that entered: the seconds from its entry to its conversion, or to `as_of`.

    A lost case is not censored when it was lost, as if it might still convert: it is watched until `as_of` like every
    other, and does not convert. Only the moment of looking censors, and that has nothing to do with converting.
    """
    converted = pl.col("converted_at").is_not_null()
    until = pl.coalesce("converted_at", pl.lit(as_of).cast(pl.Datetime("us", "UTC")))
    return flagged.filter(pl.col("step") == 1).with_columns(
        duration=(until - pl.col("entered_at")).dt.total_microseconds() / 1e6,
        ending=pl.when(converted).then(pl.lit(Ending.EVENT)).otherwise(pl.lit(Ending.CENSORED)),
    )


def conversion_by_day(
    funnel: Funnel, flagged: pl.LazyFrame, as_of: datetime, by: Sequence[str] = ("month",)
) -> pl.DataFrame:
    """Return the share converted within 0, 1, 2 … days of entry up to the window, with its interval.

    By Kaplan–Meier, so that cases of different age tell what they can; null for a day that no case has reached yet.
    """
    curve = kaplan_meier(life_table(waiting(flagged, as_of), by), by)
    days = pl.Series("day", range(-(-funnel.window // _DAY) + 1), dtype=pl.Int64)
    shares = share_by(curve, (days * 86400).cast(pl.Float64), by)
    return shares.select(*by, (pl.col("duration") / 86400).cast(pl.Int64).alias("day"), "share", "low", "high")


def estimated(found: pl.DataFrame, by_day: pl.DataFrame, by: Sequence[str] = ("month",)) -> pl.DataFrame:
    """Return cohorts beside what can be said of those that are not mature yet: the share converted so far.

    `estimate`, `estimate_low` and `estimate_high` are the Kaplan–Meier share by `estimate_day`, the last day of which
    anything is known; null for mature cohorts, whose `value` says how they ended.
    """
    known = by_day.filter(pl.col("share").is_not_null()).sort(*by, "day").group_by(by, maintain_order=True).last()
    told = known.select(*by, estimate="share", estimate_low="low", estimate_high="high", estimate_day="day")
    names = ("estimate", "estimate_low", "estimate_high", "estimate_day")
    beside = found.join(told, on=list(by), how="left", maintain_order="left")
    return beside.with_columns(pl.when(~pl.col("is_mature")).then(pl.col(name)).alias(name) for name in names)
