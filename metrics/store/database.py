"""The records database: SQLite by default, PostgreSQL for a team, both through SQLAlchemy."""

import os
import sqlite3
import weakref
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, NullPool, create_engine, event

_MIGRATIONS = Path(__file__).parent / "migrations"


def is_there(url: URL) -> bool:
    """Return whether a database can be expected at `url`; asking must never create a SQLite file."""
    return url.get_backend_name() != "sqlite" or Path(str(url.database)).exists()


def connect(url: URL) -> Engine:
    """Return an engine for `url`; a SQLite file is opened in WAL mode, so that readers never wait for a load.

    Where nothing may be written beside the file, it is opened for reading only.
    """
    file = Path(str(url.database))
    if url.get_backend_name() == "sqlite" and file.exists() and not os.access(file.parent, os.W_OK):
        return create_engine("sqlite://", creator=partial(_open_to_read, file), poolclass=NullPool)
    engine = create_engine(url)
    # Whoever lets go of the engine lets go of its connections: a server has only so many.
    weakref.finalize(engine, engine.pool.dispose)
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _open_to_read(file: Path) -> sqlite3.Connection:
    # SQLite wants to write a log's index to read a log; where there is no log, nothing is about to change.
    unchanging = "" if file.with_name(f"{file.name}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"file:{quote(str(file))}?mode=ro{unchanging}", uri=True, check_same_thread=False)


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 the driver's own connection type
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA busy_timeout=10000")


def upgrade(url: URL) -> Engine:
    """Return an engine for `url` after bringing its tables to the newest version."""
    # Alembic takes most of a second to import and only a load needs it.
    from alembic import command
    from alembic.config import Config

    if url.get_backend_name() == "sqlite":
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = connect(url)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        if url.get_backend_name() == "sqlite":
            # Python's driver opens no transaction for statements that make tables: half of them would stay.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return engine
