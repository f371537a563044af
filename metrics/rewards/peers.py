"""Units beside each other: shrunken towards the mean of all, and the limits of a funnel plot.

A league table of small centres is a table of luck. Shrinkage is empirical Bayes after Morris (1983, "Parametric
Empirical Bayes Inference", JASA 78, 47–55): each mean is drawn towards that of all by the share of its variance that is
noise; the variance between units is estimated by moments (DerSimonian & Laird 1986, Controlled Clinical Trials 7,
177–188). The limits are those of a funnel plot (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202): where 95 %
and 99.8 % of units would lie, were all alike.
"""

from dataclasses import dataclass
from typing import Final

import polars as pl
from scipy import special

_WARNING, _ALARM = 0.95, 0.998
_QUANTILES: Final = {name: float(special.ndtri((1 + share) / 2)) for name, share in (("95", _WARNING), ("998", _ALARM))}
INSIDE = "inside"
_COLUMNS: Final = ("variance", "noise", "shrunken", "low", "high", "lower_95", "upper_95", "lower_998", "upper_998")
_UNKNOWN: Final = [
    *(pl.lit(None, pl.Float64).alias(name) for name in _COLUMNS),
    pl.lit(None, pl.String).alias("verdict"),
]


@dataclass(frozen=True, eq=False)
class Peers:
    """Units with `n`, `mean`, `noise`, `shrunken`, `low`, `high`, limits such as `lower_95` and a `verdict`.

    A verdict is "inside", or such as "below_998". `centre` is the mean of all forms, `between` the variance between
    units beyond noise, `within` that between forms of one unit.
    """

    units: pl.DataFrame
    centre: float | None
    between: float
    within: float | None


def shrunken(means: pl.DataFrame, between: float) -> pl.DataFrame:
    """Return units with their means shrunken, given the variance τ² between units.

    `means` has `mean` and `variance` v (of the mean, above 0) per unit. The share of noise is B = v / (v + τ²); the
    shrunken mean is B·μ + (1 − B)·mean, with μ weighted by 1 / (v + τ²). `low` and `high` are its 95 % interval, of
    variance (1 − B)·v + B²·var(μ): τ² is taken as known, μ as estimated (Raudenbush & Bryk 1985, appendix).
    """
    weight = 1 / (pl.col("variance") + between)
    weights, weighted = means.select(weight.sum(), total=(weight * pl.col("mean")).sum()).row(0)
    common = float(weighted / weights)
    noise = pl.col("variance") * weight
    half = _QUANTILES["95"] * ((1 - noise) * pl.col("variance") + noise**2 / weights).sqrt()
    drawn = means.with_columns(noise=noise, shrunken=noise * common + (1 - noise) * pl.col("mean"))
    return drawn.with_columns(low=pl.col("shrunken") - half, high=pl.col("shrunken") + half)


def peers(sums: pl.DataFrame) -> Peers:
    """Return units beside each other from `unit`, `n`, `total` and `squares` of scores; those without forms drop.

    The variance between forms is pooled over units, as a handful of forms that agree has almost none of its own. Where
    it is not known, or 0, nothing can be drawn or limited.
    """
    known = sums.filter(pl.col("n") > 0).sort("unit").with_columns(mean=pl.col("total") / pl.col("n"))
    within = _within(known)
    centre = float(known["total"].sum()) / int(known["n"].sum()) if known.height else None
    if centre is None or not within:
        return Peers(known.with_columns(_UNKNOWN), centre, 0.0, within)
    means = known.with_columns(variance=within / pl.col("n"))
    between = variance_between(means)
    return Peers(_with_limits(shrunken(means, between), centre), centre, between, within)


def variance_between(means: pl.DataFrame) -> float:
    """Return the variance between units beyond noise, by moments; 0 where they differ no more than noise would."""
    weight, mean = 1 / means["variance"], means["mean"]
    total = float(weight.sum())
    average = float((weight * mean).sum()) / total
    spread = float((weight * (mean - average) ** 2).sum())
    scale = total - float((weight**2).sum()) / total
    return max(0.0, (spread - (means.height - 1)) / scale) if scale > 0 else 0.0


def _within(known: pl.DataFrame) -> float | None:
    """Return the variance between forms of one unit, pooled; None where no unit has two."""
    freedom = int(known["n"].sum()) - known.height
    around = float((known["squares"] - known["total"] ** 2 / known["n"]).sum()) if known.height else 0.0
    return max(around, 0.0) / freedom if freedom > 0 else None


def _with_limits(drawn: pl.DataFrame, centre: float) -> pl.DataFrame:
    """Return units with the funnel's limits at their number of forms, and where they stand."""
    error, away = pl.col("variance").sqrt(), (pl.col("mean") - centre).abs()
    limits = {f"{end}_{name}": centre + sign * z * error for name, z in _QUANTILES.items()
              for end, sign in (("lower", -1), ("upper", 1))}  # fmt: skip
    side = pl.when(pl.col("mean") > centre).then(pl.lit("above")).otherwise(pl.lit("below"))
    beyond = [pl.when(away > _QUANTILES[name] * error).then(pl.concat_str(side, pl.lit(f"_{name}")))
              for name in ("998", "95")]  # fmt: skip
    return drawn.with_columns(**limits, verdict=pl.coalesce(*beyond, pl.lit(INSIDE)))
