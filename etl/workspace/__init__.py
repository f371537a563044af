"""The workspace: the folder a user owns, with workspace.toml, exports and everything that is written."""

from etl.workspace.columns import ColumnMapping
from etl.workspace.model import Store, Workspace
from etl.workspace.reading import read_workspace
from etl.workspace.source import Source

__all__ = ["ColumnMapping", "Source", "Store", "Workspace", "read_workspace"]
