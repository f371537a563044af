"""What customers think of a repair: a feeling per item, and the grade A–E that it becomes on a form."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from sample_data import story
from sample_data.clocks import Clocks
from sample_data.company import CENTRES
from sample_data.intake import Intake
from sample_data.journey import COMPLETION, Journey
from sample_data.span import NEVER, Floats, Ints

GRADES: Final = ("A", "B", "C", "D", "E")
# Feelings above the first edge are an A, below the last an E.
_EDGES: Final = np.array([0.0, -0.9, -1.5, -2.05])
_MOOD: Final = 0.17
_LATE, _SECOND_VISIT = -0.65, -0.55
_SHARED, _OWN = 0.75, 0.6


@dataclass(frozen=True)
class Opinion:
    """The feeling of each customer of a journey about timeliness, repair quality and attitude."""

    ITEMS: ClassVar = ("timeliness", "repair_quality", "attitude")
    feeling: Floats

    @property
    def grades(self) -> Ints:
        """Return each feeling as the position of its grade."""
        grades: Ints = (self.feeling[:, :, None] < _EDGES).sum(axis=2)
        return grades

    def kinder(self, rng: np.random.Generator) -> "Opinion":
        """Return what the same customers say on the telephone, where one is milder."""
        return Opinion(self.feeling + 0.22 + 0.35 * rng.standard_normal(self.feeling.shape))


def opinions(intake: Intake, journey: Journey, clocks: Clocks, rng: np.random.Generator) -> Opinion:
    """Return what the month's customers think, those included who will never be asked."""
    case = journey.case
    unit = intake.unit[case]
    mood = _MOOD + np.array([centre.kindness for centre in CENTRES])[unit]
    if intake.month.index == story.WORSE_MONTH:
        mood = mood + np.where(unit == story.WORSE_UNIT, story.WORSE_KINDNESS, 0.0)
    late = journey.at[:, COMPLETION] > clocks.resolve_due[case]
    again = journey.first_finish < NEVER
    mood = mood + _SHARED * rng.standard_normal(len(case))
    feeling = mood[:, None] + _OWN * rng.standard_normal((len(case), 3))
    feeling[:, 0] += _LATE * late
    feeling[:, 1] += _SECOND_VISIT * again
    return Opinion(feeling)
