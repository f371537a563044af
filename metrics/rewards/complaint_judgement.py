"""The judgement of a unit's month of complaints in four modes, and the cap with what it carries forward. Exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from metrics.calendar import shift_month
from metrics.rewards.complaint_month import ComplaintMonth
from metrics.rewards.complaint_policy import ComplaintMode, ComplaintPolicy
from metrics.rewards.rules import Rule
from metrics.rewards.steps import step_of

Months = Mapping[str, ComplaintMonth]

_SIGMAS_SQUARED = 9


@dataclass(frozen=True)
class Due:
    """What a month earns and what it costs before any cap, in minor units, and the rule that says so.

    `compared` is the rate that it was compared with, if any: last month's, or the centre of the control chart.
    """

    rule: Rule
    reward: int = 0
    penalty: int = 0
    compared: Fraction | None = None


@dataclass(frozen=True)
class Capped:
    """What is taken of a month's penalty and of what earlier months carried forward, and what goes on to the next."""

    carried_in: int
    penalty: int
    cap: int | None
    taken: int

    @property
    def carried_out(self) -> int:
        """Return what is carried forward to the next month."""
        return self.carried_in + self.penalty - self.taken


def due(policy: ComplaintPolicy, months: Months, month: str) -> Due:
    """Return what a unit's month earns or costs, given all of its months under the same policy; the bonus included."""
    here = months.get(month, ComplaintMonth())
    match policy.mode:
        case ComplaintMode.PER_COMPLAINT:
            found = _per_complaint(policy, here)
        case ComplaintMode.STEP_TABLE:
            found = _by_step(policy, here)
        case ComplaintMode.VERSUS_LAST_MONTH:
            found = _versus_last_month(policy, months, month)
        case ComplaintMode.VERSUS_U_CHART:
            found = _versus_chart(policy, months, month)
    enough = here.jobs >= policy.min_jobs
    bonus = (policy.zero_complaint_bonus or 0) if enough and not here.count else 0
    if found.reward and not enough:
        return Due(Rule.NOT_ENOUGH_JOBS, 0, found.penalty, found.compared)
    return Due(found.rule, found.reward + bonus, found.penalty, found.compared)


def capped(policy: ComplaintPolicy, carried_in: int, penalty: int) -> Capped:
    """Return how much of a penalty, and of what is carried in, the month's cap lets through."""
    owed = carried_in + penalty
    taken = owed if policy.cap is None else min(owed, policy.cap)
    return Capped(carried_in, penalty, policy.cap, taken)


def upper_limit_exceeded(count: int, jobs: int, centre: Fraction) -> bool:
    """Return whether a count lies above the 3-sigma limit of a u-chart with this centre per job.

    u > ū + 3·√(ū/n) without the root: u > ū and (u − ū)²·n > 9·ū, whole numbers compared (Montgomery, Introduction to
    Statistical Quality Control, "control charts for average number of nonconformities per unit").
    """
    if not jobs:
        return False
    rate = Fraction(count, jobs)
    return rate > centre and (rate - centre) ** 2 * jobs > _SIGMAS_SQUARED * centre


def _per_complaint(policy: ComplaintPolicy, here: ComplaintMonth) -> Due:
    weight = 0
    for number, each in enumerate(here.weights, start=1):
        multiplied = policy.multiplier_from is not None and number >= policy.multiplier_from
        weight += each * (policy.multiplier if multiplied else 1)
    rule = Rule.PER_COMPLAINT if here.count else Rule.NO_COMPLAINT
    return Due(rule, penalty=weight * (policy.amount or 0))


def _by_step(policy: ComplaintPolicy, here: ComplaintMonth) -> Due:
    amount = step_of(policy.steps, here.weighted).amount
    return Due(Rule.STEP, reward=max(amount, 0), penalty=max(-amount, 0))


def _versus_last_month(policy: ComplaintPolicy, months: Months, month: str) -> Due:
    here, before = (months.get(each, ComplaintMonth()) for each in (month, shift_month(month, -1)))
    if not here.jobs:
        return Due(Rule.NO_ASSESSMENT)
    if not before.jobs:
        return Due(Rule.NO_BASELINE if any(each < month for each in months) else Rule.BASELINE)
    more = here.weighted * before.jobs - before.weighted * here.jobs
    if more > 0:
        return Due(Rule.MORE_COMPLAINTS, penalty=policy.penalty_amount or 0, compared=before.rate)
    if more < 0:
        return Due(Rule.FEWER_COMPLAINTS, reward=policy.reward_amount or 0, compared=before.rate)
    return Due(Rule.SAME_COMPLAINTS, compared=before.rate)


def _versus_chart(policy: ComplaintPolicy, months: Months, month: str) -> Due:
    here = months.get(month, ComplaintMonth())
    wanted = [months.get(shift_month(month, -back)) for back in range(1, policy.chart_months + 1)]
    earlier = [each for each in wanted if each and each.jobs]
    if not here.jobs:
        return Due(Rule.NO_ASSESSMENT)
    if len(earlier) < policy.chart_min_months:
        return Due(Rule.BASELINE)
    # The chart counts complaints, as only counts vary like Poisson's; their weights do not.
    centre = Fraction(sum(each.count for each in earlier), sum(each.jobs for each in earlier))
    above = upper_limit_exceeded(here.count, here.jobs, centre)
    penalty = (policy.penalty_amount or 0) if above else 0
    return Due(Rule.ABOVE_LIMIT if above else Rule.WITHIN_LIMIT, penalty=penalty, compared=100 * centre)
