"""What can go wrong between the metrics layer and its warehouse and database."""

from collections.abc import Iterator
from contextlib import contextmanager

from metrics.errors import MetricsError
from metrics.text import Text


class StoreError(MetricsError):
    """The warehouse or the database of a workspace cannot be used as asked."""


class NoWorkspaceError(StoreError):
    """The folder holds no workspace."""

    def __init__(self, folder: object) -> None:
        """Say which folder was looked at and how a workspace begins."""
        super().__init__(
            f"No workspace.toml in {folder}. Name the folder of a workspace, or write one with "
            f"'python -m etl init FOLDER'."
        )


class SettingsError(StoreError):
    """workspace.toml or policy.toml cannot be understood; `said` tells it in both languages where that is known."""

    def __init__(self, told: Text | str) -> None:
        """Say what is wrong, and where."""
        self.said = told if isinstance(told, Text) else Text(told, told)
        super().__init__(self.said.en)


class NoLoadError(StoreError):
    """The workspace has never been loaded."""

    def __init__(self, folder: object) -> None:
        """Say which workspace and how to load it."""
        super().__init__(f"The workspace {folder} holds no finished load. Run 'python -m etl run {folder}' first.")


class NotKeptError(StoreError):
    """Something that the ledger names is not kept any more; `said` tells it in both languages."""

    def __init__(self, said: Text) -> None:
        """Say what is missing."""
        super().__init__(said.en)
        self.said = said


class QueryError(StoreError):
    """A question that cannot be answered as it is asked."""


class ExportError(QueryError):
    """Rows cannot be written as they are asked to be."""


class RecordsError(StoreError):
    """The records database cannot be read or written."""

    def __init__(self, reason: object) -> None:
        """Say what the database said."""
        super().__init__(f"The records database cannot be used: {str(reason).strip().rstrip('.')}.")


@contextmanager
def databases_in_words() -> Iterator[None]:
    """Raise RecordsError where a database refuses; the statement and its values, which may be customers', stay out."""
    try:
        yield
    except Exception as problem:
        from sqlalchemy.exc import DBAPIError  # where it was raised, it is imported

        if isinstance(problem, DBAPIError):
            raise RecordsError(problem.orig) from problem
        raise
