"""Statements of a workspace's months, from one load under the policies of its policy.toml."""

from dataclasses import dataclass

import polars as pl

from metrics.engine import PARTS, UNDATED, add_up
from metrics.populations import POPULATIONS, UNKNOWN
from metrics.rewards.complaint_statements import ComplaintRecords, complaint_statements
from metrics.rewards.period import Asked, Period
from metrics.rewards.satisfaction import Records, satisfaction_statements
from metrics.rewards.statement import Basis, Statement
from metrics.rewards.tallies import KEY
from metrics.store.compute import rows_of
from metrics.store.form_counts import Seen, Source, form_counts
from metrics.store.reward_policies import RewardPolicies


@dataclass(frozen=True, eq=False)
class AllRecords:
    """What is to be judged in both parts, read once for whatever policies are to judge it."""

    forms: Records
    complaints: ComplaintRecords


def statements(source: Source, policies: RewardPolicies, asked: Asked) -> list[Statement]:
    """Return the statements asked for, by part, unit and month; each is computed from all the unit's months."""
    return judged(read_all(source), policies, asked)


def judged(records: AllRecords, policies: RewardPolicies, asked: Asked) -> list[Statement]:
    """Return the statements asked for of what was read."""
    return [
        *satisfaction_statements(records.forms, policies.satisfaction, asked),
        *complaint_statements(records.complaints, policies.complaints, asked),
    ]


def read_all(source: Source, seen: Seen | None = None) -> AllRecords:
    """Return what is to be judged, as a load has it; `seen` is shown the flagged forms of each month in passing."""
    counts, basis = form_counts(source, seen), Basis(source.load, source.moment.as_of)
    period = Period.until(source.moment, source.calendar)
    complaints = ComplaintRecords(complaints_of(source), period, basis, counts.jobs, _capture(source))
    return AllRecords(Records(counts, period, basis), complaints)


def complaints_of(source: Source) -> pl.DataFrame:
    """Return every complaint as KPIs see it."""
    population = POPULATIONS["complaints"]
    months = source.warehouse.scan(population.table).select(pl.col("month").unique()).collect().to_series()
    return source.scope.restrict(rows_of(source.warehouse, population, [*months], source.moment)).collect()


def _capture(source: Source) -> pl.DataFrame:
    """Return the published parts of the capture rate, by unit and month."""
    parts = source.scope.restrict(source.warehouse.scan("parts", ["complaint_capture_rate"]))
    return add_up(parts.filter((pl.col("unit") != UNKNOWN) & (pl.col("month") != UNDATED)), KEY).select(*KEY, *PARTS)
