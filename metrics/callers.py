"""Whose a telephone number is, where some contacts name their customer and others bring nothing but the number.

Only contacts within `NEAR` of each other tell: so every month has one answer, whatever else is loaded.
"""

from datetime import timedelta

import polars as pl

# With the longest window between contacts it makes 59 days, which any two months that follow a month have.
NEAR = timedelta(days=29)


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
    number = told.select("contact_id", number=_issue(), _several=_several_customers())
    several = pl.col("_several").fill_null(value=False)
    found = rows.join(number, on="contact_id", how="left").with_columns(
        number=pl.when(pl.col("linked_case").is_null() & ~several & ~pl.col("shared")).then("number"),
        shared=pl.col("shared") | (several & ~named & pl.col("linked_case").is_null()),
    )
    return found.drop("_several")


def _several_customers() -> pl.Expr:
    """Return whether contacts of a row's key within `NEAR` of it, before or after, name more than one customer."""
    customer, at = pl.col("customer_id").rank("dense").cast(pl.Int64), pl.col("started_at").to_physical()
    window = f"{NEAR // timedelta(microseconds=1)}i"
    ways = (at, -at)
    least = [customer.rolling_min_by(by, window, closed="both").over("identity_key") for by in ways]
    most = [customer.rolling_max_by(by, window, closed="both").over("identity_key") for by in ways]
    return pl.min_horizontal(least) < pl.max_horizontal(most)


def _issue() -> pl.Expr:
    return pl.concat_str("identity_key", pl.col("product").fill_null(""), "category", separator="\x1f")
