"""The company's working time: Monday to Saturday with a lunch break, public holidays and working weekends."""

from datetime import date, timedelta
from functools import cache
from typing import Final

import numpy as np
import polars as pl

from sample_data.span import FIRST_DAY, HOUR, ZONE, Ints, seconds

CALENDAR: Final = "CN-SERVICE"
WEEKDAY: Final = (("09:00", "12:00"), ("13:00", "18:00"))
SATURDAY: Final = (("09:00", "12:00"), ("13:00", "16:00"))
BLOCKS: Final = {1: WEEKDAY, 2: WEEKDAY, 3: WEEKDAY, 4: WEEKDAY, 5: WEEKDAY, 6: SATURDAY}

# The State Council's notices for 2024–2026, as spans of days off.
HOLIDAYS: Final = (
    ("2024-01-01", "2024-01-01", "元旦"),
    ("2024-02-10", "2024-02-17", "春节"),
    ("2024-04-04", "2024-04-06", "清明节"),
    ("2024-05-01", "2024-05-05", "劳动节"),
    ("2024-06-08", "2024-06-10", "端午节"),
    ("2024-09-15", "2024-09-17", "中秋节"),
    ("2024-10-01", "2024-10-07", "国庆节"),
    ("2025-01-01", "2025-01-01", "元旦"),
    ("2025-01-28", "2025-02-04", "春节"),
    ("2025-04-04", "2025-04-06", "清明节"),
    ("2025-05-01", "2025-05-05", "劳动节"),
    ("2025-05-31", "2025-06-02", "端午节"),
    ("2025-10-01", "2025-10-08", "国庆节、中秋节"),
    ("2026-01-01", "2026-01-03", "元旦"),
    ("2026-02-15", "2026-02-23", "春节"),
    ("2026-04-04", "2026-04-06", "清明节"),
    ("2026-05-01", "2026-05-05", "劳动节"),
    ("2026-06-19", "2026-06-21", "端午节"),
    ("2026-09-25", "2026-09-27", "中秋节"),
    ("2026-10-01", "2026-10-07", "国庆节"),
)
# Weekends worked in exchange (调休).
WORKING_WEEKENDS: Final = (
    *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"),
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


@cache
def days_off() -> dict[date, str]:
    """Return every public holiday with its name."""
    spans = [(date.fromisoformat(first), date.fromisoformat(last), name) for first, last, name in HOLIDAYS]
    return {day: name for first, last, name in spans for day in _days(first, last)}


def blocks_of(day: date) -> tuple[tuple[str, str], ...]:
    """Return the working blocks of a day; none where the company is closed."""
    if day in days_off():
        return ()
    if day.isoformat() in WORKING_WEEKENDS:
        return WEEKDAY
    return BLOCKS.get(day.isoweekday(), ())


def _second(day: date, clock: str) -> int:
    hours, minutes = clock.split(":")
    return seconds(day) + int(hours) * HOUR + int(minutes) * 60


@cache
def _blocks() -> tuple[Ints, Ints, Ints]:
    """Return starts and ends of all blocks, and the working seconds that lie before each."""
    days = _days(FIRST_DAY, date(2026, 12, 31))
    spans = [(_second(day, start), _second(day, end)) for day in days for start, end in blocks_of(day)]
    starts, ends = np.array(spans, dtype=np.int64).T
    return starts, ends, np.concatenate([[0], np.cumsum(ends - starts)[:-1]])


def add(moment: Ints, working_seconds: Ints) -> Ints:
    """Return the time that lies `working_seconds` of working time after `moment`."""
    starts, ends, before = _blocks()
    block = np.searchsorted(ends, moment, side="right")
    reached = before[block] + np.maximum(moment - starts[block], 0) + working_seconds
    landing = np.searchsorted(before + (ends - starts), reached, side="left")
    reached_at: Ints = starts[landing] + reached - before[landing]
    return reached_at


def until(moment: int) -> int:
    """Return the working seconds that lie before a moment, since the first day of the sample."""
    starts, ends, before = _blocks()
    block = max(int(np.searchsorted(starts, moment, side="right")) - 1, 0)
    return int(before[block] + np.clip(moment, starts[block], ends[block]) - starts[block])


def calendars() -> pl.DataFrame:
    """Return the weekly blocks as rows of the contract."""
    rows = [(CALENDAR, ZONE, weekday, *block) for weekday, blocks in BLOCKS.items() for block in blocks]
    return pl.DataFrame(rows, schema=["calendar_id", "timezone", "weekday", "starts", "ends"], orient="row")


def calendar_days() -> pl.DataFrame:
    """Return the days that override the week; one planned closure was called off and is inactive."""
    weekday = ",".join(f"{start}-{end}" for start, end in WEEKDAY)
    rows: list[tuple[str, date, str, str | None, str, bool]] = [
        (CALENDAR, day, "holiday", None, name, True) for day, name in days_off().items()
    ]
    rows += [
        (CALENDAR, date.fromisoformat(day), "working_override", weekday, "调休上班", True) for day in WORKING_WEEKENDS
    ]
    rows.append((CALENDAR, date(2025, 12, 31), "holiday", None, "盘点停业(已取消)", False))
    columns = ["calendar_id", "date", "kind", "blocks", "name", "active"]
    return pl.DataFrame(rows, schema=columns, orient="row").sort("date")
