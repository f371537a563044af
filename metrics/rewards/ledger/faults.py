"""What verification finds: the first entry that cannot be trusted, and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

from metrics.text import Text


class Wrong(StrEnum):
    """What happened to an entry."""

    ALTERED = "altered"
    MISSING = "missing"
    INSERTED = "inserted"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True)
class Fault:
    """The first entry that cannot be trusted."""

    entry: int
    wrong: Wrong
    said: Text


def altered(entry: int, zh: str, en: str) -> Fault:
    """Return that an entry is not what was written."""
    return Fault(entry, Wrong.ALTERED, Text(zh, en))


def missing(entry: int, zh: str, en: str) -> Fault:
    """Return that an entry is gone."""
    return Fault(entry, Wrong.MISSING, Text(zh, en))


def inserted(entry: int, zh: str, en: str) -> Fault:
    """Return that an entry was put in afterwards."""
    return Fault(entry, Wrong.INSERTED, Text(zh, en))


def contradicts(entry: int, zh: str, en: str) -> Fault:
    """Return that an entry, though unaltered, says what its figures or the entries before it do not bear."""
    return Fault(entry, Wrong.CONTRADICTS, Text(zh, en))
