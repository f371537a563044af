"""Which months of KPIs read otherwise after a load, and reading just those anew."""

from collections.abc import Sequence

import polars as pl

from etl.storing import Changes
from metrics.model import Kpi
from metrics.registry import all_kpis
from metrics.store.compute import Work, kpis_of
from metrics.store.monthly import TABLE, monthly_readings
from metrics.store.warehouse import Warehouse


def read_anew(changes: Changes, work: Sequence[Work]) -> None:
    """Replace the stored readings of the months whose parts were computed anew; all, where regions may be others."""
    is_new = TABLE not in changes.warehouse.versions
    if is_new or "org_units" in changes.months:
        kpis, months = [*all_kpis().values()], _months(changes.warehouse.scan("parts"))
    else:
        kpis = [kpi for item in work for kpi in kpis_of(item.population)]
        months = frozenset().union(*(_affected(changes, item) for item in work))
    if months or is_new:
        _replace(changes, kpis, months)


def _affected(changes: Changes, item: Work) -> frozenset[str]:
    """Return the months that hold, or held, parts of the rows that were computed anew."""
    return frozenset().union(*(_months_of(warehouse, item) for warehouse in (changes.start, changes.warehouse)))


def _months_of(warehouse: Warehouse, item: Work) -> frozenset[str]:
    keys = [kpi.key for kpi in kpis_of(item.population)]
    return _months(warehouse.scan("parts", keys).filter(pl.col("origin").is_in(item.origins)))


def _months(parts: pl.LazyFrame) -> frozenset[str]:
    return frozenset(parts.select(pl.col("month").unique()).collect().to_series())


def _replace(changes: Changes, kpis: Sequence[Kpi], months: frozenset[str]) -> None:
    fresh = monthly_readings(changes.warehouse, kpis, months)
    changes.replace(TABLE, fresh, {"kpi": frozenset(kpi.key for kpi in kpis), "month": months})
