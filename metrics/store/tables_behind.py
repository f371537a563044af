"""Which canonical tables a figure rests on: seen by building its population of nothing."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache

import polars as pl

from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.store.facts import facts
from metrics.store.warehouse import Warehouse

_EVER = Moment(datetime(1970, 1, 1, tzinfo=UTC), None)


class _Noting(Mapping[str, pl.LazyFrame]):
    """Empty tables that note which of them were opened."""

    def __init__(self, tables: Mapping[str, pl.LazyFrame]) -> None:
        self.tables, self.opened = tables, set[str]()

    def __getitem__(self, name: str) -> pl.LazyFrame:
        self.opened.add(name)
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)


@cache
def tables_behind(population: str) -> frozenset[str]:
    """Return the canonical tables that a population is built from."""
    asked = POPULATIONS[population]
    noting = _Noting(facts(Warehouse("", {}), asked, [], _EVER))
    asked.build(noting)
    return frozenset(noting.opened & TABLES.keys()) | {asked.table}
