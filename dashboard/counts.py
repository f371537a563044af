"""How the rows of a slice divide: counted, too fresh, and each reason for leaving one out; the parts add up."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import numbers, rows
from dashboard.wording import evidence, say
from metrics.model import Kpi
from metrics.text import Language

_WITHIN = "hit"  # a part of "counted", so it does not count again
_JUDGED = ("counted", "immature")


@dataclass(frozen=True)
class Counts:
    """The rows of a slice by status, as the store counts them."""

    kpi: Kpi
    by_status: Mapping[str, int]

    @property
    def parts(self) -> dict[str, int]:
        """Return the statuses that do not overlap, those that count first, then the most frequent."""
        apart = {status: rows for status, rows in self.by_status.items() if status != _WITHIN and rows}
        rank = {"counted": 0, "immature": 1}
        return dict(sorted(apart.items(), key=lambda part: (rank.get(part[0], 2), -part[1], part[0])))

    @property
    def every(self) -> int:
        """Return how many rows the slice has."""
        return sum(self.parts.values())

    @property
    def choices(self) -> list[str | None]:
        """Return what the list can be limited to: everything, each status that has rows, and hits."""
        hits = [_WITHIN] if self.by_status.get(_WITHIN) else []
        counted = ["counted"] if "counted" in self.parts else []
        return [None, *counted, *hits, *(status for status in self.parts if status != "counted")]

    def of(self, status: str | None) -> int:
        """Return how many rows have a status; None means all of them, "left_out" those of every reason."""
        if status == "left_out":
            return sum(rows for name, rows in self.parts.items() if name not in _JUDGED)
        return self.every if status is None else self.by_status.get(status, 0)

    def label(self, status: str | None, language: Language) -> str:
        """Return a status with its number of rows."""
        name = rows.status(self.kpi, status, language)
        return say(evidence.OF_STATUS, language, status=name, rows=numbers.count(self.of(status)))

    def sum_in_words(self, language: Language) -> str:
        """Return the addition of all parts, written out."""
        words = [
            say(evidence.PART, language, status=rows.status(self.kpi, status, language), rows=numbers.count(number))
            for status, number in self.parts.items()
        ]
        return say(evidence.SUM, language, parts=" + ".join(words), rows=numbers.count(self.every))
