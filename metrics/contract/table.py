"""What a canonical table is: named, typed columns in both languages, a key, and the time that dates a row."""

from dataclasses import dataclass
from typing import Final

import polars as pl

UTC: Final = pl.Datetime("us", "UTC")

# Where a loaded row came from; added to every row of every table.
LINEAGE: Final = {"source": pl.String(), "source_file": pl.String(), "source_row": pl.Int64(), "version": pl.String()}


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a canonical table.

    `allowed` lists the only values it may hold, `references` the table whose key it holds, `happened` marks a
    time that has occurred (not one that is planned), `personal` what is masked unless the viewer may see it.
    """

    name: str
    dtype: pl.DataType
    zh: str
    en: str
    nullable: bool = True
    allowed: tuple[str, ...] = ()
    references: str | None = None
    happened: bool = False
    personal: bool = False


@dataclass(frozen=True, eq=False)
class Table:
    """A canonical table; `at` names the column whose business month a row lives in (None for reference tables).

    `at` may fall back: the first non-null of several columns dates the row.
    """

    name: str
    zh: str
    en: str
    key: tuple[str, ...]
    at: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pl.Schema:
        """Return the names and dtypes of the contract's own columns."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    @property
    def stored_schema(self) -> pl.Schema:
        """Return the columns as kept in the warehouse: the contract's, the lineage, and the business month."""
        return pl.Schema({**self.schema, **LINEAGE, "month": pl.String()})

    @property
    def happened(self) -> tuple[str, ...]:
        """Return the columns that hold times which have occurred."""
        return tuple(column.name for column in self.columns if column.happened)

    def column(self, name: str) -> Column:
        """Return the column called `name`; KeyError where the contract has none."""
        return {column.name: column for column in self.columns}[name]
