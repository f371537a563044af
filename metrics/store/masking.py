"""Personal data, masked unless the viewer may see it."""

import polars as pl

from metrics.contract import TABLES
from metrics.store.scope import Scope

MASK = "•••"


def masked(table: str, rows: pl.DataFrame, scope: Scope) -> pl.DataFrame:
    """Return rows of a table as a viewer may see them: personal values are masked, what is empty stays empty."""
    personal = [column.name for column in TABLES[table].columns if column.personal and column.name in rows.columns]
    if scope.personal or not personal:
        return rows
    return rows.with_columns(pl.when(pl.col(name).is_not_null()).then(pl.lit(MASK)).alias(name) for name in personal)
