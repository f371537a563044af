"""The book: what the entries of a ledger say together, now or as it was known at some moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from metrics.calendar import shift_month
from metrics.rewards.ledger.adjustments import Closed, Key, amount_of
from metrics.rewards.ledger.entry import STEPS, Entry, Head, Kind
from metrics.rewards.ledger.rulings import Ruling, ruling_from
from metrics.rewards.ledger.states import Progress


@dataclass(frozen=True)
class Book:
    """Entries in order, each of which can be trusted."""

    entries: tuple[Entry, ...] = ()

    @property
    def head(self) -> Head:
        """Return the end of the ledger."""
        return self.entries[-1].head if self.entries else Head()

    def upto(self, sequence: int) -> "Book":
        """Return the book as it was when entry `sequence` was its last."""
        return Book(self.entries[:sequence])

    def known_at(self, moment: datetime) -> "Book":
        """Return the book as it was known at a moment."""
        return Book(tuple(entry for entry in self.entries if entry.signature.at <= moment))

    def of(self, *kinds: Kind) -> tuple[Entry, ...]:
        """Return the entries of some kinds, in order."""
        return tuple(entry for kind in kinds for entry in self._by_kind[kind])

    def entry(self, sequence: int) -> Entry | None:
        """Return the entry of a number; None where there is none."""
        return self.entries[sequence - 1] if 1 <= sequence <= len(self.entries) else None

    @cached_property
    def _by_kind(self) -> Mapping[Kind, list[Entry]]:
        found: defaultdict[Kind, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.kind].append(entry)
        return found

    @cached_property
    def _steps(self) -> Mapping[str, Progress]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.kind in STEPS:
                found.setdefault(entry.month, []).append(entry)
        return {month: Progress(month, tuple(steps)) for month, steps in found.items()}

    def progress(self, month: str) -> Progress:
        """Return where a month stands, with the steps taken."""
        return self._steps.get(month, Progress(month))

    @cached_property
    def closings(self) -> dict[str, Entry]:
        """Return the entry that closed each closed month, in order of months."""
        return {entry.month: entry for entry in sorted(self.of(Kind.CLOSE), key=lambda entry: entry.month)}

    @property
    def next_month(self) -> str | None:
        """Return the month that is to be closed next: the one after the last closed; None where none was closed."""
        return shift_month(max(self.closings), 1) if self.closings else None

    @property
    def next_draft(self) -> str | None:
        """Return the next month whose figures nobody has checked yet, in which what is decided now is paid."""
        month = self.next_month
        return shift_month(month, 1) if month and self.progress(month).is_pinned else month

    def statements(self, month: str) -> tuple[Entry, ...]:
        """Return the frozen statements of a closed month."""
        return tuple(entry for entry in self.of(Kind.STATEMENT) if entry.month == month)

    def adjustments(self, month: str) -> tuple[Entry, ...]:
        """Return the adjustments of a closed month, whenever they are paid."""
        return tuple(entry for entry in self.of(Kind.ADJUSTMENT) if entry.month == month)

    def paid_in(self, month: str) -> tuple[Entry, ...]:
        """Return the adjustments, of whatever months, that are paid with a month."""
        return tuple(entry for entry in self.of(Kind.ADJUSTMENT) if entry.body["paid_in"] == month)

    @cached_property
    def closed(self) -> dict[Key, Closed]:
        """Return what every unit's part of every closed month has come to."""
        found = {entry.key: Closed(amount_of(entry.body["document"]), entry.body["load"]) for entry in self._frozen}
        for entry in self.of(Kind.ADJUSTMENT):
            was = found.get(entry.key) or Closed(None, entry.body["closed_load"])
            found[entry.key] = replace(was, adjusted=was.adjusted + entry.body["amount_minor"])
        return found

    @property
    def _frozen(self) -> Iterable[Entry]:
        return self.of(Kind.STATEMENT)

    @cached_property
    def decided(self) -> dict[int, Entry]:
        """Return the decisions by the number of the appeal that each decides."""
        return {entry.body["appeal"]: entry for entry in self.of(Kind.DECISION)}

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """Return how upheld appeals say that rows are to be read, in the order of the decisions."""
        upheld = [self.entry(appeal) for appeal, entry in self.decided.items() if entry.body["upheld"]]
        return tuple(ruling_from(ruling) for appeal in upheld if appeal for ruling in appeal.body["rulings"])
