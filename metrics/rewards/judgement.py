"""The judgement of a unit's month: enough data → all best or all worst → the sign of the difference. Exact.

The first month of a unit is its baseline whatever its grades; a later month without a baseline may still be all best.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from metrics.calendar import shift_month
from metrics.rewards.form_month import FormMonth, Sum, pooled
from metrics.rewards.money import rounded
from metrics.rewards.policy import AmountMode, BaselineKind, Denominator, SatisfactionPolicy
from metrics.rewards.rules import Rule

Months = Mapping[str, FormMonth]

_ROLLING = 3


@dataclass(frozen=True)
class Compared:
    """What a month is compared with: the months pooled (none: a fixed target) and what they add up to."""

    months: tuple[str, ...]
    sum: Sum


@dataclass(frozen=True)
class Judgement:
    """The rule that decided, the amount in minor units, and the difference it rests on; None where there is none."""

    rule: Rule
    amount: int
    now: Sum
    compared: Compared | None
    delta: Fraction | None


def judged(policy: SatisfactionPolicy, months: Months, month: str) -> Judgement:
    """Return how a unit's month is judged, given all of its months under the same policy's scores."""
    here = months.get(month, FormMonth())
    now, compared = here.by(policy.denominator), baseline(policy, months, compared_months(policy, months, month))
    delta = difference(now, compared)
    rule = _rule(policy, months, month, delta)
    return Judgement(rule, _amount(policy, rule, delta), now, compared, delta)


def compared_months(policy: SatisfactionPolicy, months: Months, month: str) -> tuple[str, ...]:
    """Return the assessed months that a month is compared with, oldest first; none where there are none."""
    match policy.baseline:
        case BaselineKind.ROLLING_3:
            wanted = [shift_month(month, -back) for back in range(_ROLLING, 0, -1)]
        case BaselineKind.LAST_ASSESSED_MONTH:
            wanted = _assessable(policy, months, [each for each in sorted(months) if each < month])[-1:]
        case _:
            wanted = [shift_month(month, -1)]
    return tuple(_assessable(policy, months, wanted))


def baseline(
    policy: SatisfactionPolicy, months: Months, found: tuple[str, ...], by: Denominator | None = None
) -> Compared | None:
    """Return what the compared months add up to by the policy's denominator, or another; None without any of them."""
    if policy.target is not None:
        return Compared((), Sum(1, policy.target))
    if not found:
        return None
    total = pooled(months[each].by(by or policy.denominator) for each in found)
    return Compared(found, total) if total.n else None


def difference(now: Sum, compared: Compared | None) -> Fraction | None:
    """Return the exact difference of two averages; its sign is that of s1·n0 − s0·n1, whole numbers compared."""
    if compared is None or not now.n:
        return None
    before = compared.sum
    return Fraction(now.total * before.n - before.total * now.n) / (now.n * before.n)


def _assessable(policy: SatisfactionPolicy, months: Months, wanted: list[str]) -> list[str]:
    return [each for each in wanted if each in months and months[each].is_assessable(policy)]


def _rule(policy: SatisfactionPolicy, months: Months, month: str, delta: Fraction | None) -> Rule:
    here = months.get(month, FormMonth())
    insufficient = _insufficient(policy, months, month)
    if insufficient:
        return insufficient
    if (policy.all_max_rule and here.all_max) or (policy.all_min_rule and here.all_min):
        return Rule.ALL_MAX if here.all_max else Rule.ALL_MIN
    if delta is None:
        return Rule.NO_BASELINE
    if abs(delta) > policy.dead_band:
        return Rule.BETTER if delta > 0 else Rule.WORSE
    if _stays_high(policy, months, month):
        return Rule.HIGH_PLATEAU
    return Rule.WITHIN_DEAD_BAND if delta else Rule.EQUAL


def _insufficient(policy: SatisfactionPolicy, months: Months, month: str) -> Rule | None:
    """Return why a month cannot be judged at all."""
    here = months.get(month, FormMonth())
    if not here.used.n or not here.by(policy.denominator).n:
        return Rule.NO_ASSESSMENT
    if not here.is_assessable(policy):
        return Rule.NOT_ENOUGH_FORMS
    is_first = policy.target is None and not any(months[each].used.n for each in months if each < month)
    return Rule.BASELINE if is_first else None


def _stays_high(policy: SatisfactionPolicy, months: Months, month: str) -> bool:
    plateau = policy.high_plateau
    if plateau is None:
        return False
    wanted = [shift_month(month, -back) for back in range(plateau.months)]
    averages = [months[each].by(policy.denominator).average for each in _assessable(policy, months, wanted)]
    high = [average for average in averages if average is not None and average >= plateau.average]
    return len(high) == plateau.months


def _amount(policy: SatisfactionPolicy, rule: Rule, delta: Fraction | None) -> int:
    times = abs(delta or Fraction(0)) if policy.amount_mode is AmountMode.PER_POINT else Fraction(1)
    match rule:
        case Rule.ALL_MAX:
            return policy.amount_if_all_max
        case Rule.ALL_MIN:
            return -policy.amount_if_all_min
        case Rule.BETTER:
            return rounded(policy.reward_amount * times)
        case Rule.WORSE:
            return -rounded(policy.penalty_amount * times)
        case Rule.HIGH_PLATEAU:
            return policy.amount_if_all_max
        case _:
            return 0
