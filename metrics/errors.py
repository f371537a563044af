"""The root of every error that the metrics room raises; a message says what came and what was allowed."""

import difflib
from collections.abc import Iterable


class MetricsError(Exception):
    """Something asked of the metrics layer cannot be answered."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the known words closest to `word`, or all of them where none is close."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else f"Known: {', '.join(words)}."
