"""What can be wrong with a reward policy, a sample or a split: whoever wrote it mends it."""

from collections.abc import Sequence

from metrics.errors import MetricsError
from metrics.text import Text


class PolicyError(MetricsError):
    """A reward policy says what cannot hold: `keys` do not fit together, `said` tells it in both languages."""

    def __init__(self, keys: Sequence[str], said: Text) -> None:
        """Say which settings contradict what, or each other."""
        super().__init__(said.en)
        self.keys, self.said = tuple(keys), said


class SampleError(MetricsError):
    """A sample is asked for that cannot be drawn."""


class AllocationError(MetricsError):
    """A split of an amount does not hold; `said` tells it in both languages."""

    def __init__(self, said: Text) -> None:
        """Say what does not add up or cannot be read."""
        super().__init__(said.en)
        self.said = said
