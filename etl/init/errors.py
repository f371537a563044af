"""Why a first workspace cannot be written."""

from pathlib import Path

from etl.errors import WorkspaceError


class WorkspaceThereError(WorkspaceError):
    """There is a workspace already, and it is not overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already and is left as it is; move it away to begin anew.")


class NoExportsError(WorkspaceError):
    """The folder holds nothing that could be an export."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no csv, xlsx, json, jsonl, parquet or SQLite file to look at.")
