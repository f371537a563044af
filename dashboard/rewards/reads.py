"""What the rewards page asks: months, evidence and call-backs, once per load, policy and end of the ledger."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.data import Published
from dashboard.places import Place
from dashboard.rewards.desk import desk
from metrics.rewards.discrepancy import Verified
from metrics.rewards.dossier import Appealed, appealed, row_of
from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.entry import Head
from metrics.rewards.ledger.states import State
from metrics.rewards.month_rows import MonthRow
from metrics.store.closing import Closing
from metrics.store.dossiers import calls_about, rows_behind, standing_of
from metrics.store.ledger_accounts import known, month_account
from metrics.store.ledger_rows import read_head
from metrics.store.unit_staff import staff_of
from metrics.text import Text

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Viewed:
    """A month as it stands, and what of the ledger a reader must know beside it.

    `following` is the month that is to be closed next; None where none was closed yet, so that any may be the first.
    """

    account: MonthAccount
    following: str | None
    appeals: tuple[Appealed, ...]

    @property
    def is_in_turn(self) -> bool:
        """Return whether the month is closed, or may be closed now."""
        return self.account.state is State.CLOSED or self.following in (None, self.account.month)


@dataclass(frozen=True)
class Supervised:
    """One month of rewards, as one viewer may see it."""

    source: Published
    month: str

    @cached_property
    def closing(self) -> Closing:
        """Return the closing of months, by which statements are computed."""
        return desk(self.source)

    @cached_property
    def head(self) -> Head:
        """Return the end of the ledger, read anew each time."""
        return read_head(self.closing.engine)

    @cached_property
    def viewed(self) -> Viewed:
        """Return the month; LedgerBrokenError where the ledger cannot be trusted."""
        closing, scope, month = self.closing, self.source.scope, self.month

        def ask() -> Viewed:
            then = known(closing)
            account, following = month_account(closing, scope, then, month), then.book.next_month
            in_turn = following in (None, month) or month in then.book.closings
            # What is still to be adjusted is paid with the next month to be closed, and with no other.
            shown = account if in_turn else replace(account, adjustments=())
            return Viewed(shown, following, appealed(then.book, scope.units, month))

        return self.source.asked("month of rewards", ask, str(self.head), month)

    def row(self, unit: str) -> MonthRow:
        """Return one unit's month."""
        return row_of(self.viewed.account, unit)

    def evidence(self, unit: str, part: str) -> "pl.DataFrame":
        """Return the rows behind one part of a unit's month."""
        closing, scope, of = self.closing, self.source.scope, (unit, self.month)

        def ask() -> "pl.DataFrame":
            return rows_behind(closing, scope, standing_of(closing, known(closing), self.month), of, part)

        return self.source.asked("rows of rewards", ask, str(self.head), *of, part)

    def calls(self, document: Document) -> Verified:
        """Return what call-backs say of a satisfaction statement."""
        closing, scope = self.closing, self.source.scope

        def ask() -> Verified:
            return calls_about(closing, scope, standing_of(closing, known(closing), self.month), document)

        return self.source.asked("calls of rewards", ask, str(self.head), document["unit"], self.month)

    def staff(self, unit: str) -> list[str]:
        """Return who belonged to a unit in the month."""
        source, calendar = self.source, self.source.store.settings.calendar
        ask = lambda: staff_of(source.store.warehouse(source.scope), calendar, source.scope, (unit, self.month))  # noqa: E731 handed on at once
        return source.asked("staff of a unit", ask, unit, self.month)

    def named(self, unit: str) -> Text:
        """Return what a unit is called in both languages."""
        place = Place("unit", unit)
        return Text(self.source.places.name(place, "zh"), self.source.places.name(place, "en"))
