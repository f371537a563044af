"""Reading policy.toml: one file, of which each part of the product reads its own sections."""

import tomllib
from pathlib import Path
from typing import Any

from metrics.store.errors import SettingsError

FILE = "policy.toml"


def sections(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the entries [[name]] of a workspace's policy.toml, in order; none where there is no such file."""
    file = folder / FILE
    if not file.exists():
        return []
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get(name, [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        message = f"{file}: not valid TOML in UTF-8: {problem}."
        raise SettingsError(message) from problem
    if not isinstance(found, list):
        message = f"{FILE}: '{name}' must be written as [[{name}]], once per entry."
        raise SettingsError(message)
    return found


class EntryError(SettingsError):
    """An entry of policy.toml cannot be understood: whoever wrote it mends it."""

    def __init__(self, name: str, number: int, problem: object, entry: object) -> None:
        """Say which entry of which section (the first is 1), what is wrong with it and what it holds."""
        super().__init__(f"{FILE}, {name} {number}: {problem}. Got {entry}.")
