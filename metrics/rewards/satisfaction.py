"""Statements of the satisfaction part: every unit's month judged by the policy in force when the month began."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from metrics.registry import kpi
from metrics.rewards.certainty import Certainty, against_target, certainty
from metrics.rewards.context import Context, Contexts
from metrics.rewards.dated import Dated, in_force
from metrics.rewards.doubts import doubts
from metrics.rewards.figures import SatisfactionFigures, figures
from metrics.rewards.judgement import Months
from metrics.rewards.period import Asked, Period
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.statement import SATISFACTION, Basis, Statement
from metrics.rewards.tallies import ByUnit, Counts, form_months

_SCORE = kpi("satisfaction_score")


@dataclass(frozen=True, eq=False)
class Records:
    """What is to be judged: counts of every unit's months, the months that have begun, and where all that is from."""

    counts: Counts
    period: Period
    basis: Basis


def satisfaction_statements(
    records: Records, policies: Iterable[Dated[SatisfactionPolicy]], asked: Asked
) -> list[Statement]:
    """Return the statements asked for, by unit and month; a month for which no policy is in force has none."""
    dated, months, contexts = tuple(policies), _Months(records.counts), Contexts(records.counts, records.period)
    begun = {unit: min(found) for unit, found in months.under(SatisfactionPolicy()).items()}
    units = [unit for unit in sorted(begun) if asked.unit in (None, unit)]
    return [
        _statement(records.basis, months.under(policy.policy)[unit], policy, contexts.of(unit, month))
        for unit in units
        for month in asked.months(begun[unit], records.period)
        if (policy := in_force(dated, unit, records.period.calendar.first_day(month)))
    ]


class _Months:
    """Every unit's months, added up once for policies that score alike."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.known: dict[object, ByUnit] = {}

    def under(self, policy: SatisfactionPolicy) -> ByUnit:
        scores = (policy.score_map, policy.items, policy.item_weights, policy.only_verified, policy.partial_form)
        if scores not in self.known:
            self.known[scores] = form_months(self.counts, policy)
        return self.known[scores]


def _statement(basis: Basis, months: Months, dated: Dated[SatisfactionPolicy], context: Context) -> Statement:
    found = figures(dated.policy, months, context.month)
    return Statement(
        unit=context.unit,
        month=context.month,
        part=SATISFACTION,
        amount=found.judgement.amount,
        rule=str(found.judgement.rule),
        policy_version=dated.version,
        currency=dated.policy.currency,
        policy=dated,
        figures=found,
        certainty=_certainty(found, dated.policy, unfinished=context.unfinished),
        warnings=doubts(dated.policy, found, context),
        basis=replace(basis, unfinished=context.unfinished),
    )


def _certainty(found: SatisfactionFigures, policy: SatisfactionPolicy, *, unfinished: bool) -> Certainty:
    judgement = found.judgement
    if policy.target is not None and not unfinished:
        return against_target(_SCORE, judgement.now, policy.target)
    compared = judgement.compared.sum if judgement.compared else None
    return certainty(_SCORE, judgement.now, compared, unfinished=unfinished)
