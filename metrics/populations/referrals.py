"""Referrals, as KPIs see them: one row per case that was referred, with when the customer was contacted."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations import cases
from metrics.populations.population import Facts, Population
from metrics.text import Text

_REFERRAL, _CONTACT = "referral", "contact"
_COLUMNS = pl.Schema({"referred_at": UTC, "contacted_at": UTC, "went_on": pl.Boolean()})


def _build(facts: Facts) -> pl.LazyFrame:
    entered = facts["case_events"].filter(pl.col("kind") == "stage_enter", pl.col("stage").is_not_null())
    at, stage = pl.col("at"), pl.col("stage")
    steps = entered.group_by("case_id").agg(
        referred_at=at.filter(stage == _REFERRAL).min(),
        contacted_at=at.filter(stage == _CONTACT).min(),
        went_on=(~stage.is_in([_REFERRAL, _CONTACT])).any(),
    )
    return cases.POPULATION.build(facts).join(steps.filter(pl.col("referred_at").is_not_null()), on="case_id")


POPULATION = Population(
    name="referrals",
    row=Text("一次转介", "one referral"),
    table="cases",
    margin=timedelta(0),
    columns=pl.Schema({**cases.POPULATION.columns, **_COLUMNS}),
    build=_build,
    dimensions=cases.POPULATION.dimensions,
    shown=("case_id", "customer_id", *_COLUMNS, "status", "is_test_or_spam", "merged_into"),
    follows=("case_events",),
)
