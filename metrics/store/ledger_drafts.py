"""Drafts of months: statements from a load and a policy's text, and what closed months would be worth by that load."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from metrics.rewards.ledger.adjustments import Key, key_of, lines
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.draft import Basis, MonthDraft
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.rulings import Ruling
from metrics.store.loads import Load
from metrics.store.policy_texts import PolicyText


@dataclass(frozen=True)
class Asked:
    """Which statements are to be computed: by which load, policy and rulings, of which months (both included)."""

    load: Load
    policy: PolicyText
    rulings: tuple[Ruling, ...]
    first: str
    last: str


Statements = Callable[[Asked], Sequence[Document]]


@dataclass(frozen=True)
class Drafts:
    """Computes what months come to: `statements` is the one way to any statement, `policy_of` to a text once kept."""

    statements: Statements
    policy_of: Callable[[str], PolicyText]

    def month(self, book: Book, month: str, load: Load, policy: PolicyText) -> MonthDraft:
        """Return a month as it would be closed by a load and a policy, on top of what the book holds."""
        documents = self.statements(Asked(load, policy, book.rulings, month, month))
        as_of = load.as_of.isoformat() if load.as_of else None
        basis = Basis(load.id, load.versions, as_of, policy.version)
        loads = {closed: entry.body["load"] for closed, entry in book.closings.items()}
        found = lines(book.closed, loads, self.closed_months(book, load, book.rulings), load.id)
        return MonthDraft(month, basis, tuple(documents), tuple(found), book.paid_in(month))

    def pinned(self, book: Book, checked: Entry, load: Load) -> MonthDraft:
        """Return a month as it was checked: by the load, the policy and the book of that time."""
        return self.month(book.upto(checked.sequence - 1), checked.month, load, self.policy_of(checked.body["policy"]))

    def closed_months(self, book: Book, load: Load, rulings: tuple[Ruling, ...]) -> list[Document]:
        """Return the statements of all closed months by a load, each under the policy that it was closed under."""
        found: list[Document] = []
        for version in sorted({entry.body["policy"] for entry in book.closings.values()}):
            months = [month for month, entry in book.closings.items() if entry.body["policy"] == version]
            asked = Asked(load, self.policy_of(version), rulings, min(months), max(months))
            found += [document for document in self.statements(asked) if document["month"] in months]
        return found

    def judging(self, book: Book, month: str) -> PolicyText:
        """Return the policy by which a month was last checked."""
        checked = [entry for entry in book.progress(month).steps if entry.kind is Kind.CHECK]
        return self.policy_of(checked[-1].body["policy"])

    def by_rulings(self, book: Book, appeal: Entry, load: Load, rulings: tuple[Ruling, ...]) -> dict[Key, Document]:
        """Return what an appeal may change, were these the rulings: the closed months, and its own that is not."""
        found = self.closed_months(book, load, rulings)
        if appeal.month not in book.closings:
            policy = self.judging(book, appeal.month)
            found += self.statements(Asked(load, policy, rulings, appeal.month, appeal.month))
        return {key_of(document): document for document in found}
