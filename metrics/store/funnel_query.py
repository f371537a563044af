"""A question about a funnel: which one, entered when, cut how, judged as of when."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from metrics.calendar import months_between, shift_month
from metrics.errors import nearest
from metrics.funnel.dimensions import DIMENSIONS
from metrics.funnel.flags import Attribution
from metrics.store.errors import QueryError


@dataclass(frozen=True)
class FunnelQuery:
    """One funnel (None: the first declared) of the cases that entered in the months `first` to `last` (None: all).

    `by` cuts the answer, `where` keeps only rows with these values, `also` names dimensions that are needed besides;
    those that events tell of themselves are taken by `attribution`. `as_of` judges the cases as of another moment than
    the load did.
    """

    name: str | None = None
    first: str | None = None
    last: str | None = None
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    as_of: datetime | None = None
    attribution: Attribution = Attribution.FIRST_TOUCH
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown dimension, a month that is none, and a period that ends before it begins."""
        for name in sorted(self.dimensions):
            if name not in DIMENSIONS:
                message = f"Funnels have no dimension '{name}'. {nearest(name, DIMENSIONS)}"
                raise QueryError(message)
        for month in (self.first, self.last):
            _check_month(month)
        if self.first and self.last and self.first > self.last:
            message = f"The period ends ({self.last}) before it begins ({self.first})."
            raise QueryError(message)

    @property
    def dimensions(self) -> frozenset[str]:
        """Return every dimension that the question mentions."""
        return frozenset({*self.by, *self.also, *(name for name, _ in self.where)})

    def previous(self) -> "FunnelQuery":
        """Return the same question about the period of equal length just before; QueryError where it has no bounds."""
        if self.first is None or self.last is None:
            message = "Only a period with a first and a last month has a previous one to compare with."
            raise QueryError(message)
        back = -len(months_between(self.first, self.last))
        return replace(self, first=shift_month(self.first, back), last=shift_month(self.last, back))


def _check_month(month: str | None) -> None:
    try:
        valid = month is None or date.fromisoformat(f"{month}-01").strftime("%Y-%m") == month
    except ValueError:
        valid = False
    if not valid:
        message = f"'{month}' is not a month; write it as 2025-06."
        raise QueryError(message)
