"""What can go wrong when a change is taken apart."""

from metrics.errors import MetricsError


class SplitError(MetricsError):
    """A change cannot be taken apart as asked."""
