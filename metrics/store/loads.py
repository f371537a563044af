"""Records of loads: which one is published, which versions of the tables belong to it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, inspect, select
from sqlalchemy.exc import DBAPIError

from metrics.store.schema import load_tables, loads

PUBLISHED = "published"


@dataclass(frozen=True)
class Load:
    """One run of the ETL; `versions` are the Delta versions that it published."""

    id: int
    state: str
    started_at: datetime
    finished_at: datetime | None
    as_of: datetime | None
    data_from: datetime | None
    data_until: datetime | None
    definitions: str | None
    message: str | None
    versions: dict[str, int]

    @property
    def digest(self) -> str:
        """Return a short name of this version of the data, fit for a cache key."""
        return hashlib.sha256(f"{self.id}{sorted(self.versions.items())}{self.as_of}".encode()).hexdigest()[:16]


def last_published(connection: Connection) -> Load | None:
    """Return the newest load that readers may see; None where there is none."""
    return _newest(connection, loads.c.state == PUBLISHED)


def published_load(connection: Connection, number: int) -> Load | None:
    """Return the published load of this number; None where there is none."""
    return _newest(connection, (loads.c.state == PUBLISHED) & (loads.c.id == number))


def published_by(connection: Connection, moment: datetime) -> Load | None:
    """Return the newest load that was published by a moment; None where there was none."""
    return _newest(connection, (loads.c.state == PUBLISHED) & (loads.c.finished_at <= moment))


def last_attempt(connection: Connection) -> Load | None:
    """Return the newest load, whatever became of it."""
    return _newest(connection, loads.c.id > 0)


def _newest(connection: Connection, condition: Any) -> Load | None:  # noqa: ANN401 SQLAlchemy's clause types are many
    try:
        row = connection.execute(select(loads).where(condition).order_by(loads.c.id.desc()).limit(1)).mappings().first()
    except DBAPIError:
        connection.rollback()
        if inspect(connection).has_table(loads.name):
            raise
        # The database is new, or the first load died before it had made the tables.
        return None
    return None if row is None else _load(connection, row)


def _load(connection: Connection, row: RowMapping) -> Load:
    tables = connection.execute(select(load_tables).where(load_tables.c.load == row["id"])).mappings()
    return Load(**row, versions={table["table"]: table["version"] for table in tables})
