"""Statements of a workspace's months, from one load under the policies of its policy.toml."""

import polars as pl

from metrics.engine import PARTS, UNDATED, add_up
from metrics.populations import POPULATIONS, UNKNOWN
from metrics.rewards.complaint_statements import ComplaintRecords, complaint_statements
from metrics.rewards.period import Asked, Period
from metrics.rewards.satisfaction import Records, satisfaction_statements
from metrics.rewards.statement import Basis, Statement
from metrics.rewards.tallies import KEY
from metrics.store.compute import rows_of
from metrics.store.form_counts import Source, form_counts
from metrics.store.reward_policies import RewardPolicies


def statements(source: Source, policies: RewardPolicies, asked: Asked) -> list[Statement]:
    """Return the statements asked for, by part, unit and month; each is computed from all the unit's months."""
    records = read_records(source)
    found = satisfaction_statements(records, policies.satisfaction, asked)
    if not policies.complaints:
        return found
    return found + complaint_statements(read_complaints(source, records), policies.complaints, asked)


def read_records(source: Source) -> Records:
    """Return what is to be judged of forms, read once for whatever policies are to judge it."""
    period = Period.until(source.moment, source.calendar)
    return Records(form_counts(source), period, Basis(source.load, source.moment.as_of))


def read_complaints(source: Source, records: Records) -> ComplaintRecords:
    """Return what is to be judged of complaints, beside the jobs and months of the forms."""
    return ComplaintRecords(complaints_of(source), records.period, records.basis, records.counts.jobs, _capture(source))


def complaints_of(source: Source) -> pl.DataFrame:
    """Return every complaint as KPIs see it."""
    population = POPULATIONS["complaints"]
    months = source.warehouse.scan(population.table).select(pl.col("month").unique()).collect().to_series()
    return source.scope.restrict(rows_of(source.warehouse, population, [*months], source.moment)).collect()


def _capture(source: Source) -> pl.DataFrame:
    """Return the published parts of the capture rate, by unit and month."""
    parts = source.scope.restrict(source.warehouse.scan("parts", ["complaint_capture_rate"]))
    return add_up(parts.filter((pl.col("unit") != UNKNOWN) & (pl.col("month") != UNDATED)), KEY).select(*KEY, *PARTS)
