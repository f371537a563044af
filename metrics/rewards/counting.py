"""Forms and jobs, flagged by the satisfaction KPIs themselves and counted by what a policy may look at."""

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.engine import COUNTED, IMMATURE, flag
from metrics.model import Moment
from metrics.populations import UNKNOWN
from metrics.registry import kpi
from metrics.rewards.jobs_done import done
from metrics.rewards.standing import AS_UNVERIFIED
from metrics.rewards.tallies import JOBS, KEY, PROFILE, PROFILES, RESPONSES


def flagged(forms: pl.LazyFrame, moment: Moment, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return forms with where the satisfaction KPIs put them: `status`, `status_unverified`, `month`, `day`."""
    unverified = flag(kpi("satisfaction_score_unverified"), forms, moment, calendar)
    renamed = unverified.rename({"status": AS_UNVERIFIED}).drop("month", "day")
    return flag(kpi("satisfaction_score"), renamed, moment, calendar)


def profiles(flagged_forms: pl.LazyFrame) -> pl.LazyFrame:
    """Return how many flagged forms of a unit's month are alike; those of no known unit have nobody to be paid."""
    known = flagged_forms.filter(pl.col("unit") != UNKNOWN)
    return known.group_by(PROFILE).agg(forms=pl.len().cast(pl.Int64)).select(PROFILES.names())


def responses(forms: pl.LazyFrame, moment: Moment, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return how many forms were sent in a unit's month, and of them answered: the response rate's own rows."""
    sent = flag(kpi("response_rate"), forms.filter(pl.col("unit") != UNKNOWN), moment, calendar)
    counted, waiting = pl.col("status") == COUNTED, pl.col("status") == IMMATURE
    numbers = {"sent": counted | waiting, "answered": pl.col("_value") == 1, "may_still_come": waiting}
    sums = {name: holds.sum().cast(pl.Int64) for name, holds in numbers.items()}
    return sent.filter(counted | waiting).group_by(KEY).agg(**sums).select(RESPONSES.names())


def jobs(rows: pl.LazyFrame, calendar: BusinessCalendar) -> pl.LazyFrame:
    """Return how many jobs a unit did in a month, from rows of the contract's table of jobs."""
    known = rows.filter(done() & pl.col("org_unit_id").is_not_null())
    by_day = known.group_by(unit="org_unit_id", day=calendar.day(pl.col("finished_at"))).agg(jobs=pl.len())
    # Days are far fewer than jobs, and writing a month out takes longer than counting.
    by_month = by_day.group_by("unit", month=calendar.month_of(pl.col("day")))
    return by_month.agg(pl.col("jobs").sum().cast(pl.Int64)).select(JOBS.names())
