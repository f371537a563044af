"""How the sources of a KPI's data stand: too old, refused, or with many rows set aside."""

from datetime import date, timedelta

import polars as pl

from metrics.calendar import BusinessCalendar, shift_month
from metrics.model import Kpi
from metrics.signals import Sourcing
from metrics.store.series import WEEK
from metrics.store.store import Store
from metrics.store.tables_behind import tables_behind

# By so many days the newest row may lie before the end of a period; seldom things do not happen every day.
_SLACK = {"month": timedelta(days=7), "week": timedelta(days=2)}
# From this share on, what broke rules may have moved a figure.
_MUCH = 0.05


def sourcing(store: Store, sources: pl.DataFrame, kpi: Kpi, periods: pl.Series, period: str) -> Sourcing:
    """Return what is known against the data of a KPI's periods; `sources` is what the store says of all of them.

    Every table counts that the KPI is built from: without complaints, complaints per case would seem to fall.
    """
    mine = sources.filter(pl.col("table").is_in(tables_behind(kpi.population)))
    share = pl.col("rows_quarantined") / pl.col("rows_read")
    broken = mine.filter(pl.col("rows_read") > 0, share > _MUCH).select("source", share)
    until = _reached(mine, store.settings.calendar)
    return Sourcing(
        until=until,
        stale=frozenset() if until is None else _not_covered(store, periods, until, period),
        refused=tuple(mine.filter(outcome="refused")["source"].sort()),
        set_aside=dict(broken.sort("source").iter_rows()),
    )


def _reached(sources: pl.DataFrame, calendar: BusinessCalendar) -> date | None:
    """Return the business day that all tables reach, each as far as the newest row that any source of it has brought.

    A table without times, such as a list of codes, is never late.
    """
    newest = sources.group_by("table").agg(pl.col("data_as_of").max()).drop_nulls()["data_as_of"].min()
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
