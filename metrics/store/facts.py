"""The facts that a population needs for some months: its own rows, their neighbours, and what they are linked to."""

from collections.abc import Collection, Iterable
from datetime import timedelta

import polars as pl

from metrics.calendar import shift_month
from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import Facts, Population
from metrics.store.warehouse import Warehouse

_SHORTEST_MONTH = timedelta(days=28)


def around(months: Iterable[str], margin: timedelta) -> frozenset[str]:
    """Return the months and those within `margin` of them; names that are no month ("all", "undated") stay."""
    reach = -(-margin // _SHORTEST_MONTH)
    shifts = range(-reach, reach + 1)
    return frozenset(shift_month(month, by) if month[0].isdigit() else month for month in months for by in shifts)


def facts(warehouse: Warehouse, population: Population, months: Collection[str], moment: Moment) -> Facts:
    """Return every canonical table as far as `population` needs it for `months`, as it was known at `moment`."""
    near = around(months, population.margin)
    links = warehouse.scan("links", near)
    parts = {name: near for name, table in TABLES.items() if table.at}
    if population.table != "cases":
        parts["cases"] = _linked_months(links, population.table)
    tables = {
        name: as_known(name, warehouse.scan(name, parts.get(name)), moment).drop("month", strict=False)
        if name != population.table
        else as_known(name, warehouse.scan(name, near), moment)
        for name in TABLES
    }
    return {**tables, "links": links}


def _linked_months(links: pl.LazyFrame, table: str) -> frozenset[str]:
    linked = links.filter(pl.col("table") == table).select(pl.col("case_month").drop_nulls().unique())
    return frozenset(linked.collect().to_series())


def as_known(name: str, rows: pl.LazyFrame, moment: Moment) -> pl.LazyFrame:
    """Return the rows of a table that had begun by `moment`, without what happened to them afterwards."""
    table = TABLES[name]
    happened = [column for column in table.happened if column not in table.at]
    forgotten = [pl.when(pl.col(column) <= moment.as_of).then(pl.col(column)).alias(column) for column in happened]
    if not table.at:
        return rows.with_columns(forgotten)
    began = pl.coalesce(table.at)
    return rows.filter(began.is_null() | (began <= moment.as_of)).with_columns(forgotten)
