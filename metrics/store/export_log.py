"""The log of exports: who took single records out, when, of which view and how many; it is only ever added to."""

from dataclasses import asdict, dataclass
from datetime import datetime

import polars as pl
from sqlalchemy import insert, inspect, select

from metrics.store.database import upgrade
from metrics.store.schema import exports
from metrics.store.scope import Scope
from metrics.store.store import Store

_SCHEMA = pl.Schema(
    {
        "at": pl.Datetime(time_zone="UTC"),
        "who": pl.String(),
        "address": pl.String(),
        "kind": pl.String(),
        "rows": pl.Int64(),
        "load": pl.Int64(),
    }
)


@dataclass(frozen=True)
class Exported:
    """One export: by whom, when, the address of the view, the kind of file, the single records in it, and the load."""

    who: str
    at: datetime
    address: str
    kind: str
    rows: int
    load: int


def record_export(store: Store, scope: Scope, exported: Exported) -> None:
    """Add an export to the log."""
    with store.records(scope) as connection:
        missing = not inspect(connection).has_table(exports.name)
    if missing:
        upgrade(store.settings.database)
    with store.records(scope) as connection, connection.begin():
        connection.execute(insert(exports).values(**asdict(exported)))


def exports_so_far(store: Store, scope: Scope) -> pl.DataFrame:
    """Return the log, the newest export first; nothing of it for who sees some units only: it speaks of all."""
    rows = []
    with store.records(scope) as connection:
        # Records that an earlier version wrote get this table with the first export or load.
        if scope.units is None and inspect(connection).has_table(exports.name):
            asked = select(*(exports.c[name] for name in _SCHEMA)).order_by(exports.c.id.desc())
            rows = [tuple(row) for row in connection.execute(asked)]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")
