"""Adjustments: what a closed month would be worth by later data, less what it has been worth so far, to the cent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.entry import Draft, Kind

# Month, unit and part of a statement.
Key = tuple[str, str, str]


def key_of(document: Document) -> Key:
    """Return month, unit and part of a statement's document."""
    return document["month"], document["unit"], document["part"]


def amount_of(document: Document | None) -> int:
    """Return the amount of a statement's document in minor units; where there is no statement nothing is paid."""
    return 0 if document is None else int(document["amount_minor"])


@dataclass(frozen=True)
class Closed:
    """What a unit's part of a closed month has come to.

    `amount` is the frozen one (None: there was no statement), `load` the month's, `adjusted` what came after.
    """

    amount: int | None
    load: int
    adjusted: int = 0

    @property
    def before(self) -> int:
        """Return what has been paid for it until now."""
        return (self.amount or 0) + self.adjusted


@dataclass(frozen=True)
class Line:
    """An adjustment in the draft of the next month: `document` is the statement by now, None where there is none."""

    key: Key
    closed: Closed
    load: int
    document: Document | None

    @property
    def current(self) -> int | None:
        """Return the amount by now; None where the unit has no statement any more, which pays nothing."""
        return None if self.document is None else amount_of(self.document)

    @property
    def amount(self) -> int:
        """Return what is still to be paid, or to be paid back."""
        return amount_of(self.document) - self.closed.before

    def body(self) -> dict[str, Any]:
        """Return the line as the ledger writes it: both figures, both loads, and the statement by now."""
        return {
            "reason": "load",
            "amount_minor": self.amount,
            "closed_minor": self.closed.amount,
            "adjusted_minor": self.closed.adjusted,
            "before_minor": self.closed.before,
            "current_minor": self.current,
            "closed_load": self.closed.load,
            "load": self.load,
            "appeal": None,
            "document": self.document,
        }

    def draft(self, paid_in: str) -> Draft:
        """Return the line as an entry that is paid with the month `paid_in`."""
        month, unit, part = self.key
        return Draft(Kind.ADJUSTMENT, month, {**self.body(), "paid_in": paid_in}, unit, part)


def lines(closed: Mapping[Key, Closed], loads: Mapping[str, int], current: Iterable[Document], load: int) -> list[Line]:
    """Return a line for every unit and part of a closed month that is worth another amount by `current`.

    `loads` names the load of each closed month. A unit that has a statement only now counts as closed at nothing, one
    that has none any more as worth nothing: so the sum of what was closed and of all lines is the statement by now.
    """
    now = {key_of(document): document for document in current if document["month"] in loads}
    return sorted(_lines(closed, loads, now, load), key=lambda line: line.key)


def _lines(
    closed: Mapping[Key, Closed], loads: Mapping[str, int], now: Mapping[Key, Document], load: int
) -> Iterator[Line]:
    for key in {*closed, *now}:
        line = Line(key, closed.get(key) or Closed(None, loads[key[0]]), load, now.get(key))
        if line.amount:
            yield line
