"""Where a KPI's figures come from: by which rules, out of which files, and how the checks of these went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import polars as pl
from sqlalchemy import Connection, func, select

from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import POPULATIONS, Facts
from metrics.store.facts import facts
from metrics.store.loads import Load
from metrics.store.schema import check_results, load_sources, source_files
from metrics.store.warehouse import Warehouse

_FILES = pl.Schema(
    {"source": pl.String(), "table": pl.String(), "file": pl.String(), "sha256": pl.String(), "size": pl.Int64()}
)
_CHECKS = pl.Schema(
    {
        **dict.fromkeys(("source", "rule", "column", "text_zh", "text_en"), pl.String()),
        **dict.fromkeys(("evaluated", "failed", "load"), pl.Int64()),
    }
)


@dataclass(frozen=True, eq=False)
class Origin:
    """What a KPI's figures rest on.

    `definitions` is the fingerprint of the code that made them, `policy` that of policy.toml as it stands. `files`
    holds each file that stands in the warehouse (source, table, file, sha256, size in bytes), `checks` each rule by
    which its source was examined last (source, rule, column, evaluated, failed, text_zh, text_en, load).
    """

    definitions: str | None
    policy: str
    files: pl.DataFrame
    checks: pl.DataFrame


def origin_of(connection: Connection, load: Load, population: str, policy: str) -> Origin:
    """Return what figures about a population rest on in a load."""
    tables = tables_used(population)
    of_source = load_sources.c.source.label("name"), load_sources.c.table
    fed = select(*of_source).where(load_sources.c.load <= load.id, load_sources.c.table.in_(tables)).distinct()
    sources = {row.name: row.table for row in connection.execute(fed)}
    return Origin(load.definitions, policy, _files(connection, load, sources), _checks(connection, load, sources))


def _files(connection: Connection, load: Load, sources: Mapping[str, str]) -> pl.DataFrame:
    standing = select(source_files).where(source_files.c.load == load.id, source_files.c.source.in_(sources))
    found = connection.execute(standing.order_by(source_files.c.source, source_files.c.file)).mappings()
    rows = [{**row, "table": sources[row["source"]]} for row in found]
    return pl.DataFrame([{name: row[name] for name in _FILES} for row in rows], schema=_FILES)


def _checks(connection: Connection, load: Load, sources: Mapping[str, str]) -> pl.DataFrame:
    of = check_results.c
    newest = select(of.source.label("name"), func.max(of.load).label("newest")).where(of.load <= load.id)
    last = newest.where(of.source.in_(sources)).group_by(of.source).subquery()
    found = connection.execute(
        select(check_results)
        .join(last, (of.source == last.c.name) & (of.load == last.c.newest))
        .order_by(of.failed.desc(), of.source, of.rule, of.column)
    ).mappings()
    return pl.DataFrame([{name: row[name] for name in _CHECKS} for row in found], schema=_CHECKS)


@cache
def tables_used(population: str) -> frozenset[str]:
    """Return the canonical tables that a population is built from, found by building it out of nothing."""
    about = POPULATIONS[population]
    looked_at = _LookedAt(facts(Warehouse("", {}), about, (), Moment(datetime.fromtimestamp(0, UTC))))
    about.build(looked_at)
    return frozenset({about.table, *(looked_at.asked & TABLES.keys())})


class _LookedAt(Mapping[str, pl.LazyFrame]):
    """Facts that remember which of them were asked for."""

    def __init__(self, held: Facts) -> None:
        self.held = held
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> pl.LazyFrame:
        self.asked.add(name)
        return self.held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)
