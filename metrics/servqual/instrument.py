"""What an instrument asks: which items belong to which dimension, on which scale, and which are worded in reverse."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from metrics.servqual.errors import InstrumentError

_SCALES = range(5, 10)


@dataclass(frozen=True)
class Instrument:
    """Dimensions in the order they are shown, each with its item numbers; answers run from 1 to `scale_max`."""

    name: str
    dimensions: Mapping[str, tuple[int, ...]]
    scale_max: int = 7
    reversed_items: frozenset[int] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        """Refuse an item in two dimensions, an empty dimension, a reversed item never asked, and an odd scale."""
        counts = Counter(item for items in self.dimensions.values() for item in items)
        twice = sorted(item for item, number in counts.items() if number > 1)
        if twice:
            self._refuse(f"item {twice[0]} belongs to more than one dimension.")
        empty = [name for name, items in self.dimensions.items() if not items]
        if empty or not self.dimensions:
            self._refuse(f"dimension '{empty[0]}' has no item." if empty else "it has no dimension.")
        unasked = sorted(self.reversed_items - counts.keys())
        if unasked:
            self._refuse(f"reversed item {unasked[0]} belongs to no dimension.")
        if self.scale_max not in _SCALES:
            self._refuse(f"scale_max = {self.scale_max}; allowed are 5 to 9 points.")

    def _refuse(self, contradiction: str) -> None:
        message = f"Instrument '{self.name}': {contradiction}"
        raise InstrumentError(message)

    @property
    def items(self) -> pl.DataFrame:
        """Return `item_no` and `dimension` of every item."""
        rows = [(item, name) for name, items in self.dimensions.items() for item in items]
        return pl.DataFrame(rows, schema={"item_no": pl.Int64, "dimension": pl.String}, orient="row")


# The 22 pairs of Parasuraman, Zeithaml and Berry, with the usual order of items.
CLASSIC = Instrument(
    name="classic",
    dimensions={
        "tangibles": (1, 2, 3, 4),
        "reliability": (5, 6, 7, 8, 9),
        "responsiveness": (10, 11, 12, 13),
        "assurance": (14, 15, 16, 17),
        "empathy": (18, 19, 20, 21, 22),
    },
)
