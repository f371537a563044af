"""Reading policy.toml: one file, of which each part of the product reads its own sections."""

import hashlib
import tomllib
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from metrics.store.errors import SettingsError

FILE = "policy.toml"


def sections(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the entries [[name]] of a workspace's policy.toml, in order; none where there is no such file."""
    return sections_of(policy_text(folder), name)


def sections_of(text: str, name: str) -> list[dict[str, Any]]:
    """Return the entries [[name]] of a policy's text, in order."""
    found = _said(text).get(name, [])
    if not isinstance(found, list):
        message = f"{FILE}: '{name}' must be written as [[{name}]], once per entry."
        raise SettingsError(message)
    return found


def read_policy(folder: Path) -> dict[str, Any]:
    """Return all that policy.toml says, as TOML has it; nothing where there is no such file."""
    return _said(policy_text(folder))


def policy_text(folder: Path) -> str:
    """Return the whole text of a workspace's policy.toml; an empty one where there is no such file."""
    file = folder / FILE
    try:
        return file.read_text(encoding="utf-8") if file.exists() else ""
    except UnicodeDecodeError as problem:
        message = f"{file}: not valid TOML in UTF-8: {problem}."
        raise SettingsError(message) from problem


def _said(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        message = f"{FILE}: not valid TOML in UTF-8: {problem}."
        raise SettingsError(message) from problem


def digest_of_policy(folder: Path) -> str:
    """Return a short fingerprint of a workspace's policy.toml as it stands; of nothing where there is no such file."""
    file = folder / FILE
    return hashlib.sha256(file.read_bytes() if file.exists() else b"").hexdigest()[:16]


class EntryError(SettingsError):
    """An entry of policy.toml cannot be understood: whoever wrote it mends it."""

    def __init__(self, name: str, number: int, problem: object, entry: object) -> None:
        """Say which entry of which section (the first is 1), what is wrong with it and what it holds."""
        super().__init__(f"{FILE}, {name} {number}: {problem}. Got {entry}.")


def refuse_overlaps(name: str, subjects: Sequence[Hashable], entries: Sequence[object]) -> None:
    """Refuse a section of which two entries have one subject, such as unit and day: which counted would be chance."""
    first: dict[Hashable, int] = {}
    for number, (subject, entry) in enumerate(zip(subjects, entries, strict=True), start=1):
        if subject in first:
            raise EntryError(name, number, f"entry {first[subject]} says the same of the same", entry)
        first[subject] = number
