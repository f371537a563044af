"""Give records made one by one the shape of a canonical table."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from metrics.contract import UTC, table
from sample_data.span import OFFSET


def from_rows(name: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return the records as rows of the table `name`; times are given in local seconds, what is not given is null."""
    schema = table(name).schema
    columns = {}
    for column, dtype in schema.items():
        values = [row.get(column) for row in rows]
        if dtype == UTC:
            values = [None if value is None else (value - OFFSET) * 1_000_000 for value in values]
            columns[column] = pl.Series(column, values, dtype=pl.Int64).cast(dtype)
        else:
            columns[column] = pl.Series(column, values, dtype=dtype)
    return pl.DataFrame(columns)
