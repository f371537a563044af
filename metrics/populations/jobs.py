"""Jobs, as KPIs see them: one row per visit, with whether another visit for the same work followed."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category
from metrics.text import Text

REVISIT_WINDOW = timedelta(days=30)

_COLUMNS = pl.Schema(
    {
        "finished_at": UTC,
        "arrived_at": UTC,
        "scheduled_at": UTC,
        "visit_no": pl.Int64(),
        "result": pl.String(),
        "revisit_of": pl.String(),
        "revisit_after": pl.Duration("us"),
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    cases = facts["cases"].select("case_id", "reason_code", case_group="customer_group", case_channel="channel")
    rows = with_category(_with_revisits(facts["jobs"]).join(cases, on="case_id", how="left"), facts)
    return rows.with_columns(
        key="job_id",
        origin="month",
        unit=dimension("org_unit_id"),
        channel=dimension("case_channel"),
        customer_group=dimension("case_group"),
        technician=dimension("technician_id"),
    )


def _with_revisits(jobs: pl.LazyFrame) -> pl.LazyFrame:
    """Return jobs with the time until the first visit that the source names as a revisit of this one."""
    done = jobs.with_columns(at=pl.coalesce("finished_at", "arrived_at", "scheduled_at"))
    again = done.filter((pl.col("result") != "cancelled").fill_null(value=True))
    again = again.group_by(job_id="revisit_of").agg(again_at=pl.col("at").min())
    return done.join(again, on="job_id", how="left").with_columns(revisit_after=pl.col("again_at") - pl.col("at"))


POPULATION = Population(
    name="jobs",
    row=Text("一次上门", "one visit"),
    table="jobs",
    margin=REVISIT_WINDOW,
    columns=_COLUMNS,
    build=_build,
    dimensions=("technician",),
    shown=("job_id", "case_id", *_COLUMNS),
)
