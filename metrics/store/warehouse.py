"""Facts as Delta tables: month partitions replaced atomically, old versions readable."""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from metrics.contract import TABLES
from metrics.engine import PARTS
from metrics.populations import CUBE

LINKS = pl.Schema(
    {
        "table": pl.String(),
        "key": pl.String(),
        "case_id": pl.String(),
        "case_month": pl.String(),
        "method": pl.String(),
        "confidence": pl.Float64(),
        "month": pl.String(),
    }
)
CUBE_PARTS = pl.Schema(
    {"kpi": pl.String(), "origin": pl.String(), "month": pl.String(), **dict.fromkeys(CUBE, pl.String()), **PARTS}
)
DAILY_PARTS = pl.Schema({"kpi": pl.String(), "origin": pl.String(), "day": pl.Date(), "unit": pl.String(), **PARTS})


def schema_of(table: str) -> pl.Schema:
    """Return the stored columns of a canonical or derived table."""
    derived = {"links": LINKS, "parts": CUBE_PARTS, "daily_parts": DAILY_PARTS}
    return derived[table] if table in derived else TABLES[table].stored_schema


def partition_of(table: str) -> str:
    """Return the column by which a table is partitioned."""
    return "kpi" if table in {"parts", "daily_parts"} else "month"


@dataclass(frozen=True)
class Warehouse:
    """Delta tables below `root`; `versions` names the version to read of each, and a table not named is empty."""

    root: str
    versions: Mapping[str, int]

    def scan(self, table: str, months: Collection[str] | None = None) -> pl.LazyFrame:
        """Return the rows of a table, of some partitions only where `months` is given."""
        schema = schema_of(table)
        if table not in self.versions:
            return pl.LazyFrame(schema=schema)
        rows = pl.scan_delta(self.place(table), version=self.versions[table])
        if months is not None:
            rows = rows.filter(pl.col(partition_of(table)).is_in(sorted(months)))
        return rows.select(schema.names())

    def place(self, table: str) -> str:
        """Return where a table lies."""
        return f"{self.root}/{table}"


def replace_where(place: str, table: str, rows: pl.DataFrame, condition: Mapping[str, Collection[str]]) -> int:
    """Replace the rows whose columns hold the named values by `rows`, in one commit; return the new version."""
    from deltalake import DeltaTable, write_deltalake

    predicate = " AND ".join(f"{column} IN ({_quoted(values)})" for column, values in condition.items())
    exists = DeltaTable.is_deltatable(place)
    write_deltalake(
        place,
        rows.select(schema_of(table).names()),
        mode="overwrite",
        partition_by=None if exists else [partition_of(table)],
        predicate=predicate if exists else None,
    )
    return DeltaTable(place).version()


def _quoted(values: Collection[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))


def roll_back(place: str, version: int | None) -> int | None:
    """Return a table to `version`, the last that a finished load recorded (None: the table was not there yet)."""
    from deltalake import DeltaTable

    if not DeltaTable.is_deltatable(place):
        return None
    if version is None:
        shutil.rmtree(Path(place))
        return None
    table = DeltaTable(place)
    if table.version() != version:
        table.restore(version)
    return DeltaTable(place).version()
