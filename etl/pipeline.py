"""One load: take in every source, store, link, compute, publish. Readers see all of it or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine as Database
from sqlalchemy.exc import SQLAlchemyError

from etl.engines import Engine
from etl.errors import StorageError
from etl.loading import Loading
from etl.lock import one_at_a_time
from etl.publishing import begin, end
from etl.report import Report
from etl.workspace import read_workspace
from metrics.store.database import upgrade
from metrics.store.policy_texts import policy_now
from metrics.store.settings import read_settings

# What SQLite says when it has waited long enough.
_LOCKED = "database is locked"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Order:
    """What is asked of a load: the workspace, the moment to judge as of, the engine, and how long to wait."""

    folder: Path
    engine: Engine
    as_of: datetime | None = None
    wait: float = 0.0
    progress: Progress = lambda _step, _done, _all: None


def run(order: Order) -> Report:
    """Load a workspace and return the report; refused data is in the report, a failure is raised."""
    workspace, settings = read_workspace(order.folder), read_settings(order.folder)
    with _storage_errors_in_words(), one_at_a_time(settings.folder, order.wait):
        database = upgrade(settings.database)
        load = begin(database, policy_now(settings.folder))
        with _failure_recorded(database, load):
            return Loading(workspace, settings, database, load).run(order.engine, order.as_of, order.progress)


@contextmanager
def _failure_recorded(database: Database, load: int) -> Iterator[None]:
    try:
        with _storage_errors_in_words():
            yield
    except BaseException as problem:
        # What broke the load may keep its record from being written as well; the next load then writes it.
        with suppress(SQLAlchemyError, OSError):
            end(database, load, "failed", f"{type(problem).__name__}: {problem}")
        raise


@contextmanager
def _storage_errors_in_words() -> Iterator[None]:
    from deltalake.exceptions import DeltaError

    try:
        yield
    except SQLAlchemyError as problem:
        # The statement and its values, which may be customers', stay out of the message.
        raise StorageError(_reason(getattr(problem, "orig", None) or problem)) from problem
    except (DeltaError, OSError) as problem:
        raise StorageError(_reason(problem)) from problem


def _reason(problem: BaseException) -> object:
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename}: {problem.strerror}"
    return "another program holds the records database locked" if str(problem) == _LOCKED else problem
