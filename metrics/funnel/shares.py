"""Shares of counts, and how sure they are; null where there is nothing to divide by."""

import polars as pl

from metrics.intervals import wilson


def ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """Return part / whole; null where the whole is 0: no data is not zero."""
    return pl.when(whole > 0).then(part / whole)


def with_share(
    rows: pl.DataFrame, hits: str, n: str, names: tuple[str, str, str] = ("value", "low", "high")
) -> pl.DataFrame:
    """Return rows with the share hits / n and its Wilson interval in the columns `names`."""
    value, *bounds = names
    interval = wilson(rows[hits].fill_null(0), rows[n].fill_null(0))
    shown = {
        name: pl.Series(bound, dtype=pl.Float64).fill_nan(None) for name, bound in zip(bounds, interval, strict=True)
    }
    return rows.with_columns(ratio(pl.col(hits), pl.col(n)).alias(value), **shown)
