"""A funnel against that of another period: what changed at each stage, and whether it is more than chance."""

from collections.abc import Sequence

import polars as pl

from metrics.change import Verdict

_KEPT = ("value", "low", "high", "n", "immature")


def compared(now: pl.DataFrame, before: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the change of each stage's conversion from `before` to `now`, two waterfalls, with its 95 % interval.

    Formula: the interval of a difference from the two Wilson intervals (Newcombe 1998, method 10). Only mature cases
    are compared. While some that entered `now` are too fresh, the change is withheld ("too_early").
    """
    keys = [*by, "step", "stage"]
    old = before.select(*keys, pl.col(_KEPT).name.suffix("_before"))
    both = now.select(*keys, *_KEPT).join(old, on=keys, how="left")
    fresh = pl.col("immature").fill_null(0) > 0
    change = {name: pl.when(~fresh).then(bound) for name, bound in _newcombe().items()}
    return both.with_columns(**change).with_columns(verdict=_verdict(fresh)).sort(keys)


def _newcombe() -> dict[str, pl.Expr]:
    difference = pl.col("value") - pl.col("value_before")
    below = (pl.col("value") - pl.col("low")).pow(2) + (pl.col("high_before") - pl.col("value_before")).pow(2)
    above = (pl.col("high") - pl.col("value")).pow(2) + (pl.col("value_before") - pl.col("low_before")).pow(2)
    return {
        "difference": difference,
        "difference_low": difference - below.sqrt(),
        "difference_high": difference + above.sqrt(),
    }


def _verdict(fresh: pl.Expr) -> pl.Expr:
    outside = (pl.col("difference_low") > 0) | (pl.col("difference_high") < 0)
    return (
        pl.when(fresh)
        .then(pl.lit(Verdict.TOO_EARLY))
        .when(pl.col("difference").is_null())
        .then(pl.lit(Verdict.NO_COMPARISON))
        .when(outside)
        .then(pl.lit(Verdict.REAL))
        .otherwise(pl.lit(Verdict.NOISE))
    )
