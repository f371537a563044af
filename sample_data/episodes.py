"""Issues that customers bring to the hotline: when, about what, and whether one contact settles them."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sample_data import story
from sample_data.company import CENTRES
from sample_data.draws import choose, evenly, in_the_day
from sample_data.intake import CHANNELS, INSURER, STORE, Intake, arrivals_in
from sample_data.span import DAY, MONTHS, Flags, Floats, Ints

SETTLED, REPEATED, TRANSFERRED, ESCALATED, UNRESOLVED, REOPENED = range(6)

_BASE: Final = np.array([0.775, 0.88, 0.825, 0.845])
# How much harder each reason in `reasons.CALLS` is to settle at once.
_EASE: Final = np.array([0.03, 0.01, 0.0, -0.02, -0.06, -0.07, 0.05, 0.04, 0.03, -0.10, -0.18, 0.0])
_GAIN_A_YEAR: Final = 0.012
_WAYS_TO_FAIL: Final = (0.60, 0.16, 0.08, 0.12, 0.04)
_BY_PHONE: Final = 0.77
_LATER_CALLERS: Final = 0.40
_RETURN_LATER: Final = 0.045
_STRANGERS: Final = 0.16
_PHONE, _WECHAT = CHANNELS.index("phone"), CHANNELS.index("wechat")
# Callers who are no customers have numbers of their own.
STRANGER: Final = 50_000_000
_STRANGERS_REASONS: Final = (4, 0, 0, 2, 2, 3, 40, 22, 4, 0, 0, 23)


@dataclass(frozen=True)
class Episodes:
    """Issues, one a row; `case` is the position in the intake or -1, `way` tells how the issue went."""

    case: Ints
    start: Ints
    customer: Ints
    unit: Ints
    channel: Ints
    reason: Ints
    product: Ints
    way: Ints

    def __len__(self) -> int:
        """Return the number of issues."""
        return len(self.case)


def plan(intake: Intake, rng: np.random.Generator) -> Episodes:
    """Return the issues that the month's cases and strangers bring up."""
    case, start, channel = _about_cases(intake, rng)
    count = round(len(intake) * _STRANGERS)
    customer = STRANGER + intake.month.index * 500_000 + 1 + np.arange(count)
    own = (intake.customer[case], intake.unit[case], intake.reason[case], intake.product[case])
    theirs = (
        customer,
        choose(rng, [centre.share for centre in CENTRES], count),
        choose(rng, _STRANGERS_REASONS, count),
        rng.integers(5, size=count),
    )
    both = [np.concatenate(pair) for pair in zip(own, theirs, strict=True)]
    start = np.concatenate([start, arrivals_in(intake.month.start, intake.month.end, count, rng)])
    channel = np.concatenate([channel, _by_phone(intake.month.index, count, rng)])
    case = np.concatenate([case, np.full(count, -1)])
    customer, unit, reason, product = both
    issues = Episodes(case, start, customer, unit, channel, reason, product, np.zeros_like(case))
    return replace(issues, way=_ways(intake.month.index, issues, rng))


def _about_cases(intake: Intake, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Return case, start and channel of the issues that begin a case, ask about one, or come back to one."""
    elsewhere = (intake.channel == INSURER) | (intake.channel == STORE)
    at_once = np.flatnonzero(~elsewhere)
    later = np.flatnonzero(elsewhere & intake.real() & (rng.random(len(intake)) < _LATER_CALLERS))
    asked = in_the_day(rng, intake.created[later] + rng.integers(DAY // 4, 3 * DAY, size=len(later)))
    case = np.concatenate([at_once, later])
    start = np.concatenate([intake.created[at_once], asked])
    channel = np.concatenate([intake.channel[at_once], _by_phone(intake.month.index, len(later), rng)])
    again = np.flatnonzero((rng.random(len(case)) < _RETURN_LATER) & ~intake.spam[case])
    back = in_the_day(rng, start[again] + rng.integers(15 * DAY, 26 * DAY, size=len(again)))
    kept = ~_in_mix_months(back)
    return (
        np.concatenate([case, case[again][kept]]),
        np.concatenate([start, back[kept]]),
        np.concatenate([channel, _by_phone(intake.month.index, int(kept.sum()), rng)]),
    )


def _in_mix_months(at: Ints) -> Flags:
    first, last = MONTHS[story.MIX_BEFORE], MONTHS[story.MIX_AFTER]
    return (at >= first.start) & (at < last.end)


def _by_phone(month: int, count: int, rng: np.random.Generator) -> Ints:
    share = story.MIX_CALLS_BY_PHONE if month == story.MIX_AFTER else _BY_PHONE
    return np.where(rng.random(count) < share, _PHONE, _WECHAT)


def _ways(month: int, issues: Episodes, rng: np.random.Generator) -> Ints:
    unit, channel = issues.unit, issues.channel
    at_centre = np.array([centre.resolution for centre in CENTRES])[unit]
    if month in story.MIX_RESOLUTION:
        planted = np.array([story.MIX_RESOLUTION[month][name] for name in CHANNELS[: len(_BASE)]])
        settled = _settled_by_channel(planted[channel] + at_centre, channel, rng)
    else:
        chance = _BASE[channel] + at_centre + _EASE[issues.reason] + _GAIN_A_YEAR * month / 12
        chance = chance + np.where((unit == story.WORSE_UNIT) & (month == story.WORSE_MONTH), story.WORSE_RESOLUTION, 0)
        settled = rng.random(len(channel)) < chance
    failed = REPEATED + choose(rng, _WAYS_TO_FAIL, len(channel))
    failed = np.where((failed == REOPENED) & (issues.case < 0), REPEATED, failed)
    return np.where(settled, SETTLED, failed)


def _settled_by_channel(chance: Floats, channel: Ints, rng: np.random.Generator) -> Flags:
    """Return who is settled, so evenly that each channel's share is what it was meant to be."""
    order = np.argsort(channel, kind="stable")
    settled = np.empty(len(channel), dtype=bool)
    settled[order] = evenly(rng, chance[order])
    return settled
