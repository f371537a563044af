"""Which audit of a subject speaks for it: the adjudicated one, else the first valid primary one."""

from datetime import timedelta

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text

# A subject without a contact time is dated by when it was sampled; a later round may fall into the next month.
REACH = timedelta(days=31)

NOT_FINAL = (
    LeftOut("void", Text("质检作废", "the audit is void"), pl.col("audit_status") == "void"),
    LeftOut("second_rating", Text("复评,只用于一致性", "a second rating"), pl.col("round") == "second"),
    LeftOut("adjudicated", Text("以裁定结果为准", "an adjudication decided it"), pl.col("adjudicated")),
    LeftOut("disputed", Text("有争议,未裁定", "disputed and not adjudicated"), pl.col("audit_status") == "disputed"),
    LeftOut("audited_again", Text("同一记录另有质检", "another audit speaks for the subject"), ~pl.col("speaks")),
)


def subject() -> pl.Expr:
    """Return what was audited: the subject named, else the contact, the case, or nothing but the audit itself."""
    return pl.coalesce("subject_id", "contact_id", "case_id", "audit_id")


def with_round_rules(audits: pl.LazyFrame) -> pl.LazyFrame:
    """Return audits with `adjudicated` (a valid adjudication decided otherwise) and `speaks` (first of its kind)."""
    valid = pl.col("status") == "valid"
    decided = (valid & (pl.col("round") == "adjudication")).any().over("subject")
    earlier = valid.cast(pl.Int64).cum_sum().over("subject", "round", order_by=["sampled_at", "audit_id"])
    return audits.with_columns(
        adjudicated=decided & (pl.col("round") != "adjudication"),
        speaks=~valid | (earlier == 1),
    )
