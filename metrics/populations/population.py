"""What a population is: rows that KPIs are about, built from the canonical tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from metrics.text import Text

# The dimensions by which parts are stored; every population has them.
CUBE = ("unit", "channel", "category", "customer_group")
UNKNOWN = "unknown"
# Where a row comes from: the source, its file and the row in it.
PROVENANCE = ("source", "source_file", "source_row")
# The link method of a call or form whose number several customers use: it belongs to no case that can be told.
SHARED_IDENTITY = "shared_identity"

Facts = Mapping[str, pl.LazyFrame]


@dataclass(frozen=True, eq=False)
class Population:
    """Rows of one `table`, with what KPIs need to know of each.

    `row` says what one row is. `build` receives the facts of some months of `table` and `margin` around them, and
    returns one row per key with `key`, `origin` (the month that holds the row in `table`), the `CUBE` dimensions,
    any further `dimensions`, and `columns`. `shown` are the columns that evidence prints. `follows` names tables of
    which it needs everything about its cases, however late it happened. `moves` says which rows become others as time
    goes by, though nothing happens (None: none).
    """

    name: str
    row: Text
    table: str
    margin: timedelta
    columns: pl.Schema
    build: Callable[[Facts], pl.LazyFrame]
    dimensions: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    moves: pl.Expr | None = None

    @property
    def all_dimensions(self) -> tuple[str, ...]:
        """Return every dimension that rows of this population can be sliced by."""
        return (*CUBE, *self.dimensions)


def dimension(column: str) -> pl.Expr:
    """Return a column as a dimension: rows that do not say belong to "unknown"."""
    return pl.col(column).fill_null(UNKNOWN)


def with_category(rows: pl.LazyFrame, facts: Facts) -> pl.LazyFrame:
    """Return rows with `category`, the group of their reason code or else the code, and `reason_eligible`.

    `reason_eligible` says whether an issue of this reason could be settled at first contact at all.
    """
    groups = facts["reason_codes"].select(reason_code="code", reason_group="group", reason_eligible="fcr_eligible")
    category = pl.coalesce("reason_group", "reason_code", pl.lit(UNKNOWN))
    return rows.join(groups, on="reason_code", how="left").with_columns(category=category).drop("reason_group")


def with_customer_group(rows: pl.LazyFrame, facts: Facts) -> pl.LazyFrame:
    """Return rows that name a case with its customer's group; "unknown" where they name none that is loaded."""
    groups = facts["cases"].select("case_id", customer_group=dimension("customer_group"))
    found = rows.drop("customer_group", strict=False).join(groups, on="case_id", how="left")
    return found.with_columns(pl.col("customer_group").fill_null(UNKNOWN))


def with_case(rows: pl.LazyFrame, facts: Facts, table: str, key: str) -> pl.LazyFrame:
    """Return rows of a child table beside the case they are linked to; `linked_case` is null where none is."""
    links = facts["links"].filter(pl.col("table") == table)
    links = links.select(pl.col("key").alias(key), "method", "confidence", linked_case="case_id")
    cases = facts["cases"].select(
        linked_case="case_id",
        case_unit="org_unit_id",
        case_customer="customer_id",
        case_group="customer_group",
        case_reason="reason_code",
        case_product="product",
        case_reopened=pl.col("reopen_count") > 0,
        case_eligible="fcr_eligible",
    )
    return rows.join(links, on=key, how="left").join(cases, on="linked_case", how="left")
