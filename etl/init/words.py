"""What exports call things, and how names are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from metrics.contract import Column, Table

GRADES = ("A", "B", "C", "D", "E")


def plain(name: str) -> str:
    """Return a name without case, width, spaces and punctuation, for comparing."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).lower())


@cache
def _synonyms() -> dict[str, Any]:
    return tomllib.loads(resources.files("etl.init").joinpath("synonyms.toml").read_text(encoding="utf-8"))


def names_of(table: Table, column: Column) -> list[str]:
    """Return what exports call the column, the likeliest first, made plain."""
    known = _synonyms()["columns"].get(table.name, {}).get(column.name, [])
    opposites = _synonyms()["opposites"].get(column.name, [])
    return [plain(name) for name in (column.name, column.zh, column.en, *known, *opposites)]


def speaks_for(table: Table, name: str) -> bool:
    """Tell whether the name of a file or sheet holds a word for the table."""
    words = [table.name, table.zh, *_synonyms()["words"].get(table.name, [])]
    return any(plain(word) in plain(name) for word in words)


def opposites_of(column: Column) -> set[str]:
    """Return names of columns in which a yes means a no in this one."""
    return {plain(name) for name in _synonyms()["opposites"].get(column.name, [])}


def half_of_a_time(kind: str, names: Iterable[str]) -> str | None:
    """Return the column that holds the "day" or the "time" of day; None where no name says so."""
    known = {plain(name) for name in _synonyms()["halves"][kind]}
    return next((name for name in names if plain(name) in known), None)


def meaning_of(value: str, table: Table, column: Column) -> str | None:
    """Return the allowed word that a raw value means; None where no synonym says so."""
    values = _synonyms()["values"]
    key = "grade" if column.allowed == GRADES else column.name
    known = values.get(f"{table.name}.{column.name}", values.get(key, {}))
    for word in column.allowed:
        if plain(value) in {plain(word), *map(plain, known.get(word, []))}:
            return word
    return None


def called(names: Iterable[str], columns: Iterable[str]) -> str | None:
    """Return the column that is called by the first of these plain names that any has; None where none has."""
    of_name = {plain(column): column for column in columns}
    return next((of_name[name] for name in names if name in of_name), None)


def updates(kind: str) -> list[str]:
    """Return plain names of columns that hold the "time" or the "count" of updates of a row."""
    return [plain(name) for name in _synonyms()["updates"][kind]]


def unit_of_money(name: str) -> str | None:
    """Return "major" or "minor" where the column's name tells which; None where it does not."""
    for unit, words in _synonyms()["money"].items():
        if any(word in name.lower() for word in words):
            return str(unit)
    return None
