"""Reading workspace.toml: everything wrong with it is told at once, by key."""

import os
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from etl.workspace.errors import BrokenTomlError, NoWorkspaceError, WrongSettingsError
from etl.workspace.model import Workspace

FILE = "workspace.toml"


def read_workspace(folder: str | os.PathLike[str]) -> Workspace:
    """Return the workspace in `folder`; WorkspaceError names every setting that is wrong."""
    path = Path(folder).resolve() / FILE
    settings = _toml(path)
    try:
        return Workspace.model_validate({"source": [], **settings, "folder": path.parent})
    except ValidationError as error:
        raise WrongSettingsError(path, [_sentence(detail, settings) for detail in error.errors()]) from None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoWorkspaceError(path) from None
    except UnicodeDecodeError as error:
        raise BrokenTomlError(path, f"it is not UTF-8 at byte {error.start}.") from None
    except tomllib.TOMLDecodeError as error:
        raise BrokenTomlError(path, f"{error}.") from None


def _sentence(detail: ErrorDetails, settings: dict[str, Any]) -> str:
    return ": ".join([*_key(detail["loc"], settings), _reason(detail)])


def _key(loc: tuple[int | str, ...], settings: dict[str, Any]) -> list[str]:
    match loc:
        case ("source", int(index), *rest):
            name = settings["source"][index].get("name") if isinstance(settings["source"][index], dict) else None
            key = ".".join(map(str, rest))
            return [f"source '{name}'" if name else f"source number {index + 1}", *([key] if key else [])]
        case ():
            return []
    return [".".join(map(str, loc))]


def _reason(detail: ErrorDetails) -> str:
    return "is missing." if detail["type"] == "missing" else detail["msg"]
