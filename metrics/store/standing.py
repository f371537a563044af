"""How the data behind each KPI stands: how far its tables reach, and whether one of their sources was refused."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache

import polars as pl

from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.registry import kpi
from metrics.signals.holding import Standing
from metrics.store.facts import facts
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.warehouse import Warehouse
from metrics.text import Text

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
    """Return the canonical tables that a population is built from, seen by building it of nothing."""
    asked = POPULATIONS[population]
    noting = _Noting(facts(Warehouse("", {}), asked, [], _EVER))
    asked.build(noting)
    return frozenset(noting.opened & TABLES.keys()) | {asked.table}


def standings(store: Store, scope: Scope) -> dict[str, Standing]:
    """Return how each table stands that some source fills, by the newest account of its sources.

    A table reaches as far as the furthest of its sources: one that was replaced by another is not late.
    """
    told = store.sources(scope).with_columns(day=store.settings.calendar.day(pl.col("data_as_of")))
    refused = pl.col("source").filter(pl.col("outcome") == "refused")
    rows = told.group_by("table").agg(until=pl.col("day").max(), refused=refused.sort())
    return {row["table"]: _standing(row["table"], row["until"], row["refused"]) for row in rows.to_dicts()}


def standings_behind(key: str, known: Mapping[str, Standing]) -> tuple[Standing, ...]:
    """Return how the tables stand that a KPI reads, in order of name."""
    tables = sorted(tables_behind(kpi(key).population))
    return tuple(known[table] for table in tables if table in known)


def _standing(table: str, until: date | None, refused: list[str]) -> Standing:
    contract = TABLES[table]
    return Standing(table, Text(contract.zh, contract.en), until, tuple(refused))
