"""Recoveries, as KPIs see them: one row per recovery, with its five steps, its money and the customer's word."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category, with_customer_group
from metrics.recovery.steps import STEPS, per_recovery
from metrics.text import Text

# How far a recovery's steps, and the complaint that it answers, may lie apart.
_REACH = timedelta(days=28)

_COLUMNS = pl.Schema(
    {
        "failure_detected_at": UTC,
        **{f"{step}_at": UTC for step in STEPS},
        "steps_done": pl.Int64(),
        "out_of_order": pl.Boolean(),
        "answered": pl.Boolean(),
        "answered_at": UTC,
        "loss_grade": pl.Int64(),
        "loss_amount": pl.Int64(),
        "compensation_amount": pl.Int64(),
        "authority_limit": pl.Int64(),
        "repurchased_within_days": pl.Int64(),
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    complaints = facts["complaints"].select("complaint_id", "received_at", "topic_code", way_in="channel")
    rows = per_recovery(facts["recovery_actions"]).join(complaints, on="complaint_id", how="left")
    # A complaint further away may or may not be at hand; taking it for unknown gives every month one answer.
    near = (pl.col("failure_detected_at") - pl.col("received_at")).abs() <= _REACH
    known = rows.with_columns(reason_code=pl.when(near).then("topic_code"), way_in=pl.when(near).then("way_in"))
    return with_customer_group(with_category(known, facts), facts).with_columns(
        key="recovery_id",
        origin="month",
        unit=dimension("org_unit_id"),
        channel=dimension("way_in"),
        type=dimension("type"),
        grade=pl.col("loss_grade").cast(pl.String).fill_null("unknown"),
    )


POPULATION = Population(
    name="recoveries",
    row=Text("一次服务补救", "one recovery"),
    table="recovery_actions",
    margin=_REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("type", "grade"),
    shown=("recovery_id", "case_id", "complaint_id", *_COLUMNS),
)
