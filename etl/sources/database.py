"""Databases: a table or a query, read through SQLAlchemy and never written."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import polars as pl
import sqlalchemy as sa

from etl.sources.errors import NoDatabaseError
from etl.sources.extract import Fingerprint
from etl.sources.header import column_names, numbered
from etl.workspace import Source, Workspace
from metrics.errors import nearest

# Rows fetched and hashed at once: one by one takes several times as long.
_AT_ONCE = 10_000
Rows = list[tuple[Any, ...]]


@dataclass
class _Digest:
    """The hash of rows as they pass by."""

    hash: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    size: int = 0

    def add(self, rows: Rows) -> Rows:
        """Return the rows, now a part of the hash."""
        content = "".join(map(repr, rows)).encode()
        self.hash.update(content)
        self.size += len(content)
        return rows

    def of(self, result: sa.CursorResult[Any]) -> Iterator[Rows]:
        """Yield the column names as one row, then the rows in batches, each now a part of the hash."""
        yield self.add([tuple(result.keys())])
        for batch in result.partitions(_AT_ONCE):
            yield self.add([tuple(row) for row in batch])


def read_database(source: Source, workspace: Workspace) -> tuple[str, pl.DataFrame, list[str]]:
    """Return the hash of the rows of the source's table or query, and the rows with `source_row` counted from 1."""
    digest = _Digest()
    with _result(source, workspace) as result:
        head, *batches = digest.of(result)
    names = column_names(head[0], database_file(source))
    rows = [row for batch in batches for row in batch]
    columns = zip(*rows, strict=True) if rows else [() for _ in names]
    frame = pl.DataFrame([_series(name, values) for name, values in zip(names, columns, strict=True)])
    return digest.hash.hexdigest(), *numbered(frame, first_row=1)


def database_fingerprint(source: Source, workspace: Workspace) -> Fingerprint:
    """Return the hash of the rows that are read: a database has no bytes to look at, so the query runs."""
    digest = _Digest()
    with _result(source, workspace) as result:
        for _ in digest.of(result):
            pass  # each batch is hashed and let go
    return Fingerprint(database_file(source), digest.hash.hexdigest(), digest.size)


def database_file(source: Source) -> str:
    """Return how lineage names the database and table, the password left out."""
    return f"{_url(source).render_as_string(hide_password=True)}#{source.db_table or 'query'}"


def _url(source: Source) -> sa.URL:
    try:
        return sa.make_url(source.url or "")
    except sa.exc.ArgumentError:
        # The text is kept out of the message, since it may hold a password.
        reason = "the url is not like postgresql+psycopg://user@host/name or sqlite:///exports/cases.db."
        place = f"Source '{source.name}'"
        raise NoDatabaseError(place, reason) from None


@contextmanager
def _result(source: Source, workspace: Workspace) -> Iterator[sa.CursorResult[Any]]:
    try:
        engine = _engine(source, workspace)
    except ImportError as error:
        reason = f"the Python module '{error.name}', which speaks with such databases, is not installed."
        raise NoDatabaseError(database_file(source), reason) from None
    except sa.exc.SQLAlchemyError as error:
        raise NoDatabaseError(database_file(source), str(error).splitlines()[0]) from None
    try:
        with engine.connect() as connection:
            yield _execute(connection, source)
    except sa.exc.SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        raise NoDatabaseError(database_file(source), str(cause).splitlines()[0]) from None
    finally:
        engine.dispose()


def _engine(source: Source, workspace: Workspace) -> sa.Engine:
    url = _url(source)
    if url.get_backend_name() != "sqlite" or not url.database:
        read_only = {"postgresql_readonly": True} if url.get_backend_name() == "postgresql" else {}
        return sa.create_engine(url, execution_options=read_only)
    path = workspace.folder / url.database
    if not path.is_file():
        raise NoDatabaseError(database_file(source), f"there is no database file {path}.")
    # Opened for reading only, since SQLite creates a database that is not there.
    uri = f"file:{quote(str(path))}?mode=ro"
    return sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(uri, uri=True))


def _execute(connection: sa.Connection, source: Source) -> sa.CursorResult[Any]:
    if source.query is not None:
        # Passed on as it stands: neither a colon nor a percent sign in it means a parameter.
        return connection.execution_options(no_parameters=True).exec_driver_sql(source.query)
    schema, _, name = (source.db_table or "").rpartition(".")
    inspector = sa.inspect(connection)
    known = [*inspector.get_table_names(schema or None), *inspector.get_view_names(schema or None)]
    if name not in known:
        raise NoDatabaseError(database_file(source), f"there is no table '{name}'. {nearest(name, known)}")
    table = sa.table(name, schema=schema or None)
    return connection.execute(sa.select(sa.literal_column("*")).select_from(table))


def _series(name: str, values: Sequence[Any]) -> pl.Series:
    try:
        return pl.Series(name, values, strict=True)
    except (TypeError, pl.exceptions.PolarsError):
        # SQLite keeps several types in one column, and some databases have types of their own.
        return pl.Series(name, [None if value is None else str(value) for value in values], dtype=pl.String)
