"""Lists in pages: how many there are."""

from dashboard.data import PAGE


def last_page(total: int) -> int:
    """Return the number of the last page of a list; an empty list has one page too."""
    return max(-(-total // PAGE), 1)
