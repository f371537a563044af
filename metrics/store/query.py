"""A question to the metrics layer: which KPI, over which months, cut how, as of when."""

import re
from dataclasses import dataclass
from datetime import datetime

from metrics.errors import UnknownDimensionError
from metrics.populations import CUBE, POPULATIONS
from metrics.registry import kpi
from metrics.store.errors import QueryError

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
# Cuts that the stored parts can answer; `region` is the parent of a unit.
STORED = frozenset({"month", "region", *CUBE})


@dataclass(frozen=True)
class Query:
    """One KPI over the months `first` to `last` (None: all), one reading per group of `by`, of rows matching `where`.

    `as_of` judges the rows as of another moment than the load did.
    """

    kpi: str
    first: str | None = None
    last: str | None = None
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    as_of: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown KPI or dimension, a month that is none, and a period that ends before it begins."""
        known = {"month", "region", *POPULATIONS[kpi(self.kpi).population].all_dimensions}
        for name in (*self.by, *(name for name, _ in self.where)):
            if name not in known:
                raise UnknownDimensionError(name, self.kpi, known)
        for month in (self.first, self.last):
            if month is not None and not _MONTH.fullmatch(month):
                message = f"'{month}' is not a month; write it as 2025-06."
                raise QueryError(message)
        if self.first and self.last and self.first > self.last:
            message = f"The period ends ({self.last}) before it begins ({self.first})."
            raise QueryError(message)

    @property
    def dimensions(self) -> frozenset[str]:
        """Return every dimension that the question mentions."""
        return frozenset({*self.by, *(name for name, _ in self.where)})

    @property
    def is_stored(self) -> bool:
        """Return whether the stored parts can answer, without going to the facts."""
        return self.as_of is None and self.dimensions <= STORED
