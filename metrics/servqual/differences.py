"""Differences between the answers of two groups of people: managers and customers, or one wave and the one before."""

from typing import Any

import polars as pl

from metrics.noise import difference_of_means

Summed = dict[str, Any]


def summed(values: pl.Series) -> Summed:
    """Return n, total, squares and the mean of values, as the interval of a difference needs them."""
    n, total = values.len(), float(values.sum())
    return {"n": n, "total": total, "squares": float((values**2).sum()), "value": total / n if n else None}


def difference(one: Summed, other: Summed) -> tuple[float | None, float | None, float | None]:
    """Return the mean of `one` minus that of `other` with its 95 % interval; None as far as it is not known."""
    if one["value"] is None or other["value"] is None:
        return None, None, None
    low, high = difference_of_means(one, other) or (None, None)
    return one["value"] - other["value"], low, high
