"""A stretch of months that is compared with another."""

from dataclasses import dataclass

from metrics.calendar import shift_month
from metrics.text import Text


@dataclass(frozen=True)
class Period:
    """The months `first` to `last`, both included; one month where they are the same."""

    first: str
    last: str

    @property
    def text(self) -> Text:
        """Return how the period is called."""
        if self.first == self.last:
            return Text(self.first, self.first)
        return Text(f"{self.first} 至 {self.last}", f"{self.first} to {self.last}")

    def seen_from(self, later: "Period") -> Text:
        """Return how the period is called from a later one: a month calls the one before it by no name."""
        is_month_before = later.first == later.last and self == Period(*2 * (shift_month(later.first, -1),))
        return Text("上月", "the month before") if is_month_before else Text(f" {self.text.zh} ", self.text.en)
