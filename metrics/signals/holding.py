"""When a signal is held back instead of raised: it rests on few rows, on stale data, or on data that failed checks."""

from collections.abc import Iterable

from metrics.signals.signal import Doubt

# The doubts that speak against the data; the others say how far the chart itself can be trusted.
_OF_DATA = frozenset({"few", "stale", "refused", "set_aside"})


def held_back(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return why a signal is held back; nothing where it may be raised."""
    return tuple(doubt for doubt in doubts if doubt.key in _OF_DATA)
