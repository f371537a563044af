"""Cutting rows and parts to a question: months, conditions, the viewer's scope, and the region above a unit."""

import polars as pl

from metrics.engine import UNDATED
from metrics.populations import UNKNOWN
from metrics.store.query import Query
from metrics.store.scope import Scope


def with_region(rows: pl.LazyFrame, units: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows with the region of their unit; "unknown" where no organisation table names one."""
    regions = units.select("unit", "region")
    return rows.join(regions, on="unit", how="left").with_columns(pl.col("region").fill_null(UNKNOWN))


def cut(rows: pl.LazyFrame, query: Query, scope: Scope) -> pl.LazyFrame:
    """Return only the rows in the question's months and conditions that the viewer may see."""
    conditions = [pl.col(name) == value for name, value in query.where]
    if query.first or query.last:
        conditions.append(pl.col("month") != UNDATED)
    if query.first:
        conditions.append(pl.col("month") >= query.first)
    if query.last:
        conditions.append(pl.col("month") <= query.last)
    # polars 2.1 cannot collect a filter without any condition.
    return scope.restrict(rows.filter(conditions) if conditions else rows)


def unit_names(org_units: pl.LazyFrame) -> pl.LazyFrame:
    """Return each unit with its names and the region above it, from the organisation table."""
    parents = org_units.select(region="org_unit_id", region_zh="name", region_en="name_en")
    return (
        org_units.select(unit="org_unit_id", name_zh="name", name_en=pl.coalesce("name_en", "name"), region="parent_id")
        .join(parents, on="region", how="left")
        .with_columns(region_en=pl.coalesce("region_en", "region_zh"))
    )
