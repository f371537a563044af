"""Which rows behind a statement count otherwise by the rulings that an appeal asks for."""

from dataclasses import dataclass

from metrics.contract import TABLES
from metrics.rewards.ledger.adjustments import Key
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.rulings import Ruling
from metrics.store.appealing import Appeals
from metrics.store.closing import Closing
from metrics.store.ledger_statements import appeal_days, policies_of, ruled_source
from metrics.store.policy_texts import PolicyText
from metrics.store.statement_evidence import statement_evidence

_TABLES = {"satisfaction": "feedback_forms", "complaints": "complaints"}


@dataclass(frozen=True)
class Moved:
    """A row behind a statement, with its status in the evidence without and with the rulings; None: not among them."""

    row: str
    before: str | None
    after: str | None


def rows_moved(closing: Closing, book: Book, key: Key, rulings: tuple[Ruling, ...]) -> list[Moved]:
    """Return the rows of a statement whose status the rulings change, on top of those that hold already."""
    before, after = (_statuses(closing, book, key, each) for each in (book.rulings, (*book.rulings, *rulings)))
    changed = sorted(row for row in {*before, *after} if before.get(row) != after.get(row))
    return [Moved(row, before.get(row), after.get(row)) for row in changed]


def rows_behind(closing: Closing, book: Book, key: Key) -> frozenset[str]:
    """Return the rows behind a statement, counted or left out."""
    return frozenset(_statuses(closing, book, key, book.rulings))


def appeals_of(closing: Closing) -> Appeals:
    """Return the appeals against a workspace's months."""

    def days(policy: PolicyText, unit: str, month: str) -> int:
        return appeal_days(policy, unit, closing.settings.calendar.first_day(month))

    return Appeals(closing, days, lambda book, key: rows_behind(closing, book, key))


def _statuses(closing: Closing, book: Book, key: Key, rulings: tuple[Ruling, ...]) -> dict[str, str]:
    month, unit, part = key
    source = ruled_source(closing.settings, closing.newest(), rulings)
    policies = policies_of(closing.drafts.judging(book, month).text)
    found = statement_evidence(source, policies, (unit, month), part)
    (name,) = TABLES[_TABLES[part]].key
    return dict(found.rows.select(name, "status").iter_rows())
