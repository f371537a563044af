"""Percentiles of waiting times from additive parts: every duration of a group, ended or still going on.

Where all have ended, the percentile is Hyndman & Fan's type 7, as spreadsheets and numpy compute it (1996, The American
Statistician 50:361). Where some are still going on it is Kaplan and Meier's, for leaving them out would flatter.
"""

from typing import Final

import polars as pl

from metrics.model import Quantile
from metrics.order_statistics import percentiles_of_ended
from metrics.survival import Ending, kaplan_meier, life_table, quantile

TYPE_7, KAPLAN_MEIER = "type_7", "kaplan_meier"
MICROSECONDS: Final = 1_000_000

# The durations of counted rows in microseconds: of those that have ended, and so far of those that have not.
WAITS = pl.Schema({"ended": pl.List(pl.Int64()), "going_on": pl.List(pl.Int64())})


def waiting(measure: Quantile) -> dict[str, pl.Expr]:
    """Return what a flagged row contributes: how long it waited (null unless counted), and whether that is over."""
    waited = pl.when(pl.col("_counted")).then(measure.value.dt.total_microseconds())
    return {"_waited": waited, "_observed": measure.observed.fill_null(value=False)}


def waits(flagged: pl.LazyFrame) -> dict[str, pl.Expr]:
    """Return the durations of a group of flagged rows as lists; nothing where the KPI has none."""
    if "_waited" not in flagged.collect_schema():
        return {}
    over = {"ended": pl.col("_observed"), "going_on": ~pl.col("_observed")}
    # In order, so that the same rows give the same parts however they came.
    return {name: pl.col("_waited").filter(which).drop_nulls().sort() for name, which in over.items()}


def with_waits(parts: pl.LazyFrame) -> pl.LazyFrame:
    """Return parts with the columns of `WAITS`, empty where they have none."""
    held = parts.collect_schema()
    return parts.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in WAITS.items() if name not in held)


def percentiles(summed: pl.DataFrame, q: float) -> pl.DataFrame:
    """Return, for each row of summed parts, `value`, `low` and `high` in seconds and the `method`; null without data.

    The interval is Brookmeyer & Crowley's in both cases. A value that too few have reached yet is null, and so is an
    end of the interval that is not known yet.
    """
    rows = summed.select(WAITS.names()).with_row_index("row")
    is_open = pl.col("going_on").list.len().fill_null(0) > 0
    waiting, over = rows.filter(is_open), rows.filter(~is_open)
    method = pl.when(pl.col("ended").list.len() > 0).then(pl.lit(TYPE_7)).alias("method")
    ended = over.select("row", method).hstack(percentiles_of_ended(over["ended"], q))
    found = rows.select("row").join(
        pl.concat([ended.select(_READ), _by_curve(waiting, q).select(_READ)]),
        on="row",
        how="left",
        maintain_order="left",
    )
    return found.select(
        pl.col("value") / MICROSECONDS,
        # Type 7 lies between two durations and may step over an end of the interval where there are few.
        low=pl.when(pl.col("low").is_not_null()).then(pl.min_horizontal("low", "value")) / MICROSECONDS,
        high=pl.when(pl.col("high").is_not_null()).then(pl.max_horizontal("high", "value")) / MICROSECONDS,
        method="method",
    )


_READ = ("row", pl.col("value", "low", "high").cast(pl.Float64), "method")


def _by_curve(rows: pl.DataFrame, q: float) -> pl.DataFrame:
    """Return the percentile of each row from its Kaplan–Meier curve."""
    spread = pl.concat([_long(rows, "ended", Ending.EVENT), _long(rows, "going_on", Ending.CENSORED)])
    curve = kaplan_meier(life_table(spread.lazy(), ["row"]), ["row"])
    return quantile(curve, q, ["row"]).with_columns(method=pl.lit(KAPLAN_MEIER))


def _long(rows: pl.DataFrame, column: str, ending: Ending) -> pl.DataFrame:
    durations = rows.select("row", duration=pl.col(column)).explode("duration").drop_nulls()
    return durations.with_columns(ending=pl.lit(ending.value))
