"""Which table of the contract an export fits, and which of its columns fill which."""

import re
from dataclasses import dataclass

import polars as pl

from etl.init.cells import Guess, guess
from etl.init.exports import Export
from etl.init.words import names_of, plain, speaks_for
from metrics.contract import TABLES, UTC, Table

_KEY, _TIME, _WORD = 3, 2, 3
_LEAST = 5


@dataclass(frozen=True, eq=False)
class Match:
    """A table and the guesses for its columns."""

    table: Table
    guesses: dict[str, Guess]

    @property
    def unfilled(self) -> list[str]:
        """Return the columns that cannot be empty and were not found."""
        return [c.name for c in self.table.columns if not c.nullable and not self._fills(c.name)]

    def _fills(self, name: str) -> bool:
        return name in self.guesses and self.guesses[name].is_complete

    @property
    def lacks_a_time(self) -> bool:
        """Tell whether a time that cannot be empty was not found."""
        return any(self.table.column(name).dtype in {UTC, pl.Date()} for name in self.unfilled)

    def score(self, export: Export) -> int:
        """Return how well the table fits the export."""
        weights = {**dict.fromkeys(self.table.at, _TIME), **dict.fromkeys(self.table.key, _KEY)}
        names = (export.name, str(export.settings.get("path", "")))
        words = _WORD * any(speaks_for(self.table, name) for name in names)
        return words + sum(weights.get(name, 1) for name in self.guesses)


def best_match(export: Export) -> Match | None:
    """Return the table that the export fits best, or None where it fits none."""
    matches = [match(export, table) for table in TABLES.values()]
    fitting = [found for found in matches if found.guesses and not found.lacks_a_time]
    best = max(fitting, key=lambda found: found.score(export), default=None)
    return best if best is not None and best.score(export) >= _LEAST else None


def match(export: Export, table: Table) -> Match:
    """Return the columns of the export that fill the table, each used once."""
    raw_of = _by_plain_name(export.columns)
    guesses: dict[str, Guess] = {}
    used: set[str] = set()
    for column in table.columns:
        for raw in (raw_of[name] for name in names_of(table, column) if name in raw_of):
            found = None if raw in used else guess(raw, export.cells(raw), table, column)
            if found is not None:
                guesses[column.name] = found
                used.add(raw)
                break
    return Match(table, guesses)


def _by_plain_name(columns: list[str]) -> dict[str, str]:
    # A unit in brackets belongs to the cells; the name is known without it as well.
    bare = {plain(re.sub(r"[(（].*?[)）]", "", raw)): raw for raw in reversed(columns)}
    return bare | {plain(raw): raw for raw in reversed(columns)}
