"""What the address of the page about complaints and recovery chooses, with what holds where it chooses nothing."""

from collections.abc import Sequence

from dashboard.cards import MONTHS, Card, card
from dashboard.complaints.period import USUAL, Period
from dashboard.measured import trail
from dashboard.visit import Visit
from metrics.registry import all_kpis

USUAL_PART = "rate"
# The KPIs whose tiles stand above every part, and those above the recovery board.
KPIS = (
    "complaints_per_100_cases", "complaint_capture_rate", "complaint_upheld_rate", "complaint_repeat_rate",
    "complaint_severity", "complaint_first_reply_on_time",
)  # fmt: skip
OF_RECOVERY = (
    "recovery_success", "recovery_completeness", "recovery_in_order", "recovery_confirmed",
    "compensation_within_authority", "recovery_time_p50",
)  # fmt: skip


def part(visit: Visit) -> str:
    """Return which part of the page is shown."""
    return visit.filters.part or USUAL_PART


def period(visit: Visit) -> Period:
    """Return the months and the place that the parts other than the rate look at."""
    return Period(visit.month, int(visit.filters.span or USUAL), visit.place)


def cards_of(visit: Visit, keys: Sequence[str]) -> list[Card]:
    """Return the tiles of some KPIs in the chosen month; each opens its own page."""
    cards = []
    for name in keys:
        kpi = all_kpis()[name]
        months = trail(visit.source, kpi, visit.place, visit.month, MONTHS)
        cards.append(card(visit.measured(kpi), months, visit.filters.choose(part=None), visit.language))
    return cards
