"""Which complaints count, and how to set them beside what they are compared with."""

from datetime import timedelta

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

NOT_COUNTED = (
    LeftOut("duplicate", Text("重复录入", "entered twice"), pl.col("duplicate_of").is_not_null()),
    LeftOut("withdrawn", Text("客户已撤回", "withdrawn by the customer"), pl.col("withdrawn")),
)

# How far a complaint may lie from the case it is about, and from the rows beside which it is counted.
REACH = timedelta(days=62)


def complaint_rows(complaints: pl.LazyFrame) -> pl.LazyFrame:
    """Return complaints with the dimensions that every population of theirs shares."""
    return complaints.with_columns(
        key=pl.concat_str(pl.lit("complaint "), "complaint_id"),
        at="received_at",
        unit=pl.col("org_unit_id").fill_null("unknown"),
        channel=pl.col("channel").fill_null("unknown"),
        severity=pl.col("severity").fill_null("unknown"),
    )


def beside(rows: pl.LazyFrame, complaints: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows that live in months, and complaints of the same weeks with the month that is to hold them.

    Months are computed one at a time, and only those of `rows` are; so a complaint is held by the month of the row
    just before it, else of the one just after. The KPI dates it by its own receipt all the same.
    """
    times = rows.select("at", "origin").drop_nulls().sort("at")
    held = complaints.sort("at")
    before = held.join_asof(times, on="at", tolerance=REACH, check_sortedness=False)
    after = times.rename({"origin": "next"})
    placed = before.join_asof(after, on="at", strategy="forward", tolerance=REACH, check_sortedness=False)
    placed = placed.with_columns(origin=pl.coalesce("origin", "next")).drop("next")
    return pl.concat([rows, placed.filter(pl.col("origin").is_not_null())], how="diagonal_relaxed")
