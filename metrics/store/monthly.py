"""The readings of KPIs month by month, of all units together, of each region and unit: computed once, at the load."""

from collections.abc import Collection, Iterator, Sequence

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi, Quantile
from metrics.percentiles import WAITS
from metrics.store import slices
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.tables import MONTHLY_READINGS
from metrics.store.warehouse import Warehouse

TABLE = "monthly_readings"
ALL, REGION, UNIT = "all", "region", "unit"
_CUTS = {ALL: (), REGION: ("region",), UNIT: ("unit",)}


def monthly_readings(warehouse: Warehouse, kpis: Sequence[Kpi], months: Collection[str]) -> pl.DataFrame:
    """Return the readings of KPIs in some months by place, from their parts: see `MONTHLY_READINGS`."""
    # The parts of a percentile are every single wait: of one KPI at a time they fit into memory.
    alone = [[kpi] for kpi in kpis if isinstance(kpi.measure, Quantile)]
    together = [kpi for kpi in kpis if not isinstance(kpi.measure, Quantile)]
    parts = warehouse.scan("parts").filter(pl.col("month").is_in(sorted(months)))
    placed = slices.with_region(parts, slices.unit_names(warehouse.scan("org_units")))
    found = [
        *_of_some(placed.drop(WAITS.names()), together),
        *(read for kpi in alone for read in _of_some(placed, kpi)),
    ]
    return pl.concat([MONTHLY_READINGS.to_frame(), *found])


def _of_some(parts: pl.LazyFrame, kpis: Sequence[Kpi]) -> Iterator[pl.DataFrame]:
    known = {kpi.key: kpi for kpi in kpis}
    placed = parts.filter(pl.col("kpi").is_in(list(known))).collect().lazy()
    for place, by in _CUTS.items():
        added = add_up(placed, ["kpi", "month", *by])
        for (key,), of_kpi in added.partition_by("kpi", as_dict=True).items():
            read = readings(known[str(key)], of_kpi)
            code = pl.col(by[0]) if by else pl.lit("")
            yield read.with_columns(place=pl.lit(place), code=code).select(MONTHLY_READINGS.names())


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
