"""Figures that were published once and say something else since: history never changes silently."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import ColumnElement, func, select, true

from metrics.store.schema import restatements
from metrics.store.scope import Scope
from metrics.store.store import Store

_SCHEMA = pl.Schema(
    {
        "load": pl.Int64(),
        **dict.fromkeys(("kpi", "month", "unit"), pl.String()),
        "n_before": pl.Int64(),
        "value_before": pl.Float64(),
        "n_after": pl.Int64(),
        "value_after": pl.Float64(),
    }
)


@dataclass(frozen=True, eq=False)
class Restated:
    """One page of restatements, and how many there are."""

    rows: pl.DataFrame
    total: int


def restated(store: Store, scope: Scope, offset: int = 0, limit: int = 50) -> Restated:
    """Return a page of the figures that a load changed after they were published, the newest load first."""
    table, seen = restatements.c, _seen(scope)
    asked = select(*(table[name] for name in _SCHEMA)).where(seen)
    ordered = asked.order_by(table.load.desc(), table.month.desc(), table.kpi, table.unit).offset(offset).limit(limit)
    with store.records(scope) as connection:
        total = int(connection.execute(select(func.count()).select_from(restatements).where(seen)).scalar_one())
        rows = [tuple(row) for row in connection.execute(ordered)]
    return Restated(pl.DataFrame(rows, schema=_SCHEMA, orient="row"), total)


def _seen(scope: Scope) -> ColumnElement[bool]:
    return true() if scope.units is None else restatements.c.unit.in_(sorted(scope.units))
