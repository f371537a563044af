"""How severe complaints are: what each weighs, and the weighted rate with an interval that knows of the weights."""

from dataclasses import dataclass

import polars as pl
from scipy import special

from metrics.intervals import garwood

# The product's own proposal; a workspace may weigh otherwise.
WEIGHTS = {"minor": 1.0, "general": 2.0, "major": 5.0, "critical": 10.0}
_TAIL = 0.025


@dataclass(frozen=True)
class WeightedRate:
    """Weight of complaints per 100 units of exposure, and their plain rate; None without exposure."""

    complaints: int
    weight: float
    exposure: float
    value: float | None
    low: float | None
    high: float | None
    plain: float | None
    plain_low: float | None
    plain_high: float | None


def weight_of(severity: pl.Expr) -> pl.Expr:
    """Return what a complaint weighs; null where nobody graded it."""
    return severity.replace_strict(WEIGHTS, default=None, return_dtype=pl.Float64)


def weighted_rate(weights: pl.Series, exposure: float, per: int = 100) -> WeightedRate:
    """Return the weight of complaints per `per` units of exposure with its 95 % interval.

    The sum of weights is no Poisson count; its interval is the gamma one of Fay & Feuer 1997 from Σw, Σw² and the
    largest weight, which is Garwood's exact one where every complaint weighs 1. Ungraded complaints are left out.
    """
    known = weights.drop_nulls()
    count, total, squares = known.len(), float(known.sum()), float((known**2).sum())
    if exposure <= 0:
        return WeightedRate(count, total, exposure, None, None, None, None, None, None)
    largest = max(WEIGHTS.values()) if known.is_empty() else float(known.max())  # type: ignore[arg-type]
    low, high = _gamma(total, squares, largest)
    plain = (float(bound[0]) for bound in garwood(pl.Series([count]), pl.Series([exposure / per])))
    scale = per / exposure
    return WeightedRate(count, total, exposure, total * scale, low * scale, high * scale, count * scale, *plain)


def _gamma(total: float, squares: float, largest: float) -> tuple[float, float]:
    low = 0.0 if total == 0 else float(special.gammaincinv(total**2 / squares, _TAIL)) * squares / total
    more, more_squares = total + largest, squares + largest**2
    return low, float(special.gammaincinv(more**2 / more_squares, 1 - _TAIL)) * more_squares / more
