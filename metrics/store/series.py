"""A KPI's parts period by period, as charts need them: finished months or ISO weeks, per unit."""

from itertools import dropwhile

import polars as pl

from metrics.engine import PARTS, add_up
from metrics.model import Kpi
from metrics.percentiles import WAITS
from metrics.store.scope import Scope
from metrics.store.store import Store

MONTH, WEEK = "month", "week"
PERIODS = (MONTH, WEEK)
_DAYS_TO_SUNDAY = 6


def series(store: Store, scope: Scope, kpi: Kpi, period: str = MONTH) -> pl.DataFrame:
    """Return a KPI's parts per `period` and `unit`, oldest first; a period that was not over yet is never in it."""
    found = _weeks(store, scope, kpi) if period == WEEK else _months(store, scope, kpi)
    return found.select("period", "unit", *PARTS.names(), *WAITS.names()).sort("period", "unit")


def _months(store: Store, scope: Scope, kpi: Kpi) -> pl.DataFrame:
    held = scope.restrict(store.warehouse(scope).scan("parts", [kpi.key]))
    found = add_up(held.rename({"month": "period"}), ["period", "unit"])
    named = sorted(month for month in found["period"].unique() if month[0].isdigit())
    finished = [*dropwhile(lambda month: store.is_partial(scope, month), reversed(named))]
    return found.filter(pl.col("period").is_in(finished))


def _weeks(store: Store, scope: Scope, kpi: Kpi) -> pl.DataFrame:
    load = store.published(scope)
    days = scope.restrict(store.warehouse(scope).scan("daily_parts", [kpi.key]))
    monday = pl.col("day").dt.truncate("1w")
    today = store.settings.calendar.day(pl.lit(load.as_of))
    over = days.filter(monday.dt.offset_by(f"{_DAYS_TO_SUNDAY}d") <= today)
    return add_up(over.with_columns(period=pl.col("day").dt.strftime("%G-W%V")), ["unit", "period"])
