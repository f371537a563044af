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
from metrics.store.warehouse import CUBE_PARTS, DAILY_PARTS, Warehouse


@dataclass(frozen=True)
class Work:
    """Months of a population's table, to be turned into the parts of every KPI about that population."""

    population: str
    origins: tuple[str, ...]


def kpis_of(population: str) -> list[Kpi]:
    """Return the KPIs that are about a population."""
    return [kpi for kpi in all_kpis().values() if kpi.population == population]


def rows_of(warehouse: Warehouse, population: Population, origins: Collection[str], moment: Moment) -> pl.LazyFrame:
    """Return a population's rows that the months `origins` of its table hold."""
    rows = population.build(facts(warehouse, population, origins, moment))
    return rows.filter(pl.col("origin").is_in(sorted(origins))).drop("month")


def parts_of(
    warehouse: Warehouse, work: Work, moment: Moment, calendar: BusinessCalendar
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the cube's parts and the daily parts that some months of rows yield, for every KPI about them.

    The parts of a month are the same whether it is computed alone or with others.
    """
    rows = rows_of(warehouse, POPULATIONS[work.population], work.origins, moment).collect().lazy()
    flagged = {kpi.key: flag(kpi, rows, moment, calendar) for kpi in kpis_of(work.population)}
    # All at once, so that they share the machine's cores.
    cube = pl.collect_all([_parts(key, rows, ["month", *CUBE], CUBE_PARTS) for key, rows in flagged.items()])
    daily = pl.collect_all([_parts(key, rows, ["day", "unit"], DAILY_PARTS) for key, rows in flagged.items()])
    return pl.concat([CUBE_PARTS.to_frame(), *cube]), pl.concat([DAILY_PARTS.to_frame(), *daily])


def _parts(kpi: str, flagged: pl.LazyFrame, by: Sequence[str], schema: pl.Schema) -> pl.LazyFrame:
    contributing = flagged.select("origin", *by, "status", CONTRIBUTION)
    return parts(contributing, ["origin", *by]).with_columns(kpi=pl.lit(kpi)).select(schema.names())
