"""Statements of a workspace's months, from one load under the policies of its policy.toml."""

from metrics.rewards.period import Period
from metrics.rewards.satisfaction import Asked, Records, satisfaction_statements
from metrics.rewards.statement import Basis, Statement
from metrics.store.form_counts import Source, form_counts
from metrics.store.reward_policies import RewardPolicies


def statements(source: Source, policies: RewardPolicies, asked: Asked) -> list[Statement]:
    """Return the statements asked for, by part, unit and month; each is computed from all the unit's months."""
    records = read_records(source)
    return satisfaction_statements(records, policies.satisfaction, asked)


def read_records(source: Source) -> Records:
    """Return what is to be judged, read once for whatever policies are to judge it."""
    period = Period.until(source.moment, source.calendar)
    return Records(form_counts(source), period, Basis(source.load, source.moment.as_of))
