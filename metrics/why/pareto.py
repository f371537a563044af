"""The few causes behind most cases: counts in falling order with their cumulative share (Pareto chart)."""

import polars as pl


def pareto(rows: pl.DataFrame, label: str, amount: str, other: str = "other") -> pl.DataFrame:
    """Return causes with the largest amount first, ties by name, `other` always last whatever its size.

    Columns: `label`, `amount`, share, cumulative, cumulative_share; rows of one label are added up.
    """
    summed = rows.group_by(label).agg(pl.col(amount).sum())
    ordered = summed.sort(pl.col(label) == other, -pl.col(amount), label)
    total = pl.col(amount).sum()
    return ordered.with_columns(
        share=pl.when(total != 0).then(pl.col(amount) / total),
        cumulative=pl.col(amount).cum_sum(),
        cumulative_share=pl.when(total != 0).then(pl.col(amount).cum_sum() / total),
    )
