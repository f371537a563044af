"""Which months must be linked and computed anew after a load, and doing just those."""

import polars as pl

from etl.engines import Engine
from etl.link.relink import months_to_relink, relinked
from etl.storing import Changes
from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.populations import POPULATIONS, Population
from metrics.store.compute import Work, kpis_of
from metrics.store.facts import around
from metrics.store.warehouse import Warehouse

# Rows of any month take their category from here.
_SHAPING_EVERY_MONTH = "reason_codes"


def link_anew(changes: Changes) -> pl.DataFrame:
    """Link the calls and forms that the load may concern, store the links, and return the new ones."""
    months = {name: found for name, found in months_to_relink(changes.warehouse, changes.months).items() if found}
    if not months:
        return changes.warehouse.scan("links").clear().collect()
    fresh = pl.concat([relinked(changes.warehouse, name, found) for name, found in months.items()])
    touched = frozenset().union(*months.values())
    again = [(pl.col("table") == name) & pl.col("month").is_in(sorted(found)) for name, found in months.items()]
    before = changes.warehouse.scan("links", touched).collect()
    kept, stale = before.filter(~pl.any_horizontal(again)), before.filter(pl.any_horizontal(again))
    changes.write("links", pl.concat([kept, fresh]), touched)
    different = pl.concat([stale, fresh]).unique(keep="none")
    for name, found in different.group_by("table").agg(pl.col("month").unique()).iter_rows():
        changes.note(name, frozenset(found))
    return fresh


def months_of_work(changes: Changes, *, everything: bool, later: bool) -> list[Work]:
    """Return the months whose parts may differ now.

    `everything` asks for all of them (a definition changed); `later` adds those with rows that were too young to be
    judged, since the moment as of which rows are judged has moved on.
    """
    everything = everything or _SHAPING_EVERY_MONTH in changes.months
    work = []
    for population in POPULATIONS.values():
        if not kpis_of(population.name):
            continue
        held = _months_held(changes.warehouse, population.table)
        wanted = held if everything else _touched(changes, population)
        if later:
            wanted = wanted | _with_immature_rows(changes.warehouse, population)
        work.append(Work(population.name, tuple(sorted(wanted & held))))
    return [item for item in work if item.origins]


def _touched(changes: Changes, population: Population) -> frozenset[str]:
    own = around(changes.months.get(population.table, ()), population.margin)
    events = around(changes.months.get("case_events", ()), population.margin)
    if population.table == "cases":
        return own
    return own | events | _linked_into(changes.warehouse, population.table, changes.months.get("cases", frozenset()))


def _months_held(warehouse: Warehouse, table: str) -> frozenset[str]:
    return frozenset(warehouse.scan(table).select(pl.col("month").unique()).collect().to_series())


def _linked_into(warehouse: Warehouse, table: str, case_months: frozenset[str]) -> frozenset[str]:
    links = warehouse.scan("links").filter((pl.col("table") == table) & pl.col("case_month").is_in(sorted(case_months)))
    return frozenset(links.select(pl.col("month").unique()).collect().to_series())


def _with_immature_rows(warehouse: Warehouse, population: Population) -> frozenset[str]:
    keys = [kpi.key for kpi in kpis_of(population.name)]
    parts = warehouse.scan("parts", keys).filter(pl.col("immature") > 0)
    return frozenset(parts.select(pl.col("origin").unique()).collect().to_series())


def compute_anew(
    changes: Changes, work: list[Work], engine: Engine, moment: Moment, calendar: BusinessCalendar
) -> None:
    """Replace the stored parts of the given months by what their rows yield now."""
    for item in work:
        cube, daily = engine(item, changes.warehouse, moment, calendar)
        keys = frozenset(kpi.key for kpi in kpis_of(item.population))
        changes.replace("parts", cube, {"kpi": keys, "origin": item.origins})
        changes.replace("daily_parts", daily, {"kpi": keys, "origin": item.origins})
