"""Promises to customers, as KPIs see them: one row per promise made, with when it was kept.

A promise is kept by the first event after it that says so of its case; where several were made before it, it keeps all.
"""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category
from metrics.text import Text

# How far a promise and its keeping may lie apart.
_REACH = timedelta(days=62)

_COLUMNS = pl.Schema(
    {
        "promised_at": UTC,
        "promise_due_at": UTC,
        "kept_at": UTC,
        "status": pl.String(),
        "is_test_or_spam": pl.Boolean(),
        "merged_into": pl.String(),
    }
)
_OF_CASE = ("case_id", "reason_code", "channel", "customer_group", "org_unit_id", *("is_test_or_spam", "merged_into"))


def _build(facts: Facts) -> pl.LazyFrame:
    events = facts["case_events"]
    made = events.filter(pl.col("kind") == "promise_made").with_columns(promised_at="at").sort("at")
    kept = events.filter(pl.col("kind") == "promise_kept").select("case_id", "at", kept_at="at").sort("at")
    rows = made.join_asof(kept, on="at", by="case_id", strategy="forward", tolerance=_REACH, check_sortedness=False)
    about = facts["cases"].select(*_OF_CASE, case_status="status")
    return with_category(rows.join(about, on="case_id", how="left"), facts).with_columns(
        key="event_id",
        origin="month",
        status="case_status",
        unit=dimension("org_unit_id"),
        channel=dimension("channel"),
        customer_group=dimension("customer_group"),
        actor=dimension("actor_id"),
    )


POPULATION = Population(
    name="promises",
    row=Text("一次承诺", "one promise"),
    table="case_events",
    margin=_REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("actor",),
    shown=("event_id", "case_id", *_COLUMNS),
)
