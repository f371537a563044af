"""Whose a telephone number is, where some contacts name their customer and others bring nothing but the number.

Only contacts within `NEAR` of each other tell: so every month has one answer, whatever else is loaded.
"""

from datetime import timedelta

import polars as pl

NEAR = timedelta(days=30)


def with_number(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows with `number`, the issue as their identity key tells it, and `shared`, where it names nobody.

    `number` is null for contacts of a case, and where all contacts of a key name their customer or none does: then it
    tells nothing that `issue` does not. A key under which several customers called at about the time is shared.
    """
    named = pl.col("customer_id").is_not_null()
    known = rows.filter(pl.col("identity_key").is_not_null())
    mixed = (
        known.group_by("identity_key").agg(named.any() & (~named).any()).filter("customer_id").select("identity_key")
    )
    told = known.join(mixed, on="identity_key", how="semi")
    callers = told.select("contact_id", "identity_key", "started_at").join(
        told.filter(named).select("identity_key", "customer_id", named_at="started_at"), on="identity_key"
    )
    near = (pl.col("started_at") - pl.col("named_at")).abs() <= NEAR
    customers = callers.filter(near).group_by("contact_id").agg(_customers=pl.col("customer_id").n_unique())
    number = told.select("contact_id", number=_issue()).join(customers, on="contact_id", how="left")
    several = (pl.col("_customers") > 1).fill_null(value=False)
    found = rows.join(number, on="contact_id", how="left").with_columns(
        number=pl.when(pl.col("linked_case").is_null() & ~several).then("number"),
        shared=pl.col("shared") | (several & ~named & pl.col("linked_case").is_null()),
    )
    return found.drop("_customers")


def _issue() -> pl.Expr:
    return pl.concat_str("identity_key", pl.col("product").fill_null(""), "category", separator="\x1f")
