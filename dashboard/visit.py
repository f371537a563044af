"""One visit to one page: who reads which data in which language, with which choices."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from dashboard import periods
from dashboard.cached import Answer
from dashboard.complaints.supposed import AMOUNT, COUNTS, SHARES
from dashboard.data import Published
from dashboard.filters import Filters
from dashboard.funnel_choice import SEGMENTS, SPANS
from dashboard.measured import Measured, measured
from dashboard.pages import ENTRIES
from dashboard.patterns import Pattern
from dashboard.places import EVERYWHERE, Place
from dashboard.tone import CONVENTIONS
from metrics.model import Kpi
from metrics.populations import POPULATIONS
from metrics.registry import all_kpis
from metrics.rewards.evidence import complaint_reasons, form_reasons
from metrics.signals.inbox import Box
from metrics.text import Language

# More tiles than this are not taken in at a glance.
MOST_TILES = 7
# Names of the workspace's own that the page itself knows or does not know.
_FREE = ("wave", "dimension", "instrument", "search", "cause", "severity", "scenario")
# Every status that a row behind a statement may have.
_OF_STATEMENTS = frozenset({*form_reasons(), *complaint_reasons()})


@dataclass(frozen=True)
class Visit:
    """What a view needs to ask, read and show."""

    page: str
    source: Published
    filters: Filters
    language: Language

    @cached_property
    def leading(self) -> tuple[Kpi, ...]:
        """Return the most important KPIs for which this workspace has anything to count."""
        return tuple(islice(filter(self._counts_any, all_kpis().values()), MOST_TILES))

    def _counts_any(self, kpi: Kpi) -> bool:
        return any(reading["n"] for reading in self.source.history(kpi.key, EVERYWHERE).values())

    @property
    def kpi(self) -> Kpi:
        """Return the KPI that was chosen, or the headline KPI."""
        return all_kpis()[self.filters.kpi] if self.filters.kpi else self.leading[0]

    @property
    def month(self) -> str:
        """Return the month that was chosen, or the newest that is over."""
        return self.filters.month or self.source.finished

    @property
    def in_myriads(self) -> bool:
        """Return whether large numbers are written with 万 and 亿, which only Chinese has signs for."""
        return self.language == "zh" and self.filters.numbers == "myriads"

    @property
    def place(self) -> Place:
        """Return the unit or region that was chosen."""
        return self.filters.place

    def built(self, what: str, build: Callable[[], Answer]) -> Answer:
        """Return what `build` builds of this address in this language, once for all visits: see `cached.built`."""
        return self.source.built(what, build, self.page, self.language, self.filters.params)

    def measured(self, kpi: Kpi, place: Place | None = None) -> Measured:
        """Return a KPI in the chosen month, at the chosen place unless another is named."""
        return measured(self.source, kpi, self.place if place is None else place, self.month)


def allowed(source: Published, page: str) -> Mapping[str, Container[str]]:
    """Return which values the address of a page may hold."""
    return {
        "lang": ("zh", "en"),
        "month": source.months,
        "unit": {unit.code for unit in source.places.units},
        "region": {region.code for region in source.places.regions},
        "kpi": all_kpis().keys(),
        "status": _OF_STATEMENTS if page == "rewards" else statuses(),
        "part": ENTRIES[page].parts,
        "by": {name for each in POPULATIONS.values() for name in ("region", *each.all_dimensions)} | set(SEGMENTS),
        "before": set(periods.listed(source.months)),
        "now": set(periods.listed(source.months)),
        "grain": ("week",),
        "form": ("table",),
        "source": set(source.sources["source"]),
        "state": {box.value for box in Box},
        "news": ("good", "bad"),
        "span": SPANS,
        "rows": ("forms", "complaints"),
        "numbers": ("myriads",),
        "arrows": CONVENTIONS,
        "known": Pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        **{name: Pattern(".{1,60}") for name in _FREE},
        "repurchase": Pattern(SHARES),
        "customers": Pattern(COUNTS),
        "worth": Pattern(AMOUNT),
        "signal": Pattern("[0-9a-f]{12}"),
        "rule": Pattern("[a-z_]{1,60}[.][a-z_0-9]{1,60}"),
    }


def statuses() -> frozenset[str]:
    """Return every status that a list of rows can be limited to."""
    reasons = {reason for kpi in all_kpis().values() for reason in kpi.reasons}
    return frozenset({"counted", "hit", "immature", "left_out", "undated", *reasons})
