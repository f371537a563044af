"""What can go wrong when a chart is drawn or watched."""

from metrics.errors import MetricsError


class ChartError(MetricsError):
    """A control chart cannot be drawn from these points."""
