"""What the address chooses on the funnel page: the funnel, who entered it when, and the bar that is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.filters import Filters, Problem
from metrics.calendar import shift_month
from metrics.funnel import Funnel
from metrics.funnel.errors import FunnelError
from metrics.funnel.evidence import bar
from metrics.store.funnel_query import FunnelQuery

# How many months of entry are looked at together, the chosen month being the last.
SPANS = ("1", "3", "6", "12")
# What stands below the waterfall, one part at a time.
PARTS = ("cases", "where", "cohorts", "times")
# The dimensions whose segments can be looked at and are compared with each other.
SEGMENTS = ("unit", "channel", "customer_group", "category", "product", "case_type", "priority", "owner")
_COHORTS = 12


@dataclass(frozen=True)
class FunnelChoice:
    """A question about one funnel, as the address asks it; `bar` is None where the page may choose one itself."""

    funnel: Funnel
    query: FunnelQuery
    bar: str | None
    segment: tuple[str, str] | None

    @property
    def compared(self) -> tuple[str, ...]:
        """Return the dimensions whose segments are compared: within one unit, units are not."""
        of_one_unit = any(name == "unit" for name, _ in self.query.where)
        return tuple(name for name in SEGMENTS if not (of_one_unit and name == "unit"))

    @property
    def held(self) -> FunnelQuery:
        """Return the question whose rows answer this one and the one about the period before it."""
        before = self.query.previous()
        return FunnelQuery(self.funnel.name, before.first, self.query.last, also=("region", *SEGMENTS))

    @property
    def cohorts(self) -> FunnelQuery:
        """Return the question about the year of entry months that ends with the period."""
        first = shift_month(str(self.query.last), 1 - _COHORTS)
        return FunnelQuery(self.funnel.name, first, self.query.last, where=self.query.where)


def choose(funnels: Mapping[str, Funnel], filters: Filters, month: str) -> tuple[FunnelChoice, list[Problem]]:
    """Return what an address chooses of the funnels that are declared (one at least), and what of it is unknown."""
    problems = []
    if filters.funnel is not None and filters.funnel not in funnels:
        problems.append(Problem("funnel", filters.funnel))
    funnel = funnels.get(filters.funnel or "", next(iter(funnels.values())))
    segment = _segment(filters.segment)
    if filters.segment is not None and segment is None:
        problems.append(Problem("segment", filters.segment))
    if filters.bar is not None and not _is_bar(funnel, filters.bar):
        problems.append(Problem("bar", filters.bar))
    where = (*filters.place.where, *([segment] if segment else []))
    query = FunnelQuery(funnel.name, shift_month(month, 1 - int(filters.span or SPANS[0])), month, where=where)
    chosen = filters.bar if filters.bar and _is_bar(funnel, filters.bar) else None
    return FunnelChoice(funnel, query, chosen, segment), problems


def _segment(text: str | None) -> tuple[str, str] | None:
    """Return the dimension and the value of a segment written as "channel:phone"; None where it is none."""
    name, colon, value = (text or "").partition(":")
    return (name, value) if colon and name in SEGMENTS and name != "unit" else None


def _is_bar(funnel: Funnel, text: str) -> bool:
    try:
        bar(funnel, text)
    except FunnelError:
        return False
    return True
