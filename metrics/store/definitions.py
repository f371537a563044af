"""A fingerprint of what KPIs mean: when it changes, stored parts are out of date."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from metrics.calendar import BusinessCalendar

_METRICS = Path(__file__).parents[1]
# What says how figures are kept, asked for and shown, not what they are; some of the store shapes them all the same.
_NOT_DEFINING = {"cli", "store", "__main__.py"}
_DEFINING = (
    "store/compute.py",
    "store/facts.py",
    "store/knowledge.py",
    "store/funnel_rows.py",
    "store/funnel_cube.py",
    "store/funnel_survey.py",
    "store/stored_rows.py",
    "store/tables.py",
)


def digest_of_definitions(calendar: BusinessCalendar) -> str:
    """Return a hash of the code that makes figures of facts, and of the calendar that divides them into months."""
    return hashlib.sha256(f"{_digest_of_code()}{calendar}".encode()).hexdigest()[:16]


@cache
def _digest_of_code() -> str:
    digest = hashlib.sha256()
    for file in _defining_files():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _defining_files() -> Iterator[Path]:
    for file in sorted(_METRICS.rglob("*.py")):
        if file.relative_to(_METRICS).parts[0] not in _NOT_DEFINING:
            yield file
    yield from (_METRICS / name for name in _DEFINING)
