"""Rows that were set aside and still wait to be mended: how many for which reason, and the raw rows themselves."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import ColumnElement, Select, and_, func, select

from metrics.store.schema import check_results, quarantine
from metrics.store.scope import Scope
from metrics.store.store import Store

_REASONS = pl.Schema(
    {**dict.fromkeys(("source", "rule", "column"), pl.String()), "rows": pl.Int64(), "newest": pl.Int64()}
)
_TEXTS = pl.Schema(dict.fromkeys(("source", "rule", "column", "text_zh", "text_en"), pl.String()))
_ROWS = pl.Schema(
    {
        "source": pl.String(),
        "file": pl.String(),
        "row": pl.Int64(),
        "rule": pl.String(),
        "column": pl.String(),
        "detail": pl.String(),
        "raw": pl.String(),
        "load": pl.Int64(),
    }
)
_BY = ("source", "rule", "column")


@dataclass(frozen=True)
class Chosen:
    """Which of the rows that wait are asked for; None means any."""

    source: str | None = None
    rule: str | None = None
    column: str | None = None


@dataclass(frozen=True, eq=False)
class Waiting:
    """One page of rows that wait, and how many there are; a row that breaks two rules stands there twice.

    `masked` says that the viewer may not see personal data, and so neither a raw row nor the values objected to;
    `withheld` that he sees some units only, while nobody can tell of which unit a broken row is.
    """

    rows: pl.DataFrame
    total: int
    masked: bool
    withheld: bool


_EVERY = Chosen()


def reasons(store: Store, scope: Scope) -> pl.DataFrame:
    """Return why rows wait: source, rule, column, rows, the `newest` load that set any aside, and the rule in words."""
    table = quarantine.c
    by = [table[name] for name in _BY]
    asked = select(*by, func.count(), func.max(table.load)).where(table.released_by.is_(None)).group_by(*by)
    with store.records(scope) as connection:
        rows = [tuple(row) for row in connection.execute(asked)]
        words = [tuple(row) for row in connection.execute(_texts())]
    found = pl.DataFrame(rows, schema=_REASONS, orient="row")
    told = pl.DataFrame(words, schema=_TEXTS, orient="row").unique(_BY)
    return found.join(told, on=list(_BY), how="left").sort(-pl.col("rows"), *_BY)


def _texts() -> Select[tuple[str, str, str, str, str]]:
    texts = check_results.c
    return select(*(texts[name] for name in _TEXTS)).distinct().where(texts.failed > 0)


def waiting(store: Store, scope: Scope, chosen: Chosen = _EVERY, offset: int = 0, limit: int = 50) -> Waiting:
    """Return a page of the rows that wait, of the chosen source, rule and column where these are named."""
    table = quarantine.c
    condition = _condition(chosen)
    columns = [table[name] for name in _ROWS]
    asked = select(*columns).where(condition).order_by(table.source, table.file, table.row, table.id)
    with store.records(scope) as connection:
        total = int(connection.execute(select(func.count()).select_from(quarantine).where(condition)).scalar_one())
        rows = [] if scope.units is not None else connection.execute(asked.offset(offset).limit(limit)).all()
    found = pl.DataFrame([tuple(row) for row in rows], schema=_ROWS, orient="row")
    hidden = [] if scope.personal else [pl.lit(None, pl.String).alias(name) for name in ("detail", "raw")]
    return Waiting(found.with_columns(hidden), total, masked=bool(hidden), withheld=scope.units is not None)


def _condition(chosen: Chosen) -> ColumnElement[bool]:
    named = {name: value for name, value in vars(chosen).items() if value is not None}
    return and_(quarantine.c.released_by.is_(None), *(quarantine.c[name] == value for name, value in named.items()))
