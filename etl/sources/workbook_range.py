"""Ranges of a sheet, written as spreadsheet programs write them."""

import re
from dataclasses import dataclass
from typing import Self

_PARTS = re.compile(r"([A-Za-z]+)(\d*):([A-Za-z]+)(\d*)")


@dataclass(frozen=True)
class SheetRange:
    """Columns counted from 0, rows from 1; None where the range leaves a side open."""

    first_column: int = 0
    last_column: int | None = None
    first_row: int | None = None
    last_row: int | None = None

    @classmethod
    def parse(cls, text: str | None) -> Self:
        """Return the range that "A3:L", "A1:L500" or "A:L" means; None means the whole sheet."""
        match = _PARTS.fullmatch(text or "")
        if match is None:
            return cls()
        left, top, right, bottom = match.groups()
        return cls(
            column_number(left), column_number(right), int(top) if top else None, int(bottom) if bottom else None
        )

    @property
    def height(self) -> int | None:
        """Return the number of rows, the header among them; None where the range is open below."""
        return None if self.last_row is None else self.last_row - (self.first_row or 1) + 1

    def holds_column(self, index: int) -> bool:
        """Tell whether the column lies in the range."""
        return self.first_column <= index and (self.last_column is None or index <= self.last_column)


def column_number(letters: str) -> int:
    """Return the place of a column from its letters: A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
