"""Complaints, as KPIs see them: one row per complaint."""

from datetime import timedelta

import polars as pl

from metrics.complaints.counting import complaint_rows
from metrics.complaints.severity import weight_of
from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category, with_customer_group
from metrics.text import Text

_COLUMNS = pl.Schema(
    {
        "received_at": UTC,
        "first_reply_at": UTC,
        "closed_at": UTC,
        "verified": pl.String(),
        "upheld": pl.Boolean(),
        "duplicate_of": pl.String(),
        "repeat_of": pl.String(),
        "withdrawn": pl.Boolean(),
        "weight": pl.Float64(),
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    rows = complaint_rows(facts["complaints"]).with_columns(reason_code="topic_code")
    return with_customer_group(with_category(rows, facts), facts).with_columns(
        key="complaint_id",
        origin="month",
        weight=weight_of(pl.col("severity")),
        attribution=dimension("attribution"),
        topic=dimension("topic_code"),
    )


POPULATION = Population(
    name="complaints",
    row=Text("一件投诉", "one complaint"),
    table="complaints",
    margin=timedelta(0),
    columns=_COLUMNS,
    build=_build,
    dimensions=("severity", "attribution", "topic"),
    shown=("complaint_id", "case_id", "customer_id", *_COLUMNS, "description"),
)
