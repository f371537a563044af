"""A month as it is shown: where it stands, its statements, what is paid with it, and what came of it since."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from metrics.rewards.ledger.adjustments import Key, amount_of, key_of
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.draft import MonthDraft
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.states import State


@dataclass(frozen=True)
class Paid:
    """An adjustment paid with a month; `entry` is None while it is a draft that may still change."""

    key: Key
    body: Document
    entry: int | None = None

    @property
    def amount(self) -> int:
        """Return what it adds, in minor units."""
        return int(self.body["amount_minor"])

    def document(self) -> dict[str, Any]:
        """Return it for JSON."""
        month, unit, part = self.key
        return {**self.body, "month": month, "unit": unit, "part": part, "entry": self.entry}


@dataclass(frozen=True)
class MonthAccount:
    """One month. `adjustments` are paid with it, `later` are those of it that are paid with other months."""

    month: str
    state: State
    steps: tuple[Entry, ...]
    basis: Document
    statements: tuple[Document, ...]
    adjustments: tuple[Paid, ...] = ()
    later: tuple[Paid, ...] = ()

    @property
    def amount(self) -> int | None:
        """Return what is paid with the month, in minor units: statements and adjustments; None where it has neither."""
        if not (self.statements or self.adjustments):
            return None
        return sum(map(amount_of, self.statements)) + sum(paid.amount for paid in self.adjustments)

    def within(self, units: Collection[str] | None) -> "MonthAccount":
        """Return the account with some units only (None: all of them)."""
        if units is None:
            return self
        statements = tuple(each for each in self.statements if each["unit"] in units)
        adjustments, later = (
            tuple(each for each in paid if each.key[1] in units) for paid in (self.adjustments, self.later)
        )
        return MonthAccount(self.month, self.state, self.steps, self.basis, statements, adjustments, later)

    def document(self) -> dict[str, Any]:
        """Return it for JSON, money in minor units."""
        return {
            "month": self.month,
            "state": self.state.value,
            "steps": [_step(step) for step in self.steps],
            **self.basis,
            "statements": list(self.statements),
            "adjustments": [paid.document() for paid in self.adjustments],
            "later_adjustments": [paid.document() for paid in self.later],
            "amount_minor": self.amount,
        }


def _step(step: Entry) -> dict[str, Any]:
    told = {"step": step.kind.value, "by": step.by, "at": step.signature.at.isoformat(), "entry": step.sequence}
    return {**told, "reason": step.body["reason"]} if step.kind is Kind.RETURN else told


def of_draft(book: Book, draft: MonthDraft) -> MonthAccount:
    """Return the account of a month that is not closed, as it would be closed."""
    progress, basis = book.progress(draft.month), draft.basis
    adjustments = (*(Paid(line.key, line.body()) for line in draft.lines), *map(_paid, draft.decided))
    about = {"load": basis.load, "as_of": basis.as_of, "policy": basis.policy}
    documents = tuple(sorted(draft.documents, key=key_of))
    return MonthAccount(draft.month, progress.state, progress.steps, about, documents, adjustments)


def of_closed(book: Book, month: str) -> MonthAccount:
    """Return the account of a closed month, from the ledger alone."""
    close = book.closings[month]
    about = {name: close.body[name] for name in ("load", "as_of", "policy")}
    documents = tuple(entry.body["document"] for entry in book.statements(month))
    paid, of_month = tuple(map(_paid, book.paid_in(month))), tuple(map(_paid, book.adjustments(month)))
    return MonthAccount(month, State.CLOSED, book.progress(month).steps, about, documents, paid, of_month)


def _paid(entry: Entry) -> Paid:
    return Paid(entry.key, entry.body, entry.sequence)
