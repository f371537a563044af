"""Ratings of QA audits, as KPIs see them: one row per attribute that an audit looked at."""

import polars as pl

from metrics.accuracy.rounds import REACH
from metrics.contract import UTC
from metrics.populations.audits import audits_with_subject
from metrics.populations.population import PROVENANCE, Facts, Population
from metrics.text import Text

_COLUMNS = pl.Schema(
    {
        "contact_at": UTC,
        "sampled_at": UTC,
        "round": pl.String(),
        "audit_status": pl.String(),
        "adjudicated": pl.Boolean(),
        "speaks": pl.Boolean(),
        "error_class": pl.String(),
        "result": pl.String(),
    }
)
_OF_AUDIT = (
    "audit_id",
    "subject",
    "stratum",
    "rater",
    "unit",
    "channel",
    "category",
    "customer_group",
    "origin",
    "month",
)


def _build(facts: Facts) -> pl.LazyFrame:
    audits = audits_with_subject(facts)
    about = [name for name in (*_OF_AUDIT, *_COLUMNS) if name not in {"error_class", "result"}]
    ratings = facts["qa_ratings"].select("audit_id", "attribute_code", "error_class", "result", *PROVENANCE)
    rows = ratings.join(audits.select(about), on="audit_id", how="inner")
    return rows.with_columns(key=pl.concat_str("audit_id", "attribute_code", separator="/"), attribute="attribute_code")


POPULATION = Population(
    name="ratings",
    row=Text("一个质检项评分", "one rated attribute"),
    table="qa_audits",
    margin=REACH,
    columns=_COLUMNS,
    build=_build,
    dimensions=("attribute", "error_class", "stratum", "rater"),
    shown=("audit_id", "attribute_code", *_COLUMNS),
)
