"""Rulings: how an upheld appeal says that a row is to be read, whatever the sources say of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from metrics.rewards.ledger.canonical import Document

# Columns with the values they are read with.
Reads = tuple[tuple[str, str | bool | None], ...]

# How a row is read that is ruled not to count, and one that is ruled to count, by table.
LEFT_OUT: Final[Mapping[str, Reads]] = {
    "feedback_forms": (("verified", "rejected"),),
    "complaints": (("verified", "rejected"),),
}
COUNTED: Final[Mapping[str, Reads]] = {
    "feedback_forms": (("verified", "confirmed"),),
    "complaints": (
        ("attribution", "service"),
        ("duplicate_of", None),
        ("upheld", True),
        ("verified", "confirmed"),
        ("withdrawn", False),
    ),
}


@dataclass(frozen=True)
class Ruling:
    """One row of a table that is read otherwise: `reads` are columns with the values they have from now on."""

    table: str
    row: str
    reads: Reads

    def document(self) -> dict[str, Any]:
        """Return the ruling as it is written into the ledger."""
        return {"table": self.table, "row": self.row, "reads": dict(self.reads)}


def ruling_from(document: Document) -> Ruling:
    """Return the ruling that `document` wrote."""
    return Ruling(document["table"], document["row"], tuple(sorted(document["reads"].items())))


def by_row(rulings: Iterable[Ruling]) -> dict[tuple[str, str], dict[str, str | bool | None]]:
    """Return what each ruled row reads, by table and row; of several rulings on one column the last one holds."""
    found: dict[tuple[str, str], dict[str, str | bool | None]] = {}
    for ruling in rulings:
        found.setdefault((ruling.table, ruling.row), {}).update(ruling.reads)
    return found
