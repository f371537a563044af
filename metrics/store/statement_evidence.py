"""Opening a statement: the forms or complaints behind it, from the very rows that it was computed from."""

from collections.abc import Sequence
from typing import TypeVar

import polars as pl

from metrics.engine import UNDATED
from metrics.errors import nearest
from metrics.rewards.complaint_statements import dated_complaints
from metrics.rewards.counting import flagged
from metrics.rewards.dated import Dated, P, in_force
from metrics.rewards.evidence import by_case, complaint_rows, form_rows, in_order
from metrics.rewards.period import Period
from metrics.rewards.policy import SatisfactionPolicy
from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.store.errors import QueryError
from metrics.store.evidence import Evidence
from metrics.store.form_counts import Source
from metrics.store.knowledge import as_known
from metrics.store.reward_policies import RewardPolicies
from metrics.store.statements import complaints_of

Of = tuple[str, str]
Rows = TypeVar("Rows", pl.DataFrame, pl.LazyFrame)


def statement_evidence(source: Source, policies: RewardPolicies, of: Of, part: str = SATISFACTION) -> Evidence:
    """Return every row of a unit's month with its status, and how many there are of each status."""
    match part:
        case "satisfaction":
            rows = forms_of(source, policy_of(policies.satisfaction, source, of), of)
        case "complaints":
            policy = policy_of(policies.complaints, source, of)
            dated = dated_complaints(complaints_of(source), policies.complaints, source.calendar)
            rows = only(complaint_rows(dated, policy.policy), of)
        case _:
            message = f"There is no part '{part}'. {nearest(part, (SATISFACTION, COMPLAINTS))}"
            raise QueryError(message)
    counts = dict(rows.group_by("status").len().sort("status").iter_rows())
    return Evidence(rows, counts, rows.height)


def policy_of(policies: Sequence[Dated[P]], source: Source, of: Of) -> Dated[P]:
    """Return the policy in force for a unit's month; QueryError where there is none."""
    unit, month = of
    found = in_force(policies, unit, source.calendar.first_day(month))
    if found is None:
        message = f"No policy of this part is in force for unit '{unit}' in {month}."
        raise QueryError(message)
    return found


def forms_of(source: Source, policy: Dated[SatisfactionPolicy], of: Of) -> pl.DataFrame:
    """Return the forms of a unit's month as evidence under a policy."""
    forms = flagged(source.forms(months_holding(source, of[1])), source.moment, source.calendar)
    return in_order(form_rows(only(forms, of), policy.policy, complaints_by_case(source))).collect()


def evidence_of_months(
    flagged_forms: pl.DataFrame, policies: Sequence[Dated[SatisfactionPolicy]], source: Source, complained: pl.DataFrame
) -> pl.DataFrame:
    """Return the evidence of every statement whose flagged forms are given, in no order."""
    keys = flagged_forms.select("unit", "month").unique().filter(pl.col("month") != UNDATED)
    found = [in_force(policies, unit, source.calendar.first_day(month)) for unit, month in keys.iter_rows()]
    known = {each.version: each for each in found if each}
    versions = keys.with_columns(policy=pl.Series([each.version if each else None for each in found], dtype=pl.String))
    rows = flagged_forms.lazy().filter(pl.col("month") != UNDATED)
    if len(known) > 1 or None in found:
        rows = rows.join(versions.lazy(), on=["unit", "month"])
        parts = [
            form_rows(rows.filter(pl.col("policy") == name), one.policy, complained) for name, one in known.items()
        ]
    else:
        parts = [form_rows(rows, one.policy, complained) for one in known.values()]
    return pl.concat(parts).collect(engine="in-memory") if parts else pl.DataFrame()


def complaints_by_case(source: Source) -> pl.DataFrame:
    """Return the complaints about each case as far as they are known, to be set beside forms about the same case."""
    return by_case(as_known("complaints", source.warehouse.scan("complaints").drop("month"), source.moment))


def months_holding(source: Source, month: str) -> list[str]:
    """Return the months of the table that may hold forms of a month.

    A form that came back after the moment asked about is kept in a later month than the one it stands in.
    """
    now = Period.until(source.moment, source.calendar).last
    return [each for each in source.months() if each == month or each >= now]


def only(rows: Rows, of: Of) -> Rows:
    """Return only the rows of a unit's month."""
    return rows.filter((pl.col("unit") == of[0]) & (pl.col("month") == of[1]))
