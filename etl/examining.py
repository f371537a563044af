"""Having gathered rows examined beside the reading of further sources; what others are checked against comes first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from etl.intake import Intake
from etl.judging import examine

# The tables whose ids the rows of others must name.
REFERENCES = ("org_units",)


@dataclass(eq=False)
class Examination:
    """Rows on their way: those of a table in `REFERENCES` are examined first and given to `settle` to be stored.

    `known` returns the ids of those tables that are stored by then; `now` is the load's clock.
    """

    settle: Callable[[Intake], None]
    known: Callable[[], Mapping[str, frozenset[str]]]
    now: datetime
    _unsettled: list[Intake] = field(default_factory=list)
    _waiting: list[Intake] = field(default_factory=list)

    def take(self, intake: Intake) -> None:
        """Have the rows examined as soon as it is known what they may refer to."""
        if intake.rows.is_empty():
            return
        if intake.source.table in REFERENCES:
            examine(intake, self.known(), self.now)
            self._unsettled.append(intake)
        else:
            self._waiting.append(intake)
        if all(one.is_examined for one in self._unsettled):
            self.hand_over()

    def hand_over(self) -> None:
        """Settle what others refer to, waiting for it where that takes, and have the others examined."""
        for intake in self._unsettled:
            self.settle(intake)
        known = self.known() if self._waiting else {}
        for intake in self._waiting:
            examine(intake, known, self.now)
        self._unsettled, self._waiting = [], []
