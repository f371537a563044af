"""The readings of KPIs month by month, of all units together, of each region and unit: computed once, at the load."""

from collections.abc import Collection

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi
from metrics.store import slices
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.tables import MONTHLY_READINGS
from metrics.store.warehouse import Warehouse

TABLE = "monthly_readings"
ALL, REGION, UNIT = "all", "region", "unit"
_CUTS = {ALL: (), REGION: ("region",), UNIT: ("unit",)}


def monthly_readings(warehouse: Warehouse, kpi: Kpi, months: Collection[str]) -> pl.DataFrame:
    """Return the readings of a KPI in some months by place, from its parts: see `MONTHLY_READINGS`."""
    held = warehouse.scan("parts", [kpi.key]).filter(pl.col("month").is_in(sorted(months)))
    placed = slices.with_region(held, slices.unit_names(warehouse.scan("org_units"))).collect()
    found = [_of_places(kpi, placed, place, by) for place, by in _CUTS.items()]
    return pl.concat(found)


def _of_places(kpi: Kpi, parts: pl.DataFrame, place: str, by: tuple[str, ...]) -> pl.DataFrame:
    read = readings(kpi, add_up(parts.lazy(), ["month", *by]))
    code = pl.col(by[0]) if by else pl.lit("")
    return read.with_columns(place=pl.lit(place), code=code).select(MONTHLY_READINGS.names())


def stored_readings(warehouse: Warehouse, kpi: Kpi, query: Query, scope: Scope) -> pl.DataFrame | None:
    """Return the readings that a load computed, in the order of `query.by`; None where it did not compute these."""
    place = next((place for place, by in _CUTS.items() if {*query.by} == {"month", *by}), None)
    is_seen = scope.units is None or place == UNIT
    if place is None or query.as_of is not None or query.where or not is_seen or TABLE not in warehouse.versions:
        return None
    held = warehouse.scan(TABLE, [kpi.key]).filter(place=place).drop("place", "kpi")
    named = held.drop("code") if place == ALL else held.rename({"code": place})
    rows = slices.cut(named, query, scope)
    rows = rows.with_columns(kpi=pl.lit(kpi.key), unit_of_measure=pl.lit(kpi.unit.value))
    return rows.select(*query.by, pl.exclude(query.by)).sort(query.by).collect()
