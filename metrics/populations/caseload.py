"""The caseload: one row per case served and one per complaint, so that complaints can be counted per 100 cases."""

import polars as pl

from metrics.complaints.counting import REACH, beside, complaint_rows
from metrics.complaints.severity import weight_of
from metrics.contract import UTC
from metrics.populations.population import PROVENANCE, UNKNOWN, Facts, Population, dimension, with_category
from metrics.text import Text

_COLUMNS = pl.Schema(
    {
        "at": UTC,
        "is_complaint": pl.Boolean(),
        "status": pl.String(),
        "is_test_or_spam": pl.Boolean(),
        "merged_into": pl.String(),
        "duplicate_of": pl.String(),
        "withdrawn": pl.Boolean(),
        "weight": pl.Float64(),
    }
)
_KEPT = ("key", "unit", "channel", "category", "customer_group", "case_id", *_COLUMNS)


def _build(facts: Facts) -> pl.LazyFrame:
    cases = with_category(facts["cases"], facts).with_columns(
        key=pl.concat_str(pl.lit("case "), "case_id"),
        at="created_at",
        origin="month",
        unit=dimension("org_unit_id"),
        channel=dimension("channel"),
        customer_group=dimension("customer_group"),
        is_complaint=pl.lit(value=False),
        duplicate_of=pl.lit(None, dtype=pl.String),
        withdrawn=pl.lit(None, dtype=pl.Boolean),
        weight=pl.lit(None, dtype=pl.Float64),
    )
    served = cases.select(*_KEPT, "origin", "month", *PROVENANCE)
    return beside(served, _complaints(facts).select(*_KEPT, *PROVENANCE)).with_columns(kind=_kind())


def _complaints(facts: Facts) -> pl.LazyFrame:
    """Return complaints by the channel, category and customer group of the case they are about.

    A rate per channel needs the channel of the cases; the complaint's own way in is another thing. A case opened
    longer ago than `REACH` is taken for unknown, whether it happens to be at hand or not.
    """
    about = with_category(facts["cases"], facts).select(
        "case_id", "category", case_channel="channel", case_group="customer_group", case_at="created_at"
    )
    rows = complaint_rows(facts["complaints"]).join(about, on="case_id", how="left")
    near = (pl.col("at") - pl.col("case_at")).abs() <= REACH
    return rows.with_columns(
        channel=pl.when(near).then("case_channel").fill_null(UNKNOWN),
        category=pl.when(near).then("category").fill_null(UNKNOWN),
        customer_group=pl.when(near).then("case_group").fill_null(UNKNOWN),
        is_complaint=pl.lit(value=True),
        weight=weight_of(pl.col("severity")),
        status=pl.lit(None, dtype=pl.String),
        is_test_or_spam=pl.lit(None, dtype=pl.Boolean),
        merged_into=pl.lit(None, dtype=pl.String),
    )


def _kind() -> pl.Expr:
    return pl.when("is_complaint").then(pl.lit("complaint")).otherwise(pl.lit("case"))


POPULATION = Population(
    name="caseload",
    row=Text("一个案件或一件投诉", "one case or one complaint"),
    table="cases",
    margin=REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("kind",),
    shown=("case_id", *_COLUMNS),
)
