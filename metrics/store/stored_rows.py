"""The rows of populations as a load has built them: what a reading counts, found again without building it anew."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache

import polars as pl

from metrics.contract import TABLES
from metrics.populations import POPULATIONS, PROVENANCE, Population
from metrics.store.tables import schema_of
from metrics.store.warehouse import Warehouse

# Rows are kept by the month of their population's table that holds them, in the order of their keys.
PARTITION, ORDER = "origin", "key"
_ONE_ROW: Mapping[str, Mapping[str, list[object]]] = {
    "dating": {"reopenings": [False]},
    "moment": {"as_of": [datetime(1970, 1, 1, tzinfo=UTC)]},
}


class NoFacts(Mapping[str, pl.LazyFrame]):
    """Empty facts that note in `asked` what is asked of them: a population that builds itself from nothing."""

    def __init__(self, own: str) -> None:
        """Take the population's own table, whose rows say in which month they are."""
        self.own, self.asked = own, set[str]()

    def __getitem__(self, name: str) -> pl.LazyFrame:
        """Return a table without rows; of what holds one value for all rows, that row."""
        self.asked.add(name)
        if name in _ONE_ROW:
            return pl.LazyFrame(_ONE_ROW[name])
        schema = schema_of(name)
        return pl.LazyFrame(schema=schema) if name in {self.own, "links"} else pl.LazyFrame(schema=schema).drop("month")

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the canonical tables."""
        return iter(TABLES)

    def __len__(self) -> int:
        """Return how many canonical tables there are."""
        return len(TABLES)


def table_of(population: str) -> str:
    """Return the name of the table that holds a population's rows."""
    return f"rows_of_{population}"


def are_stored(warehouse: Warehouse, population: str) -> bool:
    """Return whether a load has stored a population's rows: one of an earlier version of the product has not."""
    return table_of(population) in warehouse.versions


def stored_rows(warehouse: Warehouse, population: Population, origins: Collection[str] | None = None) -> pl.LazyFrame:
    """Return the rows that some months of a population's table hold (None: all of them), as the load built them."""
    columns = _columns(population.name)
    stored = pl.Schema({name: _stored_as(dtype) for name, dtype in columns.items()})
    kept = warehouse.read(table_of(population.name), stored)
    rows = kept if origins is None else kept.filter(pl.col(PARTITION).is_in(sorted(origins)))
    return rows.with_columns(pl.col(name).cast(dtype) for name, dtype in columns.items() if dtype != stored[name])


def to_store(population: Population, rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows of a population in the order and the types in which they are kept."""
    return rows.select(pl.col(name).cast(_stored_as(dtype)) for name, dtype in _columns(population.name).items()).sort(
        ORDER
    )


@cache
def _columns(population: str) -> pl.Schema:
    """Return what is kept of each row: all that the population declares, which is all that a KPI may ask."""
    about = POPULATIONS[population]
    built = about.build(NoFacts(about.table)).collect_schema()
    declared = (ORDER, PARTITION, *about.all_dimensions, *about.columns, *about.shown, *PROVENANCE)
    return pl.Schema({name: built[name] for name in dict.fromkeys(declared)})


def _stored_as(dtype: pl.DataType) -> pl.DataType:
    """Return the type in which values are kept: Delta knows no lengths of time, microseconds stand for them."""
    return pl.Int64() if isinstance(dtype, pl.Duration) else dtype
