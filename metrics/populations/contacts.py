"""Contacts, as KPIs see them: one row per contact, with the gaps to its neighbours about the same issue.

An issue is a case, else one customer's contacts about one product and reason category. An issue episode begins with
a contact that no other precedes within the window; so episodes of any window up to `LONGEST_WINDOW` can be told from
`previous_gap` and `next_gap` alone. `start_gap` tells those that are counted from their first contact on.
"""

from datetime import timedelta

import polars as pl

from metrics.callers import with_number
from metrics.contract import UTC
from metrics.neighbours import with_gaps
from metrics.populations.population import SHARED_IDENTITY, Facts, Population, dimension, with_case, with_category
from metrics.text import Text

LONGEST_WINDOW = timedelta(days=30)

_COLUMNS = pl.Schema(
    {
        "started_at": UTC,
        "answered_at": UTC,
        "ended_at": UTC,
        "waited_seconds": pl.Int64(),
        "answered": pl.Boolean(),
        "handled": pl.Boolean(),
        "identified": pl.Boolean(),
        "shared": pl.Boolean(),
        "eligible": pl.Boolean(),
        "inbound": pl.Boolean(),
        "disposition": pl.String(),
        "transferred": pl.Boolean(),
        "escalated": pl.Boolean(),
        "previous_gap": pl.Duration("us"),
        "next_gap": pl.Duration("us"),
        "start_gap": pl.Duration("us"),
        "reopen_gap": pl.Duration("us"),
        "reopened": pl.Boolean(),
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    rows = with_case(facts["contacts"], facts, "contacts", "contact_id").with_columns(
        reason_code=pl.coalesce("reason_code", "case_reason"),
        product=pl.coalesce("product", "case_product"),
        customer=pl.coalesce("customer_id", "case_customer", "identity_key"),
        ended_at=pl.coalesce("ended_at", "answered_at", "started_at"),
    )
    rows = with_category(rows, facts).with_columns(**_facts_of_a_contact())
    return _with_reopening(with_gaps(with_number(rows)), facts).with_columns(
        key="contact_id",
        origin="month",
        unit=pl.coalesce("org_unit_id", "case_unit", pl.lit("unknown")),
        channel=dimension("channel"),
        customer_group=dimension("case_group"),
        agent=dimension("agent_id"),
        product=dimension("product"),
        reason_code=dimension("reason_code"),
    )


def _facts_of_a_contact() -> dict[str, pl.Expr]:
    # A source that does not say who called is an inbound line; one that does not say "abandoned" answers every call.
    by_customer = pl.col("initiated_by").fill_null("customer") == "customer"
    shared = (pl.col("method") == SHARED_IDENTITY).fill_null(value=False) & pl.col("customer_id").is_null()
    identified = pl.col("linked_case").is_not_null() | (pl.col("customer").is_not_null() & ~shared)
    no_contact = pl.col("disposition").fill_null("").is_in(["wrong_number", "test"])
    return {
        "inbound": (pl.col("direction").fill_null("inbound") == "inbound") & by_customer & ~no_contact,
        "handled": ~pl.col("abandoned").fill_null(value=False),
        "answered": pl.coalesce(
            ~pl.col("abandoned"), pl.when(pl.col("answered_at").is_not_null()).then(statement=True)
        ),
        "waited_seconds": pl.coalesce(
            "queue_seconds", (pl.col("answered_at") - pl.col("started_at")).dt.total_seconds()
        ),
        "identified": identified,
        "shared": shared,
        "eligible": pl.coalesce("reason_eligible", "case_eligible", pl.lit(value=True)),
        "issue": pl.when(identified).then(
            pl.coalesce(
                pl.concat_str(pl.lit("case\x1f"), "linked_case"),
                pl.concat_str("customer", pl.col("product").fill_null(""), "category", separator="\x1f"),
            )
        ),
    }


def _with_reopening(rows: pl.LazyFrame, facts: Facts) -> pl.LazyFrame:
    """Return rows with the time from the contact's end to the case's next reopening, and whether it ever reopened."""
    reopenings = facts["case_events"].filter(pl.col("kind") == "reopen")
    reopenings = reopenings.select(linked_case="case_id", reopened_at="at").sort("reopened_at")
    dated = rows.sort("ended_at").join_asof(
        reopenings,
        left_on="ended_at",
        right_on="reopened_at",
        by="linked_case",
        strategy="forward",
        check_sortedness=False,
    )
    # Only where no reopening is dated at all does the case's own counter have to stand in for it.
    none_dated = facts["dating"].select(none_dated=~pl.col("reopenings"))
    return dated.join(none_dated, how="cross").with_columns(
        reopen_gap=pl.col("reopened_at") - pl.col("ended_at"),
        reopened=pl.col("none_dated") & pl.col("case_reopened").fill_null(value=False),
    )


POPULATION = Population(
    name="contacts",
    row=Text("一次联系", "one contact"),
    table="contacts",
    margin=LONGEST_WINDOW,
    columns=_COLUMNS,
    build=_build,
    dimensions=("agent", "product", "reason_code"),
    shown=("contact_id", "linked_case", "method", "confidence", "customer", "issue", "reason_code", *_COLUMNS),
)
