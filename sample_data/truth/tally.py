"""Tallies: whole numbers per group, from which any rate can be formed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]
Tally = dict[str, int]


class Tallies:
    """Counts by group; a group comes into being when it is first counted."""

    def __init__(self, *names: str) -> None:
        """Start with no group; every group will hold the counts `names`."""
        self._names = names
        self._groups: defaultdict[tuple[str, ...], Tally] = defaultdict(lambda: dict.fromkeys(names, 0))

    def add(self, group: tuple[str, ...], **counts: int) -> None:
        """Add to the counts of one group."""
        tally = self._groups[group]
        for name, count in counts.items():
            tally[name] += count

    def __getitem__(self, group: tuple[str, ...]) -> Tally:
        """Return the counts of one group, zeros where it was never counted."""
        return dict(self._groups.get(group, dict.fromkeys(self._names, 0)))

    def total(self, matching: Iterable[tuple[str, ...]]) -> Tally:
        """Return the sum of the counts of several groups."""
        found = [self[group] for group in matching]
        return {name: sum(tally[name] for tally in found) for name in self._names}

    def groups(self) -> list[tuple[str, ...]]:
        """Return every group, in order."""
        return sorted(self._groups)

    def nested(self) -> dict[str, Any]:
        """Return the counts as dictionaries within dictionaries, one level per part of the group."""
        nested: dict[str, Any] = {}
        for group in self.groups():
            inner = nested
            for part in group[:-1]:
                inner = inner.setdefault(part, {})
            inner[group[-1]] = self[group]
        return nested
