"""Feedback forms, as KPIs see them: one row per form, with its score by the A–E rule."""

from datetime import timedelta

import polars as pl

from metrics.contract import UTC
from metrics.populations.population import Facts, Population, dimension, with_case, with_category
from metrics.text import Text

ITEMS = ("timeliness", "repair_quality", "attitude")
# A = 2 … E = −2, the source document's own scale.
POINTS = {"A": 2, "B": 1, "C": 0, "D": -1, "E": -2}

_COLUMNS = pl.Schema(
    {
        "received_at": UTC,
        "sent_at": UTC,
        "source_kind": pl.String(),
        "verified": pl.String(),
        **dict.fromkeys(ITEMS, pl.String()),
        "graded_items": pl.Int64(),
        "score": pl.Int64(),
        "csat": pl.Int64(),
        "settled_at_once": pl.Boolean(),
    }
)


def item_points(item: str) -> pl.Expr:
    """Return the points of one item; null where it was left blank, which is not a C."""
    return pl.col(item).replace_strict(POINTS, default=None, return_dtype=pl.Int64)


def _build(facts: Facts) -> pl.LazyFrame:
    rows = with_case(facts["feedback_forms"], facts, "feedback_forms", "form_id")
    rows = with_category(rows.rename({"case_reason": "reason_code"}), facts)
    return rows.with_columns(
        key="form_id",
        origin="month",
        unit=pl.coalesce("org_unit_id", "case_unit", pl.lit("unknown")),
        channel=dimension("source_kind"),
        customer_group=dimension("case_group"),
        graded_items=pl.sum_horizontal(pl.col(item).is_not_null().cast(pl.Int64) for item in ITEMS),
        score=pl.sum_horizontal(item_points(item) for item in ITEMS),
    )


POPULATION = Population(
    name="forms",
    row=Text("一张反馈表", "one feedback form"),
    table="feedback_forms",
    margin=timedelta(0),
    columns=_COLUMNS,
    build=_build,
    shown=("form_id", "job_id", "linked_case", "method", "confidence", *_COLUMNS, "verified_by", "verified_at"),
)
