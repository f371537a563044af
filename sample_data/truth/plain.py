"""Clean tables as plain rows: dictionaries with times in local seconds."""

import polars as pl

from sample_data.span import OFFSET
from sample_data.truth.tally import Row


def plain(table: pl.DataFrame) -> list[Row]:
    """Return the rows of a table with every time as local seconds."""
    seconds = [
        (pl.col(name).dt.epoch("s") + OFFSET).alias(name)
        for name, dtype in table.schema.items()
        if isinstance(dtype, pl.Datetime)
    ]
    return table.with_columns(seconds).to_dicts()
