"""How much of a change comes from each dimension's shares, level within level, and how much from the segments' values.

K = Σ Π cᵢ · r over segments, where c₁ is the share of a value of the first dimension, cᵢ that of a value of the i-th
one within those before it, and r the segment's own value. The factors' effects are Das Gupta's: no order in which they
might have changed is preferred, and they add up to the change. Where a share or a value is not defined in one of the
periods it is taken as in the other, so that what appears or vanishes counts at the level at which it does.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from metrics.why.factors import das_gupta

OWN_VALUE, NO_EXPOSURE = "own_value", "without_exposure"
_PERIODS = ("before", "now")
_ROUNDING = 1e-12
_SCHEMA = pl.Schema({"factor": pl.String(), "effect": pl.Float64()})


def levels(
    segments: pl.DataFrame, by: Sequence[str], before: Mapping[str, Any], now: Mapping[str, Any]
) -> pl.DataFrame:
    """Return the effect of each dimension's shares, of the own values and, where there are any, of unexposed events.

    `segments` are those of a split by `by`; `before` and `now` are readings of the whole, which differ by the sum.
    """
    if segments.is_empty():
        return pl.DataFrame(schema=_SCHEMA)
    told = _shares(segments, by).with_columns(segment=pl.int_range(pl.len()).cast(pl.String))
    names = [*by, OWN_VALUE]
    long = pl.concat([told.select("segment", factor=pl.lit(name), **_both(name)) for name in names])
    found = das_gupta(long.select("factor", "segment", *_PERIODS))
    # Events of a segment without exposure have no value that a share could weigh.
    rest = now["value"] - before["value"] - found["effect"].sum()
    if abs(rest) > _ROUNDING * max(abs(now["value"]), 1):
        found = pl.concat([found, pl.DataFrame({"factor": [NO_EXPOSURE], "effect": [rest]}, schema=_SCHEMA)])
    return found


def _shares(segments: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return segments with each level's share within the level above, and their own value, in both periods."""
    columns: dict[str, pl.Expr] = {}
    for period in _PERIODS:
        above: pl.Expr = pl.lit(1.0)
        for level, name in enumerate(by, start=1):
            share = pl.col(f"share_{period}").sum().over(by[:level])
            columns[f"{name}_{period}"] = _divided(share, above)
            above = share
        columns[f"{OWN_VALUE}_{period}"] = pl.col(f"value_{period}")
    return segments.select(**columns)


def _both(name: str) -> dict[str, pl.Expr]:
    before, now = (pl.col(f"{name}_{period}") for period in _PERIODS)
    return {"before": pl.coalesce(before, now, pl.lit(0.0)), "now": pl.coalesce(now, before, pl.lit(0.0))}


def _divided(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole > 0).then(part / whole)
