"""The clocks of a case: promised times, first response, resolution, reopening, closing and status."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sample_data import story, worktime
from sample_data.company import CENTRES
from sample_data.draws import waits
from sample_data.intake import INQUIRY, Intake
from sample_data.journey import COMPLETION, LOST, TIMED_OUT, Journey
from sample_data.span import DAY, END, HOUR, MINUTE, NEVER, Flags, Ints

STATUSES: Final = ("new", "open", "pending_customer", "on_hold", "resolved", "closed", "cancelled")
NEW, OPEN, PENDING, ON_HOLD, RESOLVED, CLOSED, CANCELLED = range(len(STATUSES))

# Promises in working minutes per priority, and in working hours per kind of case.
_RESPONSE: Final = np.array([240, 120, 60, 30]) * MINUTE
_RESOLUTION: Final = np.array([32, 40, 8, 24, 24]) * HOUR
_URGENCY: Final = np.array([1.25, 1.0, 0.9, 0.75])
_RESPONSE_MEDIAN: Final = 26 * MINUTE
_RESPONSE_SPREAD: Final = 0.95
_MEAN_WORK: Final = np.array([0, 0, 3, 11, 8]) * HOUR
_OVERLOOKED: Final = 0.03
_NEVER_DONE: Final = 0.012
_CLOSES_AFTER: Final = 3 * DAY


@dataclass(frozen=True)
class Clocks:
    """What happened to each case of an intake and when; NEVER where it has not."""

    response_due: Ints
    resolve_due: Ints
    responded: Ints
    resolved_first: Ints
    resolved_last: Ints
    reopened: Ints
    closed: Ints
    status: Ints


def run_clocks(intake: Intake, journey: Journey, answered: Ints, reopens: Flags, rng: np.random.Generator) -> Clocks:
    """Return the clocks of the cases.

    `answered` is the end of a first contact that settled the case (else NEVER), `reopens` says which come back.
    """
    responded = _responses(intake, answered, rng)
    resolved = _resolutions(intake, journey, answered, responded, rng)
    left = _left(intake, journey)
    resolved = np.where(left < NEVER, NEVER, resolved)
    reopened, again = _reopenings(resolved, reopens & intake.real(), rng)
    last = np.where(reopened <= END, again, resolved)
    closed = np.where(last < NEVER, last + _CLOSES_AFTER + waits(rng, DAY, len(intake)), NEVER)
    return Clocks(
        response_due=worktime.add(intake.created, _RESPONSE[intake.priority]),
        resolve_due=worktime.add(intake.created, _promise(intake)),
        responded=np.minimum(responded, np.minimum(left, resolved)),
        resolved_first=resolved,
        resolved_last=last,
        reopened=reopened,
        closed=closed,
        status=_status(responded, (last, closed, left), rng),
    )


def _promise(intake: Intake) -> Ints:
    promise: Ints = (_RESOLUTION[intake.kind] * _URGENCY[intake.priority]).astype(np.int64)
    return promise


def _responses(intake: Intake, answered: Ints, rng: np.random.Generator) -> Ints:
    """Return the first human reply: at once where a call settles an inquiry, else in working time."""
    pace = np.array([centre.pace for centre in CENTRES])[intake.unit] ** 2
    scale = np.array([1.4, 1.0, 0.7, 0.5])[intake.priority] * _RESPONSE_MEDIAN * pace
    wait = (scale * np.exp(_RESPONSE_SPREAD * rng.standard_normal(len(intake)))).astype(np.int64)
    wait += np.where(rng.random(len(intake)) < _OVERLOOKED, waits(rng, 4 * HOUR, len(intake)), 0)
    later = worktime.add(intake.created, wait)
    asked = (answered < NEVER) & (intake.kind == INQUIRY)
    return np.where(asked, np.minimum(later, intake.created + rng.integers(8, 50, len(intake))), later)


def _resolutions(intake: Intake, journey: Journey, answered: Ints, responded: Ints, rng: np.random.Generator) -> Ints:
    count = len(intake)
    work = 20 * MINUTE + waits(rng, _MEAN_WORK[intake.kind].astype(float), count, shape=1.5)
    if intake.month.index >= story.PLAN_FROM:
        work = (work * (1 + story.PLAN_PACE) / 2).astype(np.int64)
    at_desk = worktime.add(responded, work)
    resolved = np.where((intake.kind == INQUIRY) & (answered < NEVER), answered, at_desk)
    resolved = np.where(rng.random(count) < _NEVER_DONE, NEVER, resolved)
    resolved[journey.case] = journey.at[:, COMPLETION]
    return np.where(resolved < NEVER, np.maximum(resolved, responded), NEVER)


def _left(intake: Intake, journey: Journey) -> Ints:
    left = np.full(len(intake), NEVER)
    gone = (journey.how == LOST) | (journey.how == TIMED_OUT)
    left[journey.case] = np.where(gone, journey.left_at, NEVER)
    return left


def _reopenings(resolved: Ints, reopens: Flags, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Return when cases are opened again, always within a day and a half, and when they are resolved anew."""
    count = len(resolved)
    at = resolved + rng.integers(HOUR, int(1.5 * DAY), size=count)
    at = np.where(reopens & (resolved < NEVER), at, NEVER)
    known = np.minimum(at, END)
    return at, np.where(at < NEVER, worktime.add(known, HOUR + waits(rng, 7 * HOUR, count, shape=1.5)), NEVER)


def _status(responded: Ints, times: tuple[Ints, Ints, Ints], rng: np.random.Generator) -> Ints:
    """Return each case's state at the end of the data."""
    last, closed, left = times
    waiting = np.array([OPEN, OPEN, OPEN, PENDING, ON_HOLD])[rng.integers(5, size=len(responded))]
    status = np.where(responded <= END, waiting, NEW)
    done = last <= END
    status = np.where(done, np.where(closed <= END, CLOSED, RESOLVED), status)
    return np.where(left <= END, CANCELLED, status)
