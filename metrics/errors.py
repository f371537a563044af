"""The errors of the metrics room; a message says what came, what was allowed and what is close to it.

MetricsError
├── DefinitionError       a KPI contradicts itself: the programmer's mistake
├── UnknownKpiError       no KPI of this key
├── UnknownDimensionError a KPI cannot be sliced by this
└── (contract) UnknownTableError
"""

import difflib
from collections.abc import Iterable


class MetricsError(Exception):
    """Something asked of the metrics layer cannot be answered."""


class DefinitionError(MetricsError):
    """A KPI's definition contradicts itself."""

    def __init__(self, key: str, contradiction: str) -> None:
        """Say which KPI and what does not fit together."""
        super().__init__(f"KPI '{key}': {contradiction}")


class UnknownKpiError(MetricsError):
    """No KPI is registered under this key."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        """Say which key was asked for and which come close."""
        super().__init__(f"No KPI is registered as '{key}'. {nearest(key, known)}")


class UnknownDimensionError(MetricsError):
    """A KPI cannot be sliced by this dimension."""

    def __init__(self, name: str, kpi: str, known: Iterable[str]) -> None:
        """Say which dimension was asked of which KPI and which it has."""
        super().__init__(f"KPI '{kpi}' has no dimension '{name}'. {nearest(name, known)}")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the known words closest to `word`, or all of them where none is close."""
    words = sorted(known)
    spelt = {each.casefold(): each for each in words}
    # A name that differs in nothing but capitals is the one that is meant.
    several = 1 if word.casefold() in spelt else 3
    close = [spelt[plain] for plain in difflib.get_close_matches(word.casefold(), spelt, n=several, cutoff=0.5)]
    return f"Did you mean {' or '.join(close)}?" if close else f"Known: {', '.join(words)}."
