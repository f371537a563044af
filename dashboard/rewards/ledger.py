"""What the ledger's part asks: whether the chain holds, its months and entries, a month as it was known on a day."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.data import PAGE
from dashboard.rewards.reads import Supervised
from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.entry import Head
from metrics.rewards.ledger.faults import Fault
from metrics.rewards.ledger.figures import wrong_figures
from metrics.rewards.paper.ledger import closed_months, entries_sheet, seen
from metrics.rewards.paper.sheet import Sheet
from metrics.store.closing import Closing
from metrics.store.errors import NoLoadError
from metrics.store.known_days import known_days
from metrics.store.ledger_accounts import known as known_on
from metrics.store.ledger_accounts import month_account
from metrics.store.ledger_rows import read_book
from metrics.store.verifying import Verification, verify

_ANCHOR = re.compile(r"(\d{1,9}):([0-9a-f]{64})")


@dataclass(frozen=True)
class Chain:
    """The chain of entries verified now, against a head that was kept elsewhere where one is `written`."""

    closing: Closing
    written: str = ""

    @property
    def is_misspelt(self) -> bool:
        """Return whether something was written that is no head."""
        return bool(self.written.strip()) and self._anchor is None

    @property
    def _anchor(self) -> Head | None:
        found = _ANCHOR.fullmatch(self.written.strip())
        return Head(int(found[1]), found[2]) if found else None

    @cached_property
    def _found(self) -> Verification:
        return verify(self.closing.engine, wrong_figures, (self._anchor,) if self._anchor else ())

    @property
    def fault(self) -> Fault | None:
        """Return the first entry that cannot be trusted; None where all of them can."""
        return self._found.fault

    @property
    def entries(self) -> int:
        """Return how many entries were verified."""
        return self._found.entries

    @property
    def head(self) -> Head:
        """Return the end of the ledger."""
        return self._found.head


@dataclass(frozen=True)
class Entries:
    """One page of the entries of a ledger with their number, its closed months, and the days on which it grew."""

    entries: Sheet
    total: int
    months: Sheet
    days: list[str]


def entries_of(known: Supervised, page: int) -> Entries:
    """Return a page of the entries that the viewer may see, the newest first; pages count from 1."""
    closing, units = known.closing, known.source.scope.units

    def ask() -> Entries:
        book = read_book(closing.engine)
        every = seen(book, units)
        shown = entries_sheet(every[(page - 1) * PAGE : page * PAGE])
        days = [day.isoformat() for day in known_days(closing, book)]
        return Entries(shown, len(every), closed_months(book, units), days)

    return known.source.asked("entries of the ledger", ask, str(known.head), page)


def waiting(known: Supervised) -> MonthAccount | None:
    """Return the month to be closed next, with the adjustments that wait for it; None where none was closed yet."""
    following = known.viewed.following
    if following is None:
        return None
    return Supervised(known.source, following).viewed.account


def known_then(known: Supervised, day: date) -> MonthAccount | None:
    """Return the month as it was known when a day ended; None where nothing was loaded by then."""
    closing, scope, month = known.closing, known.source.scope, known.month

    def ask() -> MonthAccount | None:
        try:
            return month_account(closing, scope, known_on(closing, day), month)
        except NoLoadError:
            return None

    return known.source.asked("month as known then", ask, str(known.head), month, day.isoformat())
