"""Entries of a policy file with their lines, so that an error can name where it stands; decimals are kept exact."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from metrics.store.errors import SettingsError
from metrics.text import Text

_HEADING = re.compile(r"\s*\[{1,2}\s*(?P<name>[\w.-]+)\s*\]{1,2}\s*(#.*)?$")
_KEY = re.compile(r"\s*(?P<name>\w+)\s*=")
_QUOTES = ('"""', "'''")


@dataclass(frozen=True)
class PlacedEntry:
    """One [[name]] of a policy file: what it holds, the line of its heading and those of its keys; 0 where unknown."""

    name: str
    number: int
    content: dict[str, Any]
    line: int
    lines: dict[str, int]

    @property
    def where(self) -> Text:
        """Return how a reader finds the entry."""
        return _placed(Text(f"{self.name} 第 {self.number} 条", f"{self.name} {self.number}"), self.line)

    def at(self, key: str) -> Text:
        """Return how a reader finds one key of the entry."""
        return _placed(Text(key, key), self.lines.get(key, 0))


def _placed(name: Text, line: int) -> Text:
    return Text(f"{name.zh}(第 {line} 行)", f"{name.en} (line {line})") if line else name


def placed_entries(file: Path, name: str) -> list[PlacedEntry]:
    """Return the entries [[name]] of a policy file in order; none where there is no such file."""
    if not file.exists():
        return []
    try:
        text = file.read_text(encoding="utf-8")
        found = tomllib.loads(text, parse_float=Decimal).get(name, [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        said = Text(f"{file}:不是 UTF-8 的 TOML:{problem}。", f"{file}: not valid TOML in UTF-8: {problem}.")
        raise SettingsError(said) from problem
    if not isinstance(found, list):
        said = Text(
            f"{file.name}:“{name}”要写成 [[{name}]],每条一次。",
            f"{file.name}: '{name}' must be written as [[{name}]], once per entry.",
        )
        raise SettingsError(said)
    places = list(_places(text, name))
    # Written in another way than under headings, entries have no lines of their own.
    known = places if len(places) == len(found) else [(0, {})] * len(found)
    return [
        PlacedEntry(name, number, content, *place)
        for number, (content, place) in enumerate(zip(found, known, strict=True), start=1)
    ]


def _places(text: str, name: str) -> Iterator[tuple[int, dict[str, int]]]:
    """Yield the line of each heading [[name]] and the lines of the keys below it."""
    line, keys = 0, dict[str, int]()
    for number, written in _outside_long_strings(text):
        heading = _HEADING.match(written)
        if heading and not heading["name"].startswith(f"{name}."):
            if line:
                yield line, keys
            line, keys = (number, {}) if heading["name"] == name else (0, {})
        elif line and (key := _KEY.match(written)):
            keys.setdefault(key["name"], number)
    if line:
        yield line, keys


def _outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    within = ""
    for number, written in enumerate(text.splitlines(), start=1):
        if not within:
            yield number, written
        for quotes in _QUOTES:
            if written.count(quotes) % 2 and within in ("", quotes):
                within = "" if within else quotes
