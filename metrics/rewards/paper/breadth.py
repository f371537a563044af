"""How much room the columns of a table take, in letters: as much as their longest cell, within bounds."""

from collections.abc import Sequence
from typing import Final

# Longer cells are broken into lines of this length.
_LONGEST: Final = 36
_LATIN_END = "\u2e7f"
_BETWEEN = 2
_CHINESE_HEAD = 8


def signs(text: str) -> int:
    """Return how long a text is in letters; a Chinese sign is as broad as two."""
    return sum(2 if sign > _LATIN_END else 1 for sign in text)


def breadths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the breadth of each column."""
    return [
        max(_of_head(head), *(min(signs(row[place]), _LONGEST) for row in rows), 1) + _BETWEEN
        for place, head in enumerate(heads)
    ]


def _of_head(head: str) -> int:
    """Return what a head needs: its longest word, of a Chinese one at most four signs, as it may be broken anywhere."""
    return max(signs(word) if word.isascii() else min(signs(word), _CHINESE_HEAD) for word in head.split())
