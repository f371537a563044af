"""What can go wrong when a change is taken apart."""

from metrics.errors import MetricsError
from metrics.text import Text

NO_PARTS = Text(
    "百分位数不是各组之和,变化没有这样的组成", "A percentile is no sum of its groups, so its change has no such parts"
)


class SplitError(MetricsError):
    """A change cannot be taken apart as asked."""


class NoPartsError(SplitError):
    """The change of a percentile has no parts that add up to it."""

    def __init__(self, kpi: str) -> None:
        """Say of which KPI, and where to look instead."""
        super().__init__(f"KPI '{kpi}': {NO_PARTS.en}: see their own values with 'show --by'.")
