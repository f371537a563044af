"""Units beside each other, each judged by its own size: the funnel plot.

A unit's value is held against the value of all of them together, within what chance alone would let a unit of that
size stray: centre ± z·s/√size. For shares s = √(p(1 − p)) and the size is n, for rates s = √u and the size is the
exposure, for means s is the units' pooled standard deviation. Source: Spiegelhalter 2005, Funnel plots for comparing
institutional performance, Statistics in Medicine 24:1185.
"""

import math
from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.model import Kpi, Mean, Quantile, Rate, Share

# Chance alone passes the inner limits in 5 of 100 units, the outer ones in 2 of 1,000.
INNER, OUTER = 1.96, 3.09
_FEWEST_UNITS = 3
_CURVE_POINTS = 60


@dataclass(frozen=True, eq=False)
class FunnelPlot:
    """`points` has one row per unit: its key, n, size, value and `beyond` (0 none, 1 inner, 2 outer limits, signed).

    `curve` has the columns size, inner_low, inner_high, outer_low, outer_high, smallest size first.
    """

    centre: float
    points: pl.DataFrame
    curve: pl.DataFrame


def funnel_plot(kpi: Kpi, readings: pl.DataFrame, key: str = "unit") -> FunnelPlot | None:
    """Return the funnel plot of readings, one row per unit.

    None for a percentile, which has no such limits, for fewer than three units with data, and where nothing varies.
    """
    known = readings.filter(pl.col("value").is_not_null())
    if isinstance(kpi.measure, Quantile) or known.height < _FEWEST_UNITS:
        return None
    sized = known.with_columns(size=_size(kpi))
    scale = kpi.measure.per if isinstance(kpi.measure, Rate) else 1
    centre = float(sized.select(pl.col("total").sum() / pl.col("size").sum()).item())
    spread = _spread(kpi, sized, centre)
    if spread == 0:
        return None
    away = (pl.col("value") / scale - centre) / (spread / pl.col("size").sqrt())
    beyond = (away.abs() > INNER).cast(pl.Int8) + (away.abs() > OUTER).cast(pl.Int8)
    points = sized.with_columns(beyond=beyond * away.sign().cast(pl.Int8)).select(key, "n", "size", "value", "beyond")
    return FunnelPlot(centre * scale, points, _curve(kpi, points["size"], centre, spread))


def _size(kpi: Kpi) -> pl.Expr:
    return pl.col("exposure") if isinstance(kpi.measure, Rate) else pl.col("n").cast(pl.Float64)


def _spread(kpi: Kpi, sized: pl.DataFrame, centre: float) -> float:
    if isinstance(kpi.measure, Share):
        return math.sqrt(centre * (1 - centre))
    if isinstance(kpi.measure, Rate):
        return math.sqrt(centre)
    within = sized.select((pl.col("squares") - pl.col("total") ** 2 / pl.col("n")).sum()).item()
    freedom = sized.select((pl.col("n") - 1).sum()).item()
    return math.sqrt(max(within, 0.0) / freedom) if freedom else 0.0


def _curve(kpi: Kpi, sizes: pl.Series, centre: float, spread: float) -> pl.DataFrame:
    reach = sizes.to_numpy()
    grid = np.geomspace(max(reach.min() * 0.8, 1), reach.max() * 1.1, _CURVE_POINTS)
    least, most = _bounds(kpi)
    scale = kpi.measure.per if isinstance(kpi.measure, Rate) else 1
    limits = {
        f"{name}_{side}": np.clip(centre + sign * z * spread / np.sqrt(grid), least, most) * scale
        for name, z in {"inner": INNER, "outer": OUTER}.items()
        for side, sign in {"low": -1, "high": 1}.items()
    }
    return pl.DataFrame({"size": grid, **limits})


def _bounds(kpi: Kpi) -> tuple[float, float]:
    if isinstance(kpi.measure, Mean):
        return kpi.measure.bounds
    return (0.0, 1.0) if isinstance(kpi.measure, Share) else (0.0, math.inf)
