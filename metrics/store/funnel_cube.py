"""The parts of funnels by entry month and the dimensions of the cube: counted at a load, read in an instant."""

import json
from collections.abc import Collection, Mapping

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.funnel.definition import Funnel
from metrics.funnel.parts import funnel_parts
from metrics.model import Moment
from metrics.populations import CUBE
from metrics.store import slices
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnels import described
from metrics.store.query import STORED
from metrics.store.scope import Scope
from metrics.store.tables import FUNNEL_PARTS
from metrics.store.warehouse import Warehouse

# Under this name the definitions that the parts were counted by are kept with the facts, as JSON by funnel.
NAME = "funnels"


def cube_of(
    warehouse: Warehouse,
    funnels: Mapping[str, Funnel],
    months: Collection[str],
    moment: Moment,
    calendar: BusinessCalendar,
) -> pl.DataFrame:
    """Return the parts of every funnel for the cases that entered in `months`."""
    found = [pl.DataFrame(schema=FUNNEL_PARTS)]
    for name, funnel in funnels.items():
        for flagged in FunnelRows(warehouse, funnel, moment, calendar).of(months):
            counted = funnel_parts(flagged.lazy(), ["month", *CUBE]).with_columns(funnel=pl.lit(name))
            found.append(counted.select(FUNNEL_PARTS.names()).cast(FUNNEL_PARTS))
    return pl.concat(found)


def stored_parts(warehouse: Warehouse, funnel: Funnel, query: FunnelQuery, scope: Scope) -> pl.DataFrame | None:
    """Return the stored parts that a question needs; None where they cannot answer it.

    They cannot where it names other dimensions or another moment, or where the funnel was declared otherwise when they
    were counted.
    """
    if query.as_of is not None or not query.dimensions <= STORED or not _counted_by(warehouse, funnel):
        return None
    regions = slices.unit_names(warehouse.scan("org_units"))
    rows = slices.with_region(warehouse.scan("funnel_parts").filter(funnel=funnel.name), regions)
    conditions = asked(query)
    return scope.restrict(rows.filter(conditions) if conditions else rows).drop("funnel").collect()


def asked(query: FunnelQuery) -> list[pl.Expr]:
    """Return which rows a question is about: its months and its conditions."""
    first = [pl.col("month") >= query.first] if query.first else []
    last = [pl.col("month") <= query.last] if query.last else []
    return [*first, *last, *(pl.col(name) == value for name, value in query.where)]


def _counted_by(warehouse: Warehouse, funnel: Funnel) -> bool:
    kept = warehouse.scan("settings").filter(name=NAME).select("value").collect().to_series()
    return bool(kept.len()) and json.loads(kept[0]).get(funnel.name) == described(funnel)
