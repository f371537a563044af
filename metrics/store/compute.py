"""The parts of KPIs for the rows that a month of a table holds: the unit of work of a load."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.engine import CONTRIBUTION, flag, parts
from metrics.model import Kpi, Moment
from metrics.populations import CUBE, POPULATIONS, Population
from metrics.registry import all_kpis
from metrics.store.facts import facts
from metrics.store.tables import CUBE_PARTS, DAILY_PARTS
from metrics.store.warehouse import Warehouse


@dataclass(frozen=True)
class Work:
    """Months of a population's table, to be turned into the parts of every KPI about that population."""

    population: str
    origins: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Computed:
    """What some months of a population's table yield: the rows, the cube's parts and the daily parts of every KPI."""

    work: Work
    rows: pl.DataFrame
    cube: pl.DataFrame
    daily: pl.DataFrame


def kpis_of(population: str) -> list[Kpi]:
    """Return the KPIs that are about a population."""
    return [kpi for kpi in all_kpis().values() if kpi.population == population]


def rows_of(warehouse: Warehouse, population: Population, origins: Collection[str], moment: Moment) -> pl.LazyFrame:
    """Return a population's rows that the months `origins` of its table hold."""
    rows = population.build(facts(warehouse, population, origins, moment))
    return rows.filter(pl.col("origin").is_in(sorted(origins))).drop("month")


def computed(warehouse: Warehouse, work: Work, moment: Moment, calendar: BusinessCalendar) -> Computed:
    """Return what some months of rows yield.

    The parts of a month are the same whether it is computed alone or with others.
    """
    rows = rows_of(warehouse, POPULATIONS[work.population], work.origins, moment).collect()
    flagged = {kpi.key: flag(kpi, rows.lazy(), moment, calendar) for kpi in kpis_of(work.population)}
    # All at once, so that they share the machine's cores.
    cube = pl.collect_all([_parts(key, each, ["month", *CUBE], CUBE_PARTS) for key, each in flagged.items()])
    daily = pl.collect_all([_parts(key, each, ["day", "unit"], DAILY_PARTS) for key, each in flagged.items()])
    return Computed(work, rows, pl.concat([CUBE_PARTS.to_frame(), *cube]), pl.concat([DAILY_PARTS.to_frame(), *daily]))


def _parts(kpi: str, flagged: pl.LazyFrame, by: Sequence[str], schema: pl.Schema) -> pl.LazyFrame:
    contributing = flagged.select("origin", *by, "status", CONTRIBUTION)
    return parts(contributing, ["origin", *by]).with_columns(kpi=pl.lit(kpi)).select(schema.names())
