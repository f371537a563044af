"""A KPI period by period, as charts need it: finished months or ISO weeks, of all units together and of each."""

from itertools import dropwhile

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

MONTH, WEEK = "month", "week"
PERIODS = (MONTH, WEEK)
_DAYS_TO_SUNDAY = 6


def series(store: Store, scope: Scope, kpi: Kpi, period: str = MONTH) -> pl.DataFrame:
    """Return a KPI's readings per `period` and `unit` (null: all together), oldest first, of periods that are over."""
    found = _weeks(store, scope, kpi) if period == WEEK else _months(store, scope, kpi)
    return pl.concat(found, how="diagonal").sort("period", "unit", nulls_last=False)


def weekly_parts(store: Store, scope: Scope, kpi: Kpi) -> pl.DataFrame:
    """Return a KPI's parts per ISO week as `period` and `unit`, oldest first; a week that is not over is not in it."""
    load = store.published(scope)
    days = scope.restrict(store.warehouse(scope).scan("daily_parts", [kpi.key]))
    monday = pl.col("day").dt.truncate("1w")
    today = store.settings.calendar.day(pl.lit(load.as_of))
    over = days.filter(monday.dt.offset_by(f"{_DAYS_TO_SUNDAY}d") <= today)
    return add_up(over.with_columns(period=pl.col("day").dt.strftime("%G-W%V")), ["period", "unit"])


def _months(store: Store, scope: Scope, kpi: Kpi) -> list[pl.DataFrame]:
    """Return the readings by month without those at the end that are not over."""
    together, of_units = (store.readings(scope, Query(kpi.key, by=("month", *by))) for by in ((), ("unit",)))
    named = sorted(month for month in together["month"] if month[0].isdigit())
    finished = [*dropwhile(lambda month: store.is_partial(scope, month), reversed(named))]
    return [read.filter(pl.col("month").is_in(finished)).rename({"month": "period"}) for read in (together, of_units)]


def _weeks(store: Store, scope: Scope, kpi: Kpi) -> list[pl.DataFrame]:
    parts = weekly_parts(store, scope, kpi)
    return [readings(kpi, add_up(parts.lazy(), ["period"])), readings(kpi, parts)]
