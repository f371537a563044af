"""The parts of KPIs for the rows that a month of a table holds: the unit of work of a load."""

from collections.abc import Collection
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
    cube, daily = [pl.DataFrame(schema=CUBE_PARTS)], [pl.DataFrame(schema=DAILY_PARTS)]
    for kpi in kpis_of(work.population):
        flagged = flag(kpi, rows, moment, calendar).select("origin", "month", "day", *CUBE, "status", CONTRIBUTION)
        named = [pl.lit(kpi.key).alias("kpi")]
        by_cube = parts(flagged, ["origin", "month", *CUBE])
        by_day = parts(flagged, ["origin", "day", "unit"])
        cube.append(by_cube.with_columns(named).select(CUBE_PARTS.names()).collect())
        daily.append(by_day.with_columns(named).select(DAILY_PARTS.names()).collect())
    return pl.concat(cube), pl.concat(daily)
