"""The ledger as typed tables: its closed months with what they came to, and its entries with their hashes."""

from collections.abc import Collection, Iterable
from typing import Final

from metrics.rewards.ledger.adjustments import amount_of
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.entry import Entry, Kind
from metrics.rewards.ledger.names import KINDS
from metrics.rewards.paper.basis import SHORT
from metrics.rewards.paper.sheet import Column, Sheet, Value
from metrics.rewards.paper.sheet import Kind as Typed
from metrics.rewards.paper.words import PARTS
from metrics.text import Text

_MONTHS: Final = (
    Column("month", Text("月份", "Month")),
    Column("statements", Text("奖惩单", "Statements"), Typed.COUNT),
    Column("closed", Text("关账金额", "As closed"), Typed.MONEY),
    Column("paid", Text("随本月支付的调整", "Adjustments paid with it"), Typed.MONEY),
    Column("later", Text("本月后来的调整", "Adjustments of it since"), Typed.MONEY),
    Column("by", Text("关账人", "Closed by")),
    Column("at", Text("时间", "When"), Typed.MOMENT),
    Column("entry", Text("账目", "Entry"), Typed.COUNT),
)
_ENTRIES: Final = (
    Column("entry", Text("账目", "Entry"), Typed.COUNT),
    Column("at", Text("时间", "When"), Typed.MOMENT),
    Column("by", Text("经办人", "By")),
    Column("kind", Text("内容", "What")),
    Column("month", Text("月份", "Month")),
    Column("unit", Text("单位", "Unit")),
    Column("part", Text("部分", "Part")),
    Column("amount", Text("金额", "Amount"), Typed.MONEY),
    Column("hash", Text("散列值", "Hash")),
)

Units = Collection[str] | None


def closed_months(book: Book, units: Units) -> Sheet:
    """Return the closed months, the newest first, with what they came to for some units (None: all)."""
    rows = [_month(book, close, units) for close in reversed(book.closings.values())]
    return Sheet("months", Text("已关账的月份", "Closed months"), _MONTHS, tuple(rows))


def entries_sheet(entries: Iterable[Entry]) -> Sheet:
    """Return entries, in the order given."""
    return Sheet("entries", Text("账目", "Entries"), _ENTRIES, tuple(_entry(entry) for entry in entries))


def seen(book: Book, units: Units) -> list[Entry]:
    """Return the entries that may be seen by who sees some units (None: all), the newest first."""
    return [entry for entry in reversed(book.entries) if _is_seen(entry, units)]


def _is_seen(entry: Entry, units: Units) -> bool:
    return units is None or entry.draft.unit is None or entry.draft.unit in units


def _month(book: Book, close: Entry, units: Units) -> tuple[Value, ...]:
    month = close.month
    statements = [entry for entry in book.statements(month) if _is_seen(entry, units)]
    paid, later = (
        sum(entry.body["amount_minor"] for entry in found if _is_seen(entry, units))
        for found in (book.paid_in(month), book.adjustments(month))
    )
    closed = sum(amount_of(entry.body["document"]) for entry in statements)
    return month, len(statements), closed, paid, later, close.by, close.signature.at, close.sequence


def _entry(entry: Entry) -> tuple[Value, ...]:
    draft = entry.draft
    part = None if draft.part is None else PARTS[draft.part]
    return (
        entry.sequence, entry.signature.at, entry.by, KINDS[entry.kind], draft.month, draft.unit, part, _amount(entry),
        entry.hash[:SHORT],
    )  # fmt: skip


def _amount(entry: Entry) -> int | None:
    """Return the amount that an entry freezes or pays; other entries move none by themselves."""
    match entry.kind:
        case Kind.STATEMENT:
            return amount_of(entry.body["document"])
        case Kind.ADJUSTMENT:
            return int(entry.body["amount_minor"])
        case _:
            return None
