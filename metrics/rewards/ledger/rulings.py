"""Rulings: how an upheld appeal says that a row is to be read, whatever the sources say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from metrics.rewards.ledger.canonical import Document


@dataclass(frozen=True)
class Ruling:
    """One row of a table that is read otherwise: `reads` are columns with the values they have from now on."""

    table: str
    row: str
    reads: tuple[tuple[str, str | bool | None], ...]

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
