"""Facts as Delta tables: month partitions replaced atomically, old versions readable."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from metrics.store.tables import partition_of, schema_of

# Delta forgets versions after a month unless it is told not to; any past reading must stay explainable.
_KEPT = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}
# Rows that stand in order are found by their key in groups of so many; the rest of a partition is not read.
_TOGETHER = 100_000


@dataclass(frozen=True)
class Warehouse:
    """Delta tables below `root`; `versions` names the version to read of each, and a table not named is empty."""

    root: str
    versions: Mapping[str, int]

    def scan(self, table: str, months: Collection[str] | None = None) -> pl.LazyFrame:
        """Return the rows of a table, of some partitions only where `months` is given."""
        rows = self.read(table, schema_of(table))
        return rows if months is None else rows.filter(pl.col(partition_of(table)).is_in(sorted(months)))

    def read(self, table: str, schema: pl.Schema) -> pl.LazyFrame:
        """Return the rows of a table with the columns of `schema`."""
        if table not in self.versions:
            return pl.LazyFrame(schema=schema)
        rows, held = self._stored(table)
        # A table written before the contract had a column says nothing in it.
        new = schema.keys() - held
        return rows.select(pl.lit(None, schema[name]).alias(name) if name in new else name for name in schema)

    def height(self, table: str) -> int:
        """Return how many rows a table has."""
        if table not in self.versions:
            return 0
        rows, _ = self._stored(table)
        return int(rows.select(pl.len()).collect().item())

    def _stored(self, table: str) -> tuple[pl.LazyFrame, frozenset[str]]:
        place, version = self.place(table), self.versions[table]
        return _rows(place, version, _written_at(place, version))

    def place(self, table: str) -> str:
        """Return where a table lies."""
        return f"{self.root}/{table}"


@lru_cache(maxsize=1024)
def _rows(place: str, version: int, _written_at: int) -> tuple[pl.LazyFrame, frozenset[str]]:
    """Return the rows of a version of a table, and its columns: neither ever changes, and finding its files is slow."""
    rows = pl.scan_delta(place, version=version)
    return rows, frozenset(rows.collect_schema())


def _written_at(place: str, version: int) -> int:
    """Return when a version was written; one of the same number is another if its table was removed and made anew."""
    try:
        return (Path(place) / "_delta_log" / f"{version:020}.json").stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def replace_where(
    place: str, rows: pl.DataFrame, partition: str, condition: Mapping[str, Collection[str]], since: int | None
) -> int:
    """Replace the rows whose columns hold the named values by `rows`, in one commit; return the new version.

    A new table is partitioned by the column `partition`. `since` is the version to build on (None: the table is new).
    What a load that died has written after it is undone.
    """
    from deltalake import DeltaTable, WriterProperties, write_deltalake

    how = WriterProperties(max_row_group_size=_TOGETHER)
    if not DeltaTable.is_deltatable(place):
        write_deltalake(place, rows, mode="error", partition_by=partition, configuration=_KEPT, writer_properties=how)
        return DeltaTable(place).version()
    # Opening a table takes as long as writing a little into it: it is opened once.
    found = DeltaTable(place)
    if since is None:
        write_deltalake(
            found, rows, mode="overwrite", partition_by=partition, schema_mode="overwrite", writer_properties=how
        )
        return found.version()
    if found.version() != since:
        found.restore(since)
    predicate = " AND ".join(f"{column} IN ({_quoted(values)})" for column, values in condition.items())
    write_deltalake(found, rows, mode="overwrite", predicate=predicate, schema_mode="merge", writer_properties=how)
    return found.version()


def _quoted(values: Collection[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))
