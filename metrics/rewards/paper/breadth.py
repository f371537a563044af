"""How much room the columns of a table take, in letters: as much as their longest cell, within bounds."""

import re
from collections.abc import Sequence
from typing import Final

# Longer cells are broken into lines of this length.
_LONGEST: Final = 36
_LATIN_END = "\u2e7f"
_BETWEEN = 2
_CHINESE_HEAD = 8
# What lines are not broken in: anything but blanks, Chinese signs, and what follows a slash.
_UNBROKEN = re.compile(r"[^ \t\n/\u2e80-\uffff]+/?")
_LONGEST_WORD: Final = 24
_LONG = re.compile(rf"[^ \t\n/\u2e80-\uffff]{{{_LONGEST_WORD}}}(?=[^ \t\n])")
_MAY_BREAK = "\u200b"


def signs(text: str) -> int:
    """Return how long a text is in letters; a Chinese sign is as broad as two."""
    return sum(2 if sign > _LATIN_END else 1 for sign in text)


def breadths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the breadth of each column."""
    return [
        max(_of_head(head), *(min(signs(row[place]), _LONGEST) for row in rows), 1) + _BETWEEN
        for place, head in enumerate(heads)
    ]


def longest_words(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Return the longest word in each column's head and in its cells: lines are broken between words only."""
    return [(_longest_of_head(head), _longest([row[place] for row in rows])) for place, head in enumerate(heads)]


def breakable(text: str) -> str:
    """Return a text whose very long words may be broken, as an address without end would leave its column."""
    return _LONG.sub(lambda word: word.group() + _MAY_BREAK, text)


def _longest(texts: Sequence[str]) -> str:
    words = (word.partition(_MAY_BREAK)[0] for text in texts for word in _UNBROKEN.findall(text))
    return max(words, key=signs, default="")


def _longest_of_head(head: str) -> str:
    return max((word if word.isascii() else word[: _CHINESE_HEAD // 2] for word in head.split()), key=signs)


def _of_head(head: str) -> int:
    """Return what a head needs: its longest word, of a Chinese one at most four signs, as it may be broken anywhere."""
    return signs(_longest_of_head(head))
