"""What cannot be said of audits."""

from collections.abc import Iterable

from metrics.errors import MetricsError


class StrataError(MetricsError):
    """Strata do not describe one population: whoever drew the sample mends it."""

    def __init__(self, problem: str, strata: Iterable[object]) -> None:
        """Say what does not fit and in which strata."""
        super().__init__(f"{problem} Strata: {', '.join(sorted(map(str, strata)))}.")


class RatingsTableError(MetricsError):
    """Two raters' verdicts do not form a square table of counts."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        """Say which shape came."""
        super().__init__(f"Agreement needs a square table of counts, one row and one column per verdict; got {shape}.")
