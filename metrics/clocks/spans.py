"""Spans of time that belong to something: merged where they overlap, so that nothing is counted twice."""

from collections.abc import Sequence

import polars as pl


def merged(spans: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return the spans (`begin`, `end`) of each group of `by` with overlapping and touching ones made into one.

    A span that ends before it begins is dropped.
    """
    ordered = spans.filter(pl.col("begin") <= pl.col("end")).sort(*by, "begin")
    reached = pl.col("end").cum_max().shift().over(by)
    apart = (pl.col("begin") > reached).fill_null(value=True)
    number = apart.cum_sum()
    whole = ordered.group_by(*by, number.alias("_span"), maintain_order=True)
    return whole.agg(pl.col("begin").min(), pl.col("end").max()).drop("_span")


def within(spans: pl.DataFrame, begin: pl.Expr, end: pl.Expr) -> pl.DataFrame:
    """Return the parts of spans that lie between `begin` and `end`; those that lie outside are dropped."""
    clipped = spans.with_columns(
        begin=pl.max_horizontal(pl.col("begin"), begin), end=pl.min_horizontal(pl.col("end"), end)
    )
    return clipped.filter(pl.col("begin") < pl.col("end"))
