"""Writing frames into tables of the records database, a slice at a time."""

import polars as pl
from sqlalchemy import Connection, Table, insert

_AT_ONCE = 10_000


def insert_rows(connection: Connection, table: Table, rows: pl.DataFrame) -> None:
    """Insert the rows of a frame whose columns are the table's; characters that PostgreSQL cannot keep are left out."""
    clean = rows.with_columns(pl.col(pl.String).str.replace_all("\x00", "", literal=True))
    for part in clean.iter_slices(_AT_ONCE):
        connection.execute(insert(table), part.to_dicts())
