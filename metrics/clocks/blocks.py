"""Blocks of working time within a day, in minutes after local midnight."""

import re
from collections.abc import Iterable
from itertools import pairwise

from metrics.clocks.errors import BadCalendarError

Block = tuple[int, int]
Blocks = tuple[Block, ...]

_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_MIDNIGHT = 24 * 60


def blocks(calendar: str, day: str, spans: Iterable[tuple[str, str]]) -> Blocks:
    """Return spans like ("09:00", "12:00") in order; BadCalendarError where one runs backwards or two overlap."""
    found = tuple(sorted((_minute(calendar, day, starts), _minute(calendar, day, ends)) for starts, ends in spans))
    for starts, ends in found:
        if ends <= starts:
            raise BadCalendarError(calendar, f"the block {written((starts, ends))} of {day} must end after it starts.")
    for one, other in pairwise(found):
        if other[0] < one[1]:
            raise BadCalendarError(calendar, f"the blocks {written(one)} and {written(other)} of {day} overlap.")
    return found


def listed(calendar: str, day: str, text: str) -> Blocks:
    """Return the blocks written in one cell, such as "09:00-12:00,13:00-18:00"."""
    spans = [span.partition("-") for span in text.split(",") if span.strip()]
    return blocks(calendar, day, ((starts, ends) for starts, _, ends in spans))


def written(block: Block) -> str:
    """Return a block as it is written: "09:00-12:00"."""
    return "-".join(f"{minute // 60:02d}:{minute % 60:02d}" for minute in block)


def _minute(calendar: str, day: str, text: str) -> int:
    clock = _CLOCK.fullmatch(text.strip())
    minute = int(clock[1]) * 60 + int(clock[2]) if clock else _MIDNIGHT + 1
    if minute > _MIDNIGHT:
        raise BadCalendarError(calendar, f"'{text}' of {day} is no time of day; write 00:00 to 24:00.")
    return minute
