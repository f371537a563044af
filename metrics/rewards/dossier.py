"""A unit's month with all that stands behind it: what is paid, the forms and complaints, call-backs and appeals."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from metrics.engine import COUNTED
from metrics.rewards.discrepancy import Verified
from metrics.rewards.ledger.account import MonthAccount
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.canonical import Document, digest
from metrics.rewards.ledger.entry import Entry, Head, Kind
from metrics.rewards.month_rows import MonthRow, month_rows
from metrics.rewards.statement import SATISFACTION
from metrics.rewards.working.complaints import complaint_lines
from metrics.rewards.working.line import Line
from metrics.rewards.working.satisfaction import satisfaction_lines
from metrics.text import Text

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Appealed:
    """An appeal, and how it was decided; None while it is not."""

    appeal: Entry
    decision: Entry | None


def appealed(book: Book, units: Iterable[str] | None = None, month: str | None = None) -> tuple[Appealed, ...]:
    """Return the appeals of some units (None: of each) against a month, or any month, the newest first."""
    wanted = None if units is None else {*units}
    found = [
        entry
        for entry in book.of(Kind.APPEAL)
        if (wanted is None or entry.key[1] in wanted) and month in (None, entry.month)
    ]
    return tuple(Appealed(entry, book.decided.get(entry.sequence)) for entry in reversed(found))


@dataclass(frozen=True, eq=False)
class Dossier:
    """One unit's month. `account` is limited to the unit, `head` is the end of the ledger as it was read.

    `forms` and `complaints` are the rows behind it, as `metrics.rewards.evidence` has them.
    """

    name: Text
    row: MonthRow
    account: MonthAccount
    forms: "pl.DataFrame"
    complaints: "pl.DataFrame"
    calls: Verified | None
    appeals: tuple[Appealed, ...]
    head: Head

    @property
    def digest(self) -> str:
        """Return one hash of what the unit is paid with the month, and why."""
        paid = [[*each.key, dict(each.body)] for each in self.row.adjustments]
        return digest([self.account.month, self.row.unit, list(self.row.documents), paid])


def written_out(document: Document, evidence: "pl.DataFrame") -> list[Line]:
    """Return a statement's arithmetic line by line, with the rows of its evidence."""
    counted = evidence.filter(evidence["status"] == COUNTED)
    if document["part"] == SATISFACTION:
        return satisfaction_lines(document, counted.to_dicts())
    return complaint_lines(document, counted["weight"].to_list())


def row_of(account: MonthAccount, unit: str) -> MonthRow:
    """Return one unit's row of a month; an empty one where the month has nothing of it."""
    return next((row for row in month_rows(account) if row.unit == unit), MonthRow(unit, None, None))
