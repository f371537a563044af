"""A closed or open month unit by unit: its two statements, what is adjusted with them, and what is paid in all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from metrics.rewards.exact import fraction
from metrics.rewards.ledger.account import MonthAccount, Paid
from metrics.rewards.ledger.adjustments import amount_of
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.statement import COMPLAINTS, SATISFACTION


@dataclass(frozen=True)
class MonthRow:
    """One unit's month; a part for which no policy is in force, or of which there is no data, has no statement."""

    unit: str
    satisfaction: Document | None
    complaints: Document | None
    adjustments: tuple[Paid, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the statements that there are."""
        return tuple(each for each in (self.satisfaction, self.complaints) if each is not None)

    @property
    def adjusted(self) -> int:
        """Return what adjustments add, in minor units."""
        return sum(paid.amount for paid in self.adjustments)

    @property
    def total(self) -> int:
        """Return what is paid to the unit with the month, in minor units; what is fined is negative."""
        return sum(map(amount_of, self.documents)) + self.adjusted

    @property
    def currency(self) -> str:
        """Return the currency of the statements."""
        known = (*self.documents, *(paid.body["document"] or {} for paid in self.adjustments))
        return next((str(each["currency"]) for each in known if "currency" in each), "")

    def returns(self, name: str) -> int | None:
        """Return how many forms were "sent", "returned", "verified" or "used"; None without a statement."""
        return None if self.satisfaction is None else int(self.satisfaction["figures"]["forms"][name])

    @property
    def verified_share(self) -> Fraction | None:
        """Return the share of the returned forms that are verified; None where none came back."""
        verified, returned = self.returns("verified"), self.returns("returned")
        return Fraction(verified or 0, returned) if returned else None

    def figure(self, name: str) -> Fraction | None:
        """Return the "average", the "baseline_average" or the "delta" that decides, exact."""
        return None if self.satisfaction is None else fraction(self.satisfaction["figures"][name])

    def amount(self, part: str) -> int | None:
        """Return the amount of a part; None where it has no statement."""
        document = {SATISFACTION: self.satisfaction, COMPLAINTS: self.complaints}[part]
        return None if document is None else amount_of(document)


def month_rows(account: MonthAccount) -> list[MonthRow]:
    """Return a month's units by their codes."""
    found: dict[str, dict[str, Document]] = {}
    for document in account.statements:
        found.setdefault(document["unit"], {})[document["part"]] = document
    adjusted = _by_unit(account.adjustments)
    return [
        MonthRow(
            unit, found.get(unit, {}).get(SATISFACTION), found.get(unit, {}).get(COMPLAINTS), adjusted.get(unit, ())
        )
        for unit in sorted({*found, *adjusted})
    ]


def _by_unit(adjustments: Iterable[Paid]) -> Mapping[str, tuple[Paid, ...]]:
    found: dict[str, tuple[Paid, ...]] = {}
    for paid in adjustments:
        found[paid.key[1]] = (*found.get(paid.key[1], ()), paid)
    return found
