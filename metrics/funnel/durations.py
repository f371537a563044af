"""Time to convert: how long cases took from stage to stage, and since they set out."""

from collections.abc import Sequence

import polars as pl

_SINCE = {"since_previous": "seconds", "since_start": "elapsed"}


def durations(flagged: pl.LazyFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return, per group of `by` and stage, how many cases took how many seconds to reach it: mean, median, P90.

    `…_since_previous` counts from the stage before, where both were logged; `…_since_start` from the first entry of the
    attempt that counts. Quantiles interpolate linearly (Hyndman & Fan type 7). Cases still on their way are not in it.
    """
    measures = {name: of for since, column in _SINCE.items() for name, of in _measures(since, column).items()}
    keys = [*by, "step", "stage"]
    return flagged.filter(pl.col("step") > 1).group_by(keys).agg(**measures).sort(keys).collect()


def _measures(since: str, column: str) -> dict[str, pl.Expr]:
    seconds = pl.col(column)
    return {
        f"n_{since}": seconds.count().cast(pl.Int64),
        f"mean_{since}": seconds.mean(),
        f"median_{since}": seconds.median(),
        f"p90_{since}": seconds.quantile(0.9, "linear"),
    }
