"""Stages reached, as KPIs see them: one row per case and stage that it entered, by its first entry."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations import cases
from metrics.populations.population import Facts, Population
from metrics.text import Text

_COLUMNS = pl.Schema({"stage": pl.String(), "entered_at": UTC})


def _build(facts: Facts) -> pl.LazyFrame:
    entered = facts["case_events"].filter(pl.col("kind") == "stage_enter", pl.col("stage").is_not_null())
    first = entered.group_by("case_id", "stage").agg(entered_at=pl.col("at").min())
    reached = cases.POPULATION.build(facts).join(first, on="case_id")
    return reached.with_columns(key=pl.concat_str("case_id", "stage", separator=" · "))


POPULATION = Population(
    name="stages",
    row=Text("一个案件到达的一个阶段", "one stage that a case reached"),
    table="cases",
    margin=timedelta(0),
    columns=pl.Schema({**cases.POPULATION.columns, **_COLUMNS}),
    build=_build,
    dimensions=("stage", *cases.POPULATION.dimensions),
    shown=("case_id", "customer_id", "created_at", *_COLUMNS, "status", "is_test_or_spam", "merged_into"),
    follows=("case_events",),
)
