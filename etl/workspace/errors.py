"""What can be wrong with workspace.toml; every message names the file and the key."""

from collections.abc import Sequence
from pathlib import Path

from etl.errors import WorkspaceError


class NoWorkspaceError(WorkspaceError):
    """There is no workspace.toml where one was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no {path}. 'python -m etl init {path.parent}' writes a first one.")


class BrokenTomlError(WorkspaceError):
    """workspace.toml is not TOML."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is not readable as TOML: {reason}")


class WrongSettingsError(WorkspaceError):
    """workspace.toml holds settings that are unknown, missing or contradictory."""

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{path}: {problem}" for problem in problems))
