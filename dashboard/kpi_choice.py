"""What the address of a KPI's page chooses, with what holds where it chooses nothing."""

from dashboard import periods
from dashboard.segments import dimension, dimensions
from dashboard.visit import Visit
from metrics.model import Quantile

USUAL_PART, USUAL_GRAIN = "trend", "month"


def part(visit: Visit) -> str:
    """Return which part of the page is shown."""
    return visit.filters.part or USUAL_PART


def grain(visit: Visit) -> str:
    """Return whether the points of the trend are months or weeks."""
    return visit.filters.grain or USUAL_GRAIN


def cut(visit: Visit) -> str:
    """Return by which dimension the figure is cut."""
    return dimension(visit.filters.by, dimensions(visit.kpi, visit.place, visit.source.places))


def between(visit: Visit) -> tuple[str, str]:
    """Return the names of the two periods that are compared: the chosen month and the one before it."""
    now = visit.filters.now or visit.month
    return visit.filters.before or periods.one_before(now), now


def is_in_order(compared: tuple[str, str]) -> bool:
    """Return whether the earlier period ends before the later one begins."""
    before, now = map(periods.period, compared)
    return before.last < now.first


def can_be_explained(visit: Visit) -> bool:
    """Return whether the KPI's change can be taken apart between the chosen periods: a percentile is no sum."""
    return not isinstance(visit.kpi.measure, Quantile) and is_in_order(between(visit))
