"""What working time costs: ten million durations against the sample company's calendar, and their due times."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import numpy as np
import polars as pl

from benchmarks.measured import ROOT
from metrics.clocks import WorkingCalendar, due, working_calendars, worktime

_DURATIONS = 10_000_000
_DAY = 86_400_000_000
_MASTERS = ROOT / "sample_data" / "workspace" / "exports" / "masters"


def sample_calendar() -> WorkingCalendar:
    """Return the calendar of the sample company: two blocks a day, Saturdays, holidays, working weekends."""
    days = pl.read_csv(_MASTERS / "calendar_days.csv", try_parse_dates=True)
    return working_calendars(pl.read_csv(_MASTERS / "calendars.csv"), days)["CN-SERVICE"]


def lives(count: int) -> tuple[pl.Series, pl.Series]:
    """Return starts over two years in random order, and ends up to three weeks later."""
    draw = np.random.default_rng(20240101)
    first = int(datetime(2024, 7, 1, tzinfo=UTC).timestamp() * 1_000_000)
    starts = first + draw.integers(0, 700 * _DAY, count)
    ends = starts + draw.integers(0, 21 * _DAY, count)
    begin, end = (pl.Series(times).cast(pl.Datetime("us", "UTC")) for times in (starts, ends))
    return begin, end


def measure(count: int = _DURATIONS) -> Iterator[tuple[str, float]]:
    """Yield the name and the seconds of each measurement; the due times must give the working time back."""
    calendar, (starts, ends) = sample_calendar(), lives(count)
    worked, seconds = _timed(lambda: worktime(calendar, starts, ends))
    yield f"working time of {count:,} durations", seconds
    reached, seconds = _timed(lambda: due(calendar, starts, worked))
    yield f"due times of {count:,} budgets", seconds
    if not (worktime(calendar, starts, reached) == worked).all():
        message = "a due time does not give its budget back"
        raise AssertionError(message)


def _timed(work: Callable[[], pl.Series]) -> tuple[pl.Series, float]:
    started = time.monotonic()
    done = work()
    return done, time.monotonic() - started


def main() -> None:
    """Print the seconds of each measurement, and how busy the machine was with other things."""
    for name, seconds in measure():
        print(f"{name:40} {seconds:6.1f} s   (load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
