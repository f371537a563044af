"""A table of typed values: laid out on screen, printed, or written into a workbook, always the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from metrics.text import Text

Value = None | str | int | float | Fraction | datetime | Text


class Kind(StrEnum):
    """What the values of a column are; money is in minor units, a share is a part of 1."""

    TEXT = "text"
    COUNT = "count"
    SCORE = "score"
    SIGNED = "signed"
    MONEY = "money"
    SHARE = "share"
    MOMENT = "moment"


# Kinds that a reader compares down a column, so they stand on the right.
FIGURES = frozenset(Kind) - {Kind.TEXT, Kind.MOMENT}


@dataclass(frozen=True)
class Column:
    """One column; `key` names it for machines."""

    key: str
    head: Text
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Sheet:
    """A table with its title and what it is about; `key` names it for machines."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...] = ()
    about: Text | None = None

    def without(self, keys: Sequence[str]) -> "Sheet":
        """Return the sheet without some columns."""
        kept = [place for place, column in enumerate(self.columns) if column.key not in keys]
        columns = tuple(self.columns[place] for place in kept)
        return Sheet(
            self.key, self.title, columns, tuple(tuple(row[place] for place in kept) for row in self.rows), self.about
        )

    def values(self, key: str) -> list[Value]:
        """Return the values of one column."""
        place = [column.key for column in self.columns].index(key)
        return [row[place] for row in self.rows]
