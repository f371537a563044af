"""Give rows the shape of a canonical table."""

import polars as pl

from metrics.contract import table


def shaped(name: str, columns: dict[str, pl.Series]) -> pl.DataFrame:
    """Return the columns in the order and types of the table `name`; those not given are null."""
    height = len(next(iter(columns.values())))
    return pl.DataFrame(
        [
            columns[column].cast(dtype).alias(column)
            if column in columns
            else pl.Series(column, [None] * height, dtype)
            for column, dtype in table(name).schema.items()
        ]
    )
