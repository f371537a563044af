"""Which months must be linked and computed anew after a load, and doing just those."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

import polars as pl

from etl.engines import Engine
from etl.link.relink import months_to_relink, relinked
from etl.storing import Changes
from metrics.calendar import BusinessCalendar
from metrics.contract import TABLES
from metrics.model import Moment
from metrics.populations import POPULATIONS, Population
from metrics.store.compute import Work, kpis_of
from metrics.store.facts import around, dates_reopenings
from metrics.store.stored_rows import PARTITION, NoFacts, are_stored, stored_rows, table_of, to_store
from metrics.store.tables import LINKED
from metrics.store.warehouse import Warehouse

# Populations computed at once; more would hold more rows, and polars uses every core for each anyway.
_AT_ONCE = 2


@dataclass(frozen=True)
class Asked:
    """What is to be computed beside the months that changed: `everything` (a definition changed), and `later`.

    `later` are the first and the last month between which the moment moved on as of which rows are judged: what was
    too young to be judged may be ripe now, and what was planned may have come.
    """

    everything: bool = False
    later: tuple[str, str] | None = None


def link_anew(changes: Changes) -> None:
    """Link the calls and forms that the load may concern, and store the links."""
    months = {name: found for name, found in months_to_relink(changes.warehouse, changes.months).items() if found}
    if not months:
        return
    fresh = pl.concat([relinked(changes.warehouse, name, found) for name, found in months.items()])
    touched = frozenset().union(*months.values())
    again = [(pl.col("table") == name) & pl.col("month").is_in(sorted(found)) for name, found in months.items()]
    before = changes.warehouse.scan("links", touched).collect()
    stale = before.filter(pl.any_horizontal(again))
    different = pl.concat([stale, fresh]).unique(keep="none")
    if different.is_empty():
        return
    changes.write("links", pl.concat([before.filter(~pl.any_horizontal(again)), fresh]), touched)
    for name, found in different.group_by("table").agg(pl.col("month").unique()).iter_rows():
        changes.note(name, frozenset(found))


def months_of_work(changes: Changes, asked: Asked) -> list[Work]:
    """Return the months whose parts may differ now."""
    counted = [population for population in POPULATIONS.values() if kpis_of(population.name)]
    work = [Work(population.name, tuple(sorted(_origins(changes, population, asked)))) for population in counted]
    return [item for item in work if item.origins]


def _origins(changes: Changes, population: Population, asked: Asked) -> frozenset[str]:
    held = _months_held(changes.warehouse, population.table)
    # A month that changed may hold nothing any more: its parts have to go.
    own = changes.months.get(population.table, frozenset())
    beside = _read_beside(population)
    is_new = not are_stored(changes.warehouse, population.name)
    if asked.everything or is_new or _concerns_every_month(changes, beside):
        return own | held | _computed(changes.warehouse, population, pl.lit(value=True))
    touched = _touched(changes, population, beside)
    if asked.later:
        # Rows that were too young to be judged, and waits that go on.
        unsettled = (pl.col("immature") > 0) | (pl.col("going_on").list.len() > 0)
        touched |= _computed(changes.warehouse, population, unsettled)
        if population.moves is not None:
            touched |= _months(stored_rows(changes.warehouse, population).filter(population.moves), PARTITION)
        touched |= {month for month in held if asked.later[0] <= month <= asked.later[1]}
    return own | (touched & held)


def _touched(changes: Changes, population: Population, beside: frozenset[str]) -> frozenset[str]:
    """Return the months whose rows, neighbours or linked cases changed."""
    dated = {name for name in beside if name in TABLES and TABLES[name].at} - {"cases", *population.follows}
    near = (around(changes.months.get(name, ()), population.margin) for name in {population.table, *dated})
    followed = (_months_followed(changes, population, name) for name in population.follows)
    cases = _months_of_changed_cases(changes, population) if "cases" in beside else frozenset[str]()
    return frozenset().union(*near, *followed, cases)


def _months_followed(changes: Changes, population: Population, table: str) -> frozenset[str]:
    """Return the months of the rows whose cases something may have happened to in a table that they follow."""
    happened = changes.warehouse.scan(table, changes.months.get(table, ())).select("case_id")
    return _months(changes.warehouse.scan(population.table).join(happened, on="case_id", how="semi"), "month")


def _months_of_changed_cases(changes: Changes, population: Population) -> frozenset[str]:
    """Return the months of a population's rows that are linked to a case that may have changed, or name one."""
    months, warehouse, table = changes.months.get("cases", frozenset()), changes.warehouse, population.table
    if table in LINKED:
        into = (pl.col("table") == table) & pl.col("case_month").is_in(sorted(months))
        return _months(warehouse.scan("links").filter(into), "month")
    if "case_id" in TABLES[table].schema:
        cases = warehouse.scan("cases", months).select("case_id")
        return _months(warehouse.scan(table).join(cases, on="case_id", how="semi"), "month")
    return around(months, population.margin)


def _concerns_every_month(changes: Changes, beside: frozenset[str]) -> bool:
    """Return whether something changed that rows of any month draw on."""
    undated = {name for name in beside if name not in TABLES or not TABLES[name].at}
    if not undated.isdisjoint(changes.months):
        return True
    changed = "case_events" in beside & changes.months.keys()
    return changed and dates_reopenings(changes.start) != dates_reopenings(changes.warehouse)


def _months_held(warehouse: Warehouse, table: str) -> frozenset[str]:
    return _months(warehouse.scan(table), "month")


def _computed(warehouse: Warehouse, population: Population, condition: pl.Expr) -> frozenset[str]:
    keys = [kpi.key for kpi in kpis_of(population.name)]
    return _months(warehouse.scan("parts", keys).filter(condition), "origin")


def _months(rows: pl.LazyFrame, column: str) -> frozenset[str]:
    return frozenset(rows.select(pl.col(column).unique()).collect().to_series())


def _read_beside(population: Population) -> frozenset[str]:
    """Return the tables that a population reads beside its own, found by letting it build itself from nothing."""
    nothing = NoFacts(population.table)
    population.build(nothing)
    return frozenset(nothing.asked & {*TABLES, "settings"} - {population.table})


def compute_anew(
    changes: Changes, work: list[Work], engine: Engine, moment: Moment, calendar: BusinessCalendar
) -> None:
    """Replace the stored rows and parts of the given months by what they yield now."""
    facts, writing = changes.warehouse, Lock()

    def parts_of(item: Work) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Store the rows of a population batch by batch, so that not all are held at once, and return its parts."""
        cubes, days = [], []
        for found in engine(item, facts, moment, calendar):
            rows = to_store(POPULATIONS[item.population], found.rows)
            with writing:
                changes.put(table_of(item.population), rows, PARTITION, {PARTITION: found.work.origins})
            cubes.append(found.cube)
            days.append(found.daily)
        return pl.concat(cubes), pl.concat(days)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for item, (cube, daily) in zip(work, pool.map(parts_of, work), strict=True):
            with writing:
                _replace_parts(changes, item, cube, daily)


def _replace_parts(changes: Changes, item: Work, cube: pl.DataFrame, daily: pl.DataFrame) -> None:
    keys = frozenset(kpi.key for kpi in kpis_of(item.population))
    changes.replace("parts", cube, {"kpi": keys, "origin": item.origins})
    changes.replace("daily_parts", daily, {"kpi": keys, "origin": item.origins})
