"""What can go wrong when a canonical table is asked for."""

from collections.abc import Iterable

from metrics.errors import MetricsError, nearest


class UnknownTableError(MetricsError):
    """The contract has no table of this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Say which table was asked for and which ones come close."""
        super().__init__(f"The contract has no table '{name}'. {nearest(name, known)}")
