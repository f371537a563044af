"""Addresses of pages inside the dashboard, with their filters in them."""

from urllib.parse import urlencode

from dashboard.filters import Filters
from dashboard.measured import Measured


def address(page: str, filters: Filters) -> str:
    """Return the address of a page, relative to the dashboard's own; the overview is its root, from any page."""
    query = urlencode(filters.params)
    path = "./" if page == "overview" else page
    return f"{path}?{query}" if query else path


def rows_of(shown: Measured, filters: Filters) -> Filters:
    """Return the filters under which the evidence page lists just the rows that a figure counts."""
    status = "counted" if shown.n else None
    return filters.at(shown.place, kpi=shown.kpi.key, month=shown.month, status=status)
