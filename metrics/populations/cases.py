"""Cases, as KPIs see them: one row per case."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_category
from metrics.text import Text

_HAPPENED = ("created_at", "first_response_at", "resolved_first_at", "resolved_last_at", "closed_at")
_TIMES = (*_HAPPENED, "first_due_at", "resolve_due_at")
_OTHERS = {
    "status": pl.String(),
    "made_sla": pl.Boolean(),
    "reopen_count": pl.Int64(),
    "transfer_count": pl.Int64(),
    "is_test_or_spam": pl.Boolean(),
    "merged_into": pl.String(),
}


def _build(facts: Facts) -> pl.LazyFrame:
    rows = with_category(facts["cases"], facts)
    return rows.with_columns(
        key="case_id",
        origin="month",
        unit=dimension("org_unit_id"),
        channel=dimension("channel"),
        customer_group=dimension("customer_group"),
        priority=dimension("priority"),
        case_type=dimension("case_type"),
        product=dimension("product"),
        reason_code=dimension("reason_code"),
    )


POPULATION = Population(
    name="cases",
    row=Text("一个案件", "one case"),
    table="cases",
    margin=timedelta(0),
    columns=pl.Schema({**dict.fromkeys(_TIMES, UTC), **_OTHERS}),
    build=_build,
    dimensions=("priority", "case_type", "product", "reason_code"),
    shown=("case_id", "customer_id", *_TIMES, *_OTHERS),
)
