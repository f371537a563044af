"""The accuracy of all contacts, from a sample that took more of some strata than of others.

Taking the audits together would give the strata that were sampled most the most weight. So each stratum's share counts
by how many contacts it has: Σ W_h p_h with W_h = N_h / Σ N (Cochran, Sampling Techniques, 1977, ch. 5).
"""

from dataclasses import dataclass

import polars as pl

from metrics.accuracy.errors import StrataError
from metrics.intervals import Z, wilson

_SAMPLED_SO_MUCH = 0.05  # above this share the rest of the stratum is noticeably smaller than the stratum
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Stratified:
    """The weighted share beside the pooled one; `value` is None where a stratum was not sampled or has no size.

    `strata` holds stratum, population, n, hits, weight, share, low, high and rest (the finite-population factor);
    `variance` is None where a stratum has a single audit.
    """

    value: float | None
    low: float | None
    high: float | None
    variance: float | None
    pooled: float | None
    pooled_low: float | None
    pooled_high: float | None
    n: int
    strata: pl.DataFrame
    unsampled: tuple[str, ...]
    unsized: tuple[str, ...]


def with_weights(strata: pl.DataFrame) -> pl.DataFrame:
    """Return strata with `weight`, their share of the population; null in all where one of them has no size."""
    known = pl.col("population").is_not_null().all()
    return strata.with_columns(weight=pl.when(known).then(pl.col("population") / pl.col("population").sum()))


def stratified(strata: pl.DataFrame) -> Stratified:
    """Return the share of hits weighted by `weight`, from one row of stratum, population, n, hits, weight per stratum.

    Variance: Σ W² (1 − f) p(1 − p)/(n − 1), with f = n/N where that is above 5 % and else 0. Interval: Wilson's for
    the size of a plain sample that is as sure (Korn & Graubard 1998), p(1 − p) / Σ W² (1 − f) p(1 − p)/n, where
    each p is drawn towards a half as in Wilson's centre: a stratum where every audit passed still leaves doubt.
    Simulated with 14 to 40 audits a stratum and shares of 60 % to 99 %, it holds the truth in 93 % to 98 % of samples;
    combining the strata's own intervals did in 89 % to 95 %. StrataError where weights do not sum to 1.
    """
    _check(strata)
    shares = _with_shares(strata)
    unsized = tuple(shares.filter(pl.col("weight").is_null())["stratum"])
    unsampled = tuple(shares.filter((pl.col("n") == 0) & (pl.col("weight").fill_null(1) > 0))["stratum"])
    known = not shares.is_empty() and not unsized and not unsampled
    value = float(shares.select((pl.col("weight") * pl.col("share")).sum()).item()) if known else None
    low, high = (None, None) if value is None else _interval(shares.filter(pl.col("weight") > 0), value)
    n, hits = int(shares["n"].sum()), float(shares["hits"].sum())
    pooled_low, pooled_high = (float(bound[0]) for bound in wilson(pl.Series([hits]), pl.Series([n])))
    return Stratified(
        value=value,
        low=low,
        high=high,
        variance=_variance(shares) if known else None,
        pooled=hits / n if n else None,
        pooled_low=pooled_low if n else None,
        pooled_high=pooled_high if n else None,
        n=n,
        strata=shares,
        unsampled=unsampled,
        unsized=unsized,
    )


def _check(strata: pl.DataFrame) -> None:
    names = strata["stratum"]
    if names.is_duplicated().any():
        message = "A stratum stands twice."
        raise StrataError(message, names.filter(names.is_duplicated()).unique())
    larger = strata.filter((pl.col("hits") > pl.col("n")) | (pl.col("n") > pl.col("population")))
    if not larger.is_empty():
        message = "More hits than audits, or more audits than contacts to draw from."
        raise StrataError(message, larger["stratum"])
    total = float(strata["weight"].sum())
    if strata["weight"].null_count() == 0 and not strata.is_empty() and abs(total - 1) > _ROUNDING:
        message = f"Their weights sum to {total:g}, not to 1."
        raise StrataError(message, names)


def _with_shares(strata: pl.DataFrame) -> pl.DataFrame:
    low, high = wilson(strata["hits"], strata["n"])
    sampled = pl.col("n") / pl.col("population")
    return strata.with_columns(
        share=pl.when(pl.col("n") > 0).then(pl.col("hits") / pl.col("n")),
        low=pl.Series(low, dtype=pl.Float64).fill_nan(None),
        high=pl.Series(high, dtype=pl.Float64).fill_nan(None),
        rest=pl.when(sampled > _SAMPLED_SO_MUCH).then(1 - sampled).otherwise(1.0),
    )


def _interval(shares: pl.DataFrame, value: float) -> tuple[float, float]:
    n, weight, rest = pl.col("n"), pl.col("weight"), pl.col("rest")
    drawn = (pl.col("hits") + Z**2 / 2) / (n + Z**2)
    found = shares.select(spread=(weight**2 * rest * drawn * (1 - drawn) / n).sum(), centre=(weight * drawn).sum())
    spread, centre = found.row(0)
    if spread == 0:  # every contact was audited
        return value, value
    as_good_as = centre * (1 - centre) / spread
    low, high = wilson(pl.Series([value * as_good_as]), pl.Series([as_good_as]))
    return min(float(low[0]), value), max(float(high[0]), value)


def _variance(shares: pl.DataFrame) -> float | None:
    counted = shares.filter(pl.col("weight") > 0)
    if (counted["n"] < 2).any():  # noqa: PLR2004 a variance takes two audits
        return None
    p = pl.col("share")
    return float(
        counted.select((pl.col("weight") ** 2 * pl.col("rest") * p * (1 - p) / (pl.col("n") - 1)).sum()).item()
    )
