"""Complaints over months against what chance alone would bring: limits told exactly from the Poisson distribution.

With few complaints a month the bell curve behind 3-sigma limits is a poor picture of counts; the exact limits keep its
promise instead, that an unchanged process passes each of them in at most 0.135 % of months.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

TAIL = 0.00135
# The first so many months set the centre, as they do on control charts.
ENOUGH = 20

Numbers = NDArray[np.float64]


def poisson_limits(points: pl.DataFrame, per: int = 100, enough: int = ENOUGH) -> pl.DataFrame:
    """Return months (oldest first, with `total` and `exposure`) with their `centre`, limits and side.

    `centre` = Σ complaints / Σ exposure of the first `enough` months with exposure, times `per`; `lower` and `upper`
    are the smallest and the largest number of complaints that the limits let pass, as rates; `beyond` is −1 below,
    1 above and 0 within; `sets_limits` marks the months that the centre comes from. Months without exposure are left
    out.
    """
    known = points.filter(pl.col("exposure") > 0)
    sets = known.with_row_index("place").select(pl.col("place") < enough).to_series().alias("sets_limits")
    basis = known.filter(sets)
    exposure = known["exposure"].to_numpy().astype(float)
    if basis.is_empty():
        return known.with_columns(sets_limits=sets).with_columns(_nothing())
    rate = float(basis["total"].sum()) / float(basis["exposure"].sum())
    lower, upper = (_quantile(part, rate * exposure) for part in (TAIL, 1 - TAIL))
    counts = known["total"].to_numpy()
    beyond = (counts > upper).astype(np.int8) - (counts < lower).astype(np.int8)
    limits = {name: pl.Series(count / exposure * per) for name, count in {"lower": lower, "upper": upper}.items()}
    return known.with_columns(centre=pl.lit(rate * per), **limits, beyond=pl.Series(beyond), sets_limits=sets)


def _quantile(share: float, expected: Numbers) -> Numbers:
    """Return the smallest count that is not passed with at least this probability."""
    near = np.maximum(np.ceil(special.pdtrik(share, expected)), 0.0)
    near = np.where(np.isfinite(near), near, 0.0)
    # The inverse is found by steps; one count to either side settles what rounding left open.
    near = np.where((near >= 1) & (special.pdtr(near - 1, expected) >= share), near - 1, near)
    return np.where(special.pdtr(near, expected) < share, near + 1, near)


def _nothing() -> list[pl.Expr]:
    none = [pl.lit(None, pl.Float64).alias(name) for name in ("centre", "lower", "upper")]
    return [*none, pl.lit(0, pl.Int8).alias("beyond")]
