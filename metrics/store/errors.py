"""What can go wrong between the metrics layer and its warehouse and database."""

from metrics.errors import MetricsError


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
    """workspace.toml or policy.toml cannot be understood."""


class NoLoadError(StoreError):
    """The workspace has never been loaded."""

    def __init__(self, folder: object) -> None:
        """Say which workspace and how to load it."""
        super().__init__(f"The workspace {folder} holds no finished load. Run 'python -m etl run {folder}' first.")


class QueryError(StoreError):
    """A question that cannot be answered as it is asked."""


class ExportError(QueryError):
    """Rows cannot be written as they are asked to be."""
