"""The way of a repair case through the car-glass flow, and where and why some leave it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sample_data import reasons, story, worktime
from sample_data.company import CENTRES
from sample_data.draws import choose, evenly, waits
from sample_data.intake import CLAIM, REPAIR, Intake
from sample_data.span import DAY, HOUR, MINUTE, NEVER, Flags, Floats, Ints

STAGES: Final = ("referral", "contact", "opportunity", "appointment", "assessment", "completion", "survey")
REFERRAL, CONTACT, OPPORTUNITY, APPOINTMENT, ASSESSMENT, COMPLETION, SURVEY = range(len(STAGES))
ON_ITS_WAY, LOST, TIMED_OUT, SILENT = range(4)

# The share of customers reached within one minute, as the source document states it.
WITHIN_ONE_MINUTE: Final = 0.9836
# The chance to be lost on the way to each stage, and the weights of its reasons.
_LOSS: Final = {CONTACT: 0.025, OPPORTUNITY: 0.055, APPOINTMENT: 0.085, ASSESSMENT: 0.045, COMPLETION: 0.025}
_WEIGHTS: Final[dict[int, dict[str, float]]] = {
    CONTACT: {"D11": 7, "D12": 2, "D99": 1},
    OPPORTUNITY: {"D21": 6, "D22": 3, "D23": 3, "D99": 1},
    APPOINTMENT: {"D31": 5, "D32": 4, "D33": 1.5, "D34": 2.5, "D99": 1},
    ASSESSMENT: {"D41": 6, "D42": 2, "D99": 0.7},
    COMPLETION: {"D51": 3, "D52": 3, "D99": 0.5},
}
# Some are given up when nothing has happened for long; a few are simply forgotten and stay open.
_TIMES_OUT, _FORGOTTEN = 0.007, 0.004
_GIVEN_UP_AFTER: Final = 10 * DAY
_SECOND_VISIT: Final = 0.085
_NOT_LOGGED: Final = 0.008
_MEAN_WAIT: Final = 14 * HOUR


@dataclass(frozen=True)
class Journey:
    """The cases that enter the flow: `case` is the position in the intake, `at` the time of each stage.

    `stopped` is the stage at which a case leaves (SURVEY where it goes through), `how` says in which way.
    `first_finish` is the end of the first visit where a second one was needed, else NEVER.
    """

    case: Ints
    at: Ints
    scheduled: Ints
    first_finish: Ints
    stopped: Ints
    how: Ints
    left_at: Ints
    reason: Ints
    logged: Flags

    def done(self) -> Flags:
        """Return which cases were completed."""
        through: Flags = self.stopped == SURVEY
        return through


def travel(intake: Intake, rng: np.random.Generator) -> Journey:
    """Return the journeys of the month's repairs and claims, as they would go if nobody stopped watching."""
    case = np.flatnonzero(((intake.kind == REPAIR) | (intake.kind == CLAIM)) & intake.real())
    times, scheduled = _times(intake, case, rng)
    first_finish = _second_visits(times, rng)
    stopped, how = _stops(intake, len(case), rng)
    reached = np.arange(len(STAGES)) < stopped[:, None]
    reached[:, SURVEY] = False
    before = times[np.arange(len(case)), np.minimum(stopped, COMPLETION) - 1]
    patience = np.where(how == TIMED_OUT, _GIVEN_UP_AFTER, waits(rng, 20 * HOUR, len(case)))
    return Journey(
        case=case,
        at=np.where(reached, times, NEVER),
        scheduled=np.where(stopped > APPOINTMENT, scheduled, NEVER),
        first_finish=np.where(stopped == SURVEY, first_finish, NEVER),
        stopped=stopped,
        how=how,
        left_at=np.where((how == LOST) | (how == TIMED_OUT), before + MINUTE + patience, NEVER),
        reason=_reasons(intake, stopped, rng),
        logged=rng.random(len(case)) >= _NOT_LOGGED,
    )


def _pace(intake: Intake, case: Ints) -> Floats:
    centre = np.array([each.pace for each in CENTRES])[intake.unit[case]]
    return centre * (story.PLAN_PACE if intake.month.index >= story.PLAN_FROM else 1.0)


def _times(intake: Intake, case: Ints, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Return when each stage would be reached, and the appointment that was made."""
    count = len(case)
    prompt = evenly(rng, np.full(count, WITHIN_ONE_MINUTE))
    referral = intake.created[case]
    contact = referral + np.where(prompt, rng.integers(5, 61, size=count), MINUTE + 1 + waits(rng, 2 * HOUR, count))
    opportunity = contact + MINUTE + waits(rng, 12 * MINUTE, count)
    appointment = opportunity + MINUTE + waits(rng, 50 * MINUTE, count)
    wait = HOUR + waits(rng, _MEAN_WAIT * _pace(intake, case), count, shape=2.0)
    scheduled = worktime.add(appointment, wait) // (15 * MINUTE) * (15 * MINUTE)
    scheduled = np.maximum(scheduled, appointment + 10 * MINUTE)
    assessment = scheduled + rng.integers(-5 * MINUTE, 25 * MINUTE, size=count)
    completion = assessment + 40 * MINUTE + waits(rng, 75 * MINUTE, count, shape=4.0)
    survey = np.full(count, NEVER)
    return np.stack([referral, contact, opportunity, appointment, assessment, completion, survey], axis=1), scheduled


def _second_visits(times: Ints, rng: np.random.Generator) -> Ints:
    """Move the completion of some cases to a second visit; return when their first one ended, else NEVER."""
    first = times[:, COMPLETION].copy()
    returns = rng.random(len(first)) < _SECOND_VISIT
    second = worktime.add(first, 5 * HOUR + waits(rng, 9 * HOUR, len(first), shape=2.0)) + HOUR
    times[:, COMPLETION] = np.where(returns, second, first)
    return np.where(returns, first, NEVER)


def _losses(intake: Intake) -> dict[int, float]:
    grown = max(intake.month.index - story.GROWING_FROM + 1, 0) * story.GROWING_STEP
    return {**_LOSS, APPOINTMENT: _LOSS[APPOINTMENT] + grown}


def _stops(intake: Intake, count: int, rng: np.random.Generator) -> tuple[Ints, Ints]:
    stopped, how = np.full(count, SURVEY), np.full(count, ON_ITS_WAY)
    for stage, chance in _losses(intake).items():
        drawn = rng.random(count)
        here = (stopped == SURVEY) & (drawn < chance + _TIMES_OUT + _FORGOTTEN)
        stopped = np.where(here, stage, stopped)
        way = np.where(drawn < chance, LOST, np.where(drawn < chance + _TIMES_OUT, TIMED_OUT, SILENT))
        how = np.where(here, way, how)
    return stopped, how


def _reasons(intake: Intake, stopped: Ints, rng: np.random.Generator) -> Ints:
    """Return the position in `reasons.DROPS` of the reason each case would give at the stage where it stops."""
    chosen = np.zeros(len(stopped), dtype=np.int64)
    grown = _losses(intake)[APPOINTMENT] / _LOSS[APPOINTMENT] - 1
    for stage, weights in _WEIGHTS.items():
        pull = dict(weights)
        if stage == APPOINTMENT:
            pull[story.GROWING_REASON] += grown * sum(weights.values())
        codes = np.array([reasons.position(reasons.DROPS, code) for code in pull])
        here = stopped == stage
        chosen[here] = codes[choose(rng, list(pull.values()), int(here.sum()))]
    return chosen
