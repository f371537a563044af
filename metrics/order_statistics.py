"""Percentiles and their intervals where every row has had the event: read off the sorted durations, without a curve.

Without censoring the Kaplan–Meier curve falls by 1/n at each duration and Greenwood's variance telescopes to
i / (n·(n − i)), so that the interval's ends depend on n alone: they are the durations of two ranks.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from metrics.intervals import Z
from metrics.survival import TOLERANCE


def percentiles_of_ended(ended: pl.Series, q: float) -> pl.DataFrame:
    """Return, for each list of durations, `value` (Hyndman & Fan's type 7), `low` and `high`; null without durations.

    `low` and `high` are Brookmeyer & Crowley's ends, as `survival.quantile` finds them on the whole curve.
    """
    frame = pl.DataFrame({"d": ended.list.sort()}).with_columns(n=pl.col("d").list.len().fill_null(0).cast(pl.Int64))
    sizes = frame["n"].to_numpy()
    ranks = {end: pl.Series(_first_rank(sizes, q, power)) for end, power in (("low", 1), ("high", -1))}
    found = frame.with_columns(pl.Series("place", (sizes - 1).clip(min=0) * q), **ranks)
    below, above = (pl.col("d").list.get(pl.col("place").cast(pl.Int64) + step, null_on_oob=True) for step in (0, 1))
    share = pl.col("place") % 1
    return found.select(
        value=below + pl.when(share > 0).then(share * (above - below)).otherwise(0.0),
        low=_duration_of("low"),
        high=_duration_of("high"),
    )


def _first_rank(sizes: NDArray[np.int64], q: float, power: int) -> NDArray[np.int64]:
    """Return the first rank from 1 on at which the bound of the share still waiting is at most 1 − q; n where none is.

    The bound falls with the rank, so the first is found by halving.
    """
    first, last = np.ones_like(sizes), np.maximum(sizes, 1)
    while (first < last).any():
        middle = (first + last) // 2
        reached = _bound(middle, sizes, power) <= 1 - q + TOLERANCE
        first, last = np.where(reached | (first >= last), first, middle + 1), np.where(reached, middle, last)
    return first


def _bound(rank: NDArray[np.int64], sizes: NDArray[np.int64], power: int) -> NDArray[np.float64]:
    """Return the lower (power 1) or upper (−1) bound of the share that waits longer than the duration of a rank."""
    with np.errstate(divide="ignore", invalid="ignore"):
        waiting = (sizes - rank) / sizes
        variance = rank / (sizes * (sizes - rank))
        spread = np.exp(np.sqrt(variance) / np.abs(np.log(waiting)) * Z)
        bound: NDArray[np.float64] = waiting ** (spread**power)
    # Where nobody waits any more the scale has no value: nothing is known there.
    return np.where(rank < sizes, bound, np.inf)


def _duration_of(rank: str) -> pl.Expr:
    """Return the duration of a rank; null where it is the longest of all, at which nobody waits any more."""
    duration = pl.col("d").list.get(pl.col(rank) - 1, null_on_oob=True)
    return pl.when(duration < pl.col("d").list.last()).then(duration)
