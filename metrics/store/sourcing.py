"""How the sources of a KPI's data stand: too old, refused, or with many rows set aside."""

from datetime import date, timedelta

import polars as pl

from metrics.calendar import BusinessCalendar, shift_month
from metrics.model import Kpi
from metrics.populations import POPULATIONS
from metrics.signals import Sourcing
from metrics.store.series import WEEK
from metrics.store.store import Store

# By so many days the newest row may lie before the end of a period; seldom things do not happen every day.
_SLACK = {"month": timedelta(days=7), "week": timedelta(days=2)}
# From this share on, what broke rules may have moved a figure.
_MUCH = 0.05


def sourcing(store: Store, sources: pl.DataFrame, kpi: Kpi, periods: pl.Series, period: str) -> Sourcing:
    """Return what is known against the data of a KPI's periods; `sources` is what the store says of all of them."""
    population = POPULATIONS[kpi.population]
    mine = sources.filter(pl.col("table").is_in([population.table, *population.follows]))
    share = pl.col("rows_quarantined") / pl.col("rows_read")
    broken = mine.filter(pl.col("rows_read") > 0, share > _MUCH).select("source", share)
    until = _reached(mine.filter(table=population.table), store.settings.calendar)
    return Sourcing(
        until=until,
        stale=frozenset() if until is None else _not_covered(store, periods, until, period),
        refused=tuple(mine.filter(outcome="refused")["source"].sort()),
        set_aside=dict(broken.sort("source").iter_rows()),
    )


def _reached(sources: pl.DataFrame, calendar: BusinessCalendar) -> date | None:
    """Return the business day of the newest row that any source of a table has brought."""
    newest = sources["data_as_of"].max()
    day: date | None = None if newest is None else pl.select(calendar.day(pl.lit(newest))).item()
    return day


def _not_covered(store: Store, periods: pl.Series, until: date, period: str) -> frozenset[str]:
    slack = _SLACK[period]
    return frozenset(each for each in periods.unique() if _last_day(store, each, period) - slack > until)


def _last_day(store: Store, name: str, period: str) -> date:
    if period == WEEK:
        year, number = name.split("-W")
        return date.fromisocalendar(int(year), int(number), 7)
    return store.settings.calendar.first_day(shift_month(name, 1)) - timedelta(days=1)
