"""Dissatisfaction: one row per customer's answer to a survey and one per complaint, to see who complains at all."""

import polars as pl

from metrics.complaints.counting import REACH, beside, complaint_rows
from metrics.contract import UTC
from metrics.populations.forms import ITEMS, item_points
from metrics.populations.population import Facts, Population, dimension
from metrics.text import Text

_COLUMNS = pl.Schema(
    {
        "at": UTC,
        "received_at": UTC,
        "is_complaint": pl.Boolean(),
        "source_kind": pl.String(),
        "verified": pl.String(),
        "dissatisfied": pl.Boolean(),
        "duplicate_of": pl.String(),
        "withdrawn": pl.Boolean(),
    }
)
_KEPT = ("key", "unit", *_COLUMNS, "source", "source_file", "source_row")
_LOW_RATING = 2


def _build(facts: Facts) -> pl.LazyFrame:
    answers = facts["feedback_forms"].with_columns(
        key=pl.concat_str(pl.lit("form "), "form_id"),
        at=pl.coalesce("received_at", "sent_at"),
        origin="month",
        unit=dimension("org_unit_id"),
        is_complaint=pl.lit(value=False),
        dissatisfied=_dissatisfied(),
        duplicate_of=pl.lit(None, dtype=pl.String),
        withdrawn=pl.lit(None, dtype=pl.Boolean),
    )
    complaints = complaint_rows(facts["complaints"]).with_columns(
        is_complaint=pl.lit(value=True),
        source_kind=pl.lit(None, dtype=pl.String),
        verified=pl.lit(None, dtype=pl.String),
        dissatisfied=pl.lit(None, dtype=pl.Boolean),
    )
    both = beside(answers.select(*_KEPT, "origin", "month"), complaints.select(_KEPT))
    # An answer's way in and a complaint's are not the same thing: only the unit is common to both.
    return both.with_columns(
        channel=pl.lit("unknown"), category=pl.lit("unknown"), customer_group=pl.lit("unknown"), kind=_kind()
    )


def _dissatisfied() -> pl.Expr:
    """Return whether an answer says no: rated 1 or 2, or unrated with a total below 0; null where it is blank."""
    graded = pl.any_horizontal(pl.col(item).is_not_null() for item in ITEMS)
    score = pl.when(graded).then(pl.sum_horizontal(item_points(item) for item in ITEMS))
    return pl.coalesce(pl.col("csat") <= _LOW_RATING, score < 0)


def _kind() -> pl.Expr:
    return pl.when("is_complaint").then(pl.lit("complaint")).otherwise(pl.lit("answer"))


POPULATION = Population(
    name="dissatisfaction",
    row=Text("一张反馈表或一件投诉", "one form or one complaint"),
    table="feedback_forms",
    margin=REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("kind",),
    shown=tuple(_COLUMNS),
)
