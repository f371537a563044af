"""One line of written-out arithmetic."""

from dataclasses import dataclass

from metrics.text import Text


@dataclass(frozen=True)
class Line:
    """What is worked out, and how."""

    what: Text
    how: Text


def same(text: str) -> Text:
    """Return what reads alike in both languages: numbers and signs."""
    return Text(text, text)
