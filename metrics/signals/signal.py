"""What a signal says: what, where, since when, by which rule, how far beyond, good or bad, and why it may be wrong."""

from dataclasses import dataclass
from enum import StrEnum

from metrics.model import Direction
from metrics.signals.patterns import NEITHER
from metrics.signals.rules import Rule
from metrics.text import Text


class Meaning(StrEnum):
    """Whether a signal is good or bad news, by the KPI's own direction."""

    GOOD = "good"
    BAD = "bad"
    NEITHER = "neither"


@dataclass(frozen=True)
class Doubt:
    """A reason why a signal may be wrong."""

    key: str
    text: Text


@dataclass(frozen=True, eq=False)
class Signal:
    """One pattern that chance seldom makes, in one KPI of one unit (None: all that the viewer sees).

    `first` is the period in which the pattern began, `flagged` the one in which it was complete, `last` the one in
    which it last held. `value`, `centre`, `low` and `high` are those of the flagged period. `beyond` is in the KPI's
    own unit: by how much one point passed its limit, or how far a longer pattern lies from the centre on average.
    """

    kpi: str
    unit: str | None
    first: str
    flagged: str
    last: str
    rule: Rule
    meaning: Meaning
    value: float
    centre: float
    low: float
    high: float
    beyond: float
    sigmas: float | None
    lasts: bool
    doubts: tuple[Doubt, ...]

    @property
    def firm(self) -> bool:
        """Return whether nothing speaks against the signal."""
        return not self.doubts


def meaning(side: int, direction: Direction) -> Meaning:
    """Return whether a pattern on this side of the centre is good or bad news."""
    if side == NEITHER:
        return Meaning.NEITHER
    up_is_good = direction is Direction.HIGHER_IS_BETTER
    return Meaning.GOOD if (side > 0) == up_is_good else Meaning.BAD
