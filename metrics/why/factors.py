"""Several factors at once, in no order: Das Gupta's split of a change into the effects of K factors.

A factor's effect is its change averaged over every way in which the other factors may stand at their old or new values,
each number of new ones weighing the same. For three factors that is (A − a)·[(bc + BC)/3 + (bC + Bc)/6] (Das Gupta
1993). The effects add up to the change, and no order of the factors is preferred.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from math import factorial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from metrics.why.errors import SplitError

# 2^K combinations: beyond this a table of factors is a mistake, not a question.
_MOST = 12

Values = NDArray[np.float64]
Combine = Callable[[Values], float]


def product(factors: Values) -> float:
    """Return the product of the factors (one per row), summed over segments (one per column)."""
    return float(factors.prod(axis=0).sum())


def das_gupta(table: pl.DataFrame, combine: Combine = product) -> pl.DataFrame:
    """Return the effect of each factor on the whole.

    `table` has the columns factor, before, now, and optionally segment; every factor needs a value for each segment.
    `combine` makes the whole out of one period's values, factors down and segments across.
    """
    names = table["factor"].unique(maintain_order=True).to_list()
    if not 1 <= len(names) <= _MOST:
        message = f"1 to {_MOST} factors can be told apart, got {len(names)}: {', '.join(map(str, names))}."
        raise SplitError(message)
    before, now = (_grid(table, period, len(names)) for period in ("before", "now"))
    return pl.DataFrame({"factor": names, "effect": [_effect(before, now, at, combine) for at in range(len(names))]})


def _grid(table: pl.DataFrame, period: str, factors: int) -> Values:
    """Return one period's values, one row per factor and one column per segment."""
    segmented = table if "segment" in table.columns else table.with_columns(segment=pl.lit("all"))
    wide = segmented.pivot(on="segment", index="factor", values=period, maintain_order=True).drop("factor")
    if wide.height != factors or any(column.null_count() for column in wide):
        message = "Every factor needs one value before and one now for each segment."
        raise SplitError(message)
    return wide.to_numpy().astype(float)


def _effect(before: Values, now: Values, at: int, combine: Combine) -> float:
    others = [factor for factor in range(len(before)) if factor != at]
    effect = 0.0
    for changed, weight in _standings(others):
        old = before.copy()
        old[list(changed)] = now[list(changed)]
        new = old.copy()
        new[at] = now[at]
        effect += weight * (combine(new) - combine(old))
    return effect


def _standings(others: list[int]) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield every set of other factors that already changed, with its weight; the weights add up to 1."""
    every = factorial(len(others) + 1)
    for size in range(len(others) + 1):
        weight = factorial(size) * factorial(len(others) - size) / every
        yield from ((chosen, weight) for chosen in combinations(others, size))
