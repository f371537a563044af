"""The span of time that the sample covers: whole months in one zone, counted in local seconds since 1970.

China has kept one offset since 1991, so local seconds are UTC seconds plus eight hours.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

ZONE: Final = "Asia/Shanghai"
OFFSET: Final = 8 * 3600
MINUTE: Final = 60
HOUR: Final = 3600
DAY: Final = 86_400
# Later than anything: the time of what has not happened.
NEVER: Final = 2**52

FIRST_DAY: Final = date(2024, 7, 1)
LAST_DAY: Final = date(2026, 6, 30)


def seconds(day: date) -> int:
    """Return midnight at the start of `day` in local seconds."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


START: Final = seconds(FIRST_DAY)
END: Final = seconds(LAST_DAY) + DAY - 1
DATA_END: Final = "2026-06-30T23:59:59+08:00"


@dataclass(frozen=True)
class Month:
    """One calendar month: its place in the span, its label, and its first second and the one after its last."""

    index: int
    label: str
    start: int
    end: int

    @property
    def code(self) -> str:
        """Return the month as it stands in ids, such as "2407"."""
        return self.label[2:4] + self.label[5:]


def _month(index: int) -> Month:
    first = _first_of(index)
    return Month(index, first.isoformat()[:7], seconds(first), seconds(_first_of(index + 1)))


def _first_of(index: int) -> date:
    years, months = divmod(FIRST_DAY.month - 1 + index, 12)
    return date(FIRST_DAY.year + years, months + 1, 1)


MONTHS: Final = tuple(_month(index) for index in range(24))


def label(moment: int) -> str:
    """Return the month of a local second, as "2025-06"."""
    return text(moment)[:7]


def text(moment: int) -> str:
    """Return a local second as "2025-06-30 09:15:00"."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(moment))).strftime("%Y-%m-%d %H:%M:%S")


def moments(at: Ints, *, until: int = END) -> pl.Series:
    """Return local seconds as UTC times; null where they lie after `until`."""
    series = pl.Series((at - OFFSET) * 1_000_000).cast(pl.Datetime("us", "UTC"))
    return pl.select(pl.when(pl.Series(at <= until)).then(series)).to_series()


def planned(at: Ints) -> pl.Series:
    """Return local seconds as UTC times that may lie in the future; null where nothing is planned."""
    return moments(at, until=NEVER - 1)
