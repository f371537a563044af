"""Closing a month: each step is computed and shown as a proposal, and written only if nobody has acted meanwhile."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl
from sqlalchemy import Engine

from metrics.calendar import shift_month
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.draft import MonthDraft
from metrics.rewards.ledger.entry import Draft, Kind
from metrics.rewards.ledger.errors import StepError
from metrics.rewards.ledger.people import Person, require_outside
from metrics.rewards.ledger.states import Progress, State, require_step
from metrics.rewards.ledger.steps import require_turn, returned, taken
from metrics.store.errors import NoLoadError, NotKeptError
from metrics.store.ledger_drafts import Drafts, Statements
from metrics.store.ledger_rows import read_book
from metrics.store.loads import Load, last_published, published_load
from metrics.store.people import person_called
from metrics.store.policy_texts import PolicyText, policy_now, policy_of
from metrics.store.proposals import Proposal
from metrics.store.settings import Settings
from metrics.store.warehouse import Warehouse
from metrics.text import Text

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """What is asked of a month, by whom; `reason` is for a return."""

    kind: Kind
    month: str
    who: str | None
    reason: str = ""


class Closing:
    """The months of one workspace, on a database that has the ledger's tables."""

    def __init__(self, settings: Settings, engine: Engine, statements: Statements) -> None:
        """Take the workspace, its database, and the way by which statements are computed."""
        self.settings, self.engine = settings, engine
        self.drafts = Drafts(statements, lambda version: policy_of(engine, version))

    def propose(self, step: Step) -> Proposal:
        """Return what a step would write; LedgerError where it is not its turn or not this person's."""
        book, policy, load = read_book(self.engine), policy_now(self.settings.folder), self.newest()
        person = self.person(policy, step.who, load, step.month)
        require_turn(book, step.month)
        require_step(book.progress(step.month), step.kind, person.name)
        if step.kind is Kind.RETURN:
            back = self._returned(book.progress(step.month), person, step.reason)
            return Proposal(person.name, book.head, policy, (back,))
        draft = self.draft(book, step.month, load, policy)
        if step.kind is Kind.CHECK:
            self._require_complete(draft, load)
        return Proposal(person.name, book.head, policy, taken(book, step.kind, draft, person), draft)

    def _returned(self, progress: Progress, person: Person, reason: str) -> Draft:
        """Return the step back, for which nothing is computed: it is the way out where figures cannot be any more."""
        checked = progress.taken(Kind.CHECK)
        require_outside(person, checked.body["units"] if checked else (), progress.month)
        return returned(progress, reason)

    def draft(self, book: Book, month: str, load: Load, policy: PolicyText) -> MonthDraft:
        """Return what a month would be closed with: as it was checked, or by this load and policy while it is draft."""
        if book.progress(month).state is State.CLOSED:
            said = Text(f"{month} 已关账,见账本。", f"{month} is closed; see it with 'python -m metrics ledger'.")
            raise StepError(said)
        checked = book.progress(month).taken(Kind.CHECK)
        if checked is None or not book.progress(month).is_pinned:
            return self.drafts.month(book, month, load, policy)
        return self.drafts.pinned(book, checked, self.load(checked.body["load"]))

    def person(self, policy: PolicyText, name: str | None, load: Load, month: str) -> Person:
        """Return who acts, with the units they have belonged to since the month began."""
        warehouse = Warehouse(self.settings.warehouse, load.versions)
        return person_called(policy, name, warehouse, self.settings.calendar.first_day(month))

    def newest(self) -> Load:
        """Return the newest published load; NoLoadError where there is none."""
        with self.engine.connect() as connection:
            load = last_published(connection)
        if load is None:
            raise NoLoadError(self.settings.folder)
        return load

    def load(self, number: int) -> Load:
        """Return a load that an entry names."""
        with self.engine.connect() as connection:
            load = published_load(connection, number)
        if load is None:
            said = Text(
                f"账本所引的加载 #{number} 已不在记录里。",
                f"Load {number}, which the ledger names, is not in the records any more.",
            )
            raise NotKeptError(said)
        return load

    def _require_complete(self, draft: MonthDraft, load: Load) -> None:
        if not draft.documents:
            said = Text(
                f"{draft.month} 没有任何单位的奖惩单:没有可关的账。",
                f"No unit has a statement for {draft.month}: there is nothing to close.",
            )
            raise StepError(said)
        calendar = self.settings.calendar
        today = pl.select(calendar.day(pl.lit(load.as_of, pl.Datetime("us", "UTC")))).item()
        last = calendar.first_day(shift_month(draft.month, 1)) - _DAY
        if today is not None and today < last:
            said = Text(
                f"{draft.month} 到 {last} 才结束,而数据截至 {today}:之后才能复核。",
                f"{draft.month} goes on until {last}, and the load is as of {today}: it can be checked after that.",
            )
            raise StepError(said)
