"""Appeals against a month: filed in time, their effect computed, decided by somebody independent."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from metrics.rewards.ledger.adjustments import Key
from metrics.rewards.ledger.appeals import (
    Effect,
    Grounds,
    Verdict,
    announcement,
    decided,
    effects,
    filed,
    require_judge,
    undecided,
)
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.entry import Entry
from metrics.rewards.ledger.errors import AppealError
from metrics.rewards.ledger.people import require_of_unit
from metrics.rewards.ledger.rulings import Ruling, ruling_from
from metrics.rewards.paper.words import PARTS
from metrics.store.appeal_deadlines import Days, business_day, deadline_after
from metrics.store.closing import Closing
from metrics.store.ledger_rows import read_book
from metrics.store.loads import Load
from metrics.store.policy_texts import policy_now
from metrics.store.proposals import Proposal
from metrics.text import Text

RowsBehind = Callable[[Book, Key], Collection[str]]


@dataclass(frozen=True)
class Decision:
    """What somebody decides of an appeal."""

    appeal: int
    who: str | None
    verdict: Verdict


class Appeals:
    """The appeals against a workspace's months.

    `days` says how many working days a unit has against a month, `rows` which rows stand behind a statement.
    """

    def __init__(self, closing: Closing, days: Days, rows: RowsBehind) -> None:
        """Take the closing of months, whose figures are appealed against."""
        self.closing, self.days, self.rows = closing, days, rows

    def propose(self, grounds: Grounds, who: str | None, at: datetime) -> Proposal:
        """Return what filing an appeal would write; AppealError where it is late or names rows that nobody has."""
        closing, (month, unit, _) = self.closing, grounds.key
        book, policy, load = read_book(closing.engine), policy_now(closing.settings.folder), closing.newest()
        person = closing.person(policy, who, load, month)
        against = announcement(book, month)
        require_of_unit(person, unit)
        self._require_rows(book, grounds)
        deadline = deadline_after(closing.settings, load, (unit, against.signature.at), self.days(policy, unit, month))
        draft = filed(grounds, against, deadline, business_day(closing.settings, at))
        found = self._effects(book, against, grounds.rulings, load)
        return Proposal(person.name, book.head, policy, (draft,), effects=found)

    def effects(self, book: Book, number: int) -> tuple[Effect, ...]:
        """Return what upholding an undecided appeal would change."""
        appeal = undecided(book, number)
        rulings = tuple(ruling_from(each) for each in appeal.body["rulings"])
        return self._effects(book, appeal, rulings, self.closing.newest())

    def decide(self, decision: Decision) -> Proposal:
        """Return what a decision would write, with its effect; LedgerError where it is not this person's to decide."""
        closing = self.closing
        book, policy, load = read_book(closing.engine), policy_now(closing.settings.folder), closing.newest()
        appeal = undecided(book, decision.appeal)
        require_judge(book, appeal, closing.person(policy, decision.who, load, appeal.month))
        found = self.effects(book, decision.appeal)
        drafts = decided(book, appeal, decision.verdict, found, load.id)
        return Proposal(str(decision.who), book.head, policy, drafts, effects=found)

    def _effects(self, book: Book, about: Entry, rulings: tuple[Ruling, ...], load: Load) -> tuple[Effect, ...]:
        drafts = self.closing.drafts
        before = drafts.by_rulings(book, about, load, book.rulings)
        after = drafts.by_rulings(book, about, load, (*book.rulings, *rulings))
        return tuple(effects(before, after))

    def _require_rows(self, book: Book, grounds: Grounds) -> None:
        """Refuse rows that are not behind the statement: a unit does not appeal about another's."""
        known, (month, unit, part) = self.rows(book, grounds.key), grounds.key
        for ruling in grounds.rulings:
            if ruling.row not in known:
                said = Text(
                    f"“{ruling.row}”不在 {unit} {month} 奖惩单({PARTS[part].zh})的依据里;依据列在奖惩单下面。",
                    f"'{ruling.row}' is no row behind the {part} statement of {unit} for {month}. "
                    f"'python -m metrics statement' writes those that are with --evidence FILE.",
                )
                raise AppealError(said)
