"""Facts as Delta tables: month partitions replaced atomically, old versions readable."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from metrics.contract import TABLES
from metrics.engine import PARTS
from metrics.funnel.parts import COUNTS
from metrics.percentiles import WAITS
from metrics.populations import CUBE

# Delta forgets versions after a month unless it is told not to; any past reading must stay explainable.
_KEPT = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}

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
# What of the policy shapes rows, as JSON by name: kept with the facts, so that old figures can be explained.
SETTINGS = pl.Schema({"name": pl.String(), "value": pl.String(), "month": pl.String()})
# The tables whose rows are linked to cases, and their keys.
LINKED = {"contacts": "contact_id", "feedback_forms": "form_id"}
CUBE_PARTS = pl.Schema(
    {
        "kpi": pl.String(),
        "origin": pl.String(),
        "month": pl.String(),
        **dict.fromkeys(CUBE, pl.String()),
        **PARTS,
        **WAITS,
    }
)
DAILY_PARTS = pl.Schema(
    {"kpi": pl.String(), "origin": pl.String(), "day": pl.Date(), "unit": pl.String(), **PARTS, **WAITS}
)
# The additive parts of every declared funnel by entry month: what cases became at each step (metrics/funnel/parts.py).
FUNNEL_PARTS = pl.Schema(
    {
        "funnel": pl.String(),
        "month": pl.String(),
        **dict.fromkeys(CUBE, pl.String()),
        "step": pl.Int64(),
        "stage": pl.String(),
        "state": pl.String(),
        "reason": pl.String(),
        "mature": pl.Boolean(),
        **COUNTS,
    }
)


def schema_of(table: str) -> pl.Schema:
    """Return the stored columns of a canonical or derived table."""
    derived = {"links": LINKS, "parts": CUBE_PARTS, "daily_parts": DAILY_PARTS, "settings": SETTINGS}
    derived["funnel_parts"] = FUNNEL_PARTS
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
        # A table written before the contract had a column says nothing in it.
        new = schema.keys() - _columns(self.place(table), self.versions[table])
        return rows.select(pl.lit(None, schema[name]).alias(name) if name in new else name for name in schema)

    def place(self, table: str) -> str:
        """Return where a table lies."""
        return f"{self.root}/{table}"


@lru_cache(maxsize=1024)
def _columns(place: str, version: int) -> frozenset[str]:
    """Return the columns that a version of a table has; a version never changes."""
    return frozenset(pl.scan_delta(place, version=version).collect_schema())


def replace_where(
    place: str, table: str, rows: pl.DataFrame, condition: Mapping[str, Collection[str]], since: int | None
) -> int:
    """Replace the rows whose columns hold the named values by `rows`, in one commit; return the new version.

    `since` is the version to build on (None: the table is new). What a load that died has written after it is undone.
    """
    from deltalake import DeltaTable, write_deltalake

    found = DeltaTable(place) if DeltaTable.is_deltatable(place) else None
    ordered, partition = rows.select(schema_of(table).names()), partition_of(table)
    if found is None:
        write_deltalake(place, ordered, mode="error", partition_by=partition, configuration=_KEPT)
    elif since is None:
        write_deltalake(place, ordered, mode="overwrite", partition_by=partition, schema_mode="overwrite")
    else:
        if found.version() != since:
            found.restore(since)
        predicate = " AND ".join(f"{column} IN ({_quoted(values)})" for column, values in condition.items())
        write_deltalake(place, ordered, mode="overwrite", predicate=predicate, schema_mode="merge")
    return DeltaTable(place).version()


def _quoted(values: Collection[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))
