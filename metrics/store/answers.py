"""Answers about KPIs from one published load: they agree with each other, whatever is published meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime

import polars as pl

from metrics.engine import PARTS, add_up, flag, parts, readings
from metrics.episodes import windows_of
from metrics.model import Kpi, Moment
from metrics.populations import POPULATIONS
from metrics.registry import kpi as kpi_called
from metrics.store import evidence as rows_behind
from metrics.store import slices
from metrics.store.compute import rows_of
from metrics.store.evidence import Evidence
from metrics.store.loads import Load
from metrics.store.monthly import stored_readings
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.settings import Settings
from metrics.store.stored_rows import are_stored, stored_rows
from metrics.store.warehouse import Warehouse

# A month that holds nothing: where no row is asked for, an empty frame still has its columns.
_NO_MONTH = "none"
# What customers themselves say of it.
_CONFIRMED = "customer_confirmed_resolution"


class Answers:
    """What one load says to a viewer."""

    def __init__(self, settings: Settings, load: Load, scope: Scope) -> None:
        """Take the load and what the viewer may see."""
        self.calendar, self.load, self.scope = settings.calendar, load, scope
        self.warehouse = Warehouse(settings.warehouse, load.versions)

    def readings(self, query: Query) -> pl.DataFrame:
        """Return one reading per group of `query.by`; without `by`, exactly one."""
        kpi = kpi_called(query.kpi)
        read = stored_readings(self.warehouse, kpi, query, self.scope)
        if read is None:
            read = readings(kpi, self._summed(kpi, query))
        as_of = pl.lit(self._moment(query).as_of)
        return read.with_columns(as_of=as_of, load=pl.lit(self.load.id, dtype=pl.Int64))

    def _summed(self, kpi: Kpi, query: Query) -> pl.DataFrame:
        """Return the parts of a question per group: from the stored ones or, where they cannot say, from the rows."""
        if query.is_stored:
            stored = self._with_region(self._stored_parts(kpi))
            return add_up(slices.cut(stored, query, self.scope), query.by)
        computed = [parts(rows, query.by).collect() for rows in self._flagged(query)]
        return add_up(pl.concat(computed).lazy(), query.by)

    def evidence(self, query: Query, status: str | None, offset: int, limit: int | None) -> Evidence:
        """Return a page of the rows behind a reading, and how many rows there are of each status."""
        kpi = kpi_called(query.kpi)
        return rows_behind.page(kpi, self._flagged(query), status, offset, limit)

    def contributions(self, query: Query) -> pl.DataFrame:
        """Return every row behind a reading with what it contributes, by month and key."""
        kpi = kpi_called(query.kpi)
        rows = (rows_behind.contributed(kpi, flagged) for flagged in self._flagged(query))
        return pl.concat(pl.collect_all(rows)).sort("month", "key")

    def by_window(self, query: Query) -> pl.DataFrame:
        """Return the readings of a KPI about issue episodes for every window from 1 to 30 `days`."""
        kpi = kpi_called(query.kpi)
        found: list[pl.DataFrame] = []
        for lazy in self._rows(query):
            rows = lazy.collect().lazy()
            judged = {days: self._judged(query, so, rows) for days, so in windows_of(kpi).items()}
            summed = [parts(each, []).select(pl.lit(days).alias("days"), *PARTS) for days, each in judged.items()]
            found += pl.collect_all(summed)
        return readings(kpi, add_up(pl.concat(found).lazy(), ["days"]))

    def overlap(self, query: Query) -> dict[str, dict[str, int]]:
        """Return how judged episodes agree: settled at once or not, and what the agent and what the customer says.

        "agent" and "customer" each give `episodes`, `both`, `settled_only`, `said_only` and `neither`; a customer is
        heard where a form about the episode's case answers the question.
        """
        counted = pl.concat(rows.filter("_counted") for rows in self._flagged(query))
        episodes = counted.select(
            "linked_case", settled=pl.col("_value") == 1, said=pl.col("disposition") == "resolved"
        )
        told = episodes.collect()
        heard = Query(_CONFIRMED, as_of=query.as_of)
        forms = pl.concat(rows.filter("_counted") for rows in self._flagged(heard))
        confirmed = forms.group_by("linked_case").agg(said=pl.col("settled_at_once").all()).collect()
        asked = told.drop("said").join(confirmed.drop_nulls("linked_case"), on="linked_case", how="inner")
        return {"agent": _agreement(told), "customer": _agreement(asked)}

    def _flagged(self, query: Query) -> Iterator[pl.LazyFrame]:
        """Yield the flagged rows of a question, one month of the population's table at a time."""
        for rows in self._rows(query):
            yield self._judged(query, kpi_called(query.kpi), rows)

    def _rows(self, query: Query) -> Iterator[pl.LazyFrame]:
        """Yield the rows that may answer a question: as the load stored them or, as of another moment, built anew."""
        population = POPULATIONS[kpi_called(query.kpi).population]
        are_there = query.as_of is None and are_stored(self.warehouse, population.name)
        for origin in self._origins(query):
            if are_there:
                yield stored_rows(self.warehouse, population, [origin])
            else:
                yield rows_of(self.warehouse, population, [origin], self._moment(query)).collect().lazy()

    def _judged(self, query: Query, kpi: Kpi, rows: pl.LazyFrame) -> pl.LazyFrame:
        flagged = flag(kpi, rows, self._moment(query), self.calendar)
        # Each of many rows would be looked up, where only a question about regions needs that.
        placed = self._with_region(flagged) if "region" in query.dimensions else flagged
        return slices.cut(placed, query, self.scope)

    def _origins(self, query: Query) -> list[str]:
        """Return the months of the population's table that hold rows which may answer the question."""
        kpi = kpi_called(query.kpi)
        if query.as_of is None:
            period = Query(kpi.key, query.first, query.last)
            origins = slices.cut(self._stored_parts(kpi), period, self.scope).select(pl.col("origin").unique())
        else:
            # At another moment, rows may be known in months that have no parts.
            origins = self.warehouse.scan(POPULATIONS[kpi.population].table).select(pl.col("month").unique())
        return sorted(origins.collect().to_series()) or [_NO_MONTH]

    def _stored_parts(self, kpi: Kpi) -> pl.LazyFrame:
        return self.warehouse.scan("parts", [kpi.key])

    def _with_region(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        return slices.with_region(rows, slices.unit_names(self.warehouse.scan("org_units")))

    def _moment(self, query: Query) -> Moment:
        return Moment(query.as_of or self.load.as_of or datetime.now(UTC), self.load.data_from)


def _agreement(rows: pl.DataFrame) -> dict[str, int]:
    settled, said = pl.col("settled"), pl.col("said")
    table = {
        "both": settled & said,
        "settled_only": settled & ~said,
        "said_only": said & ~settled,
        "neither": ~settled & ~said,
    }
    sums = rows.select(pl.len().alias("episodes"), **{name: one.sum() for name, one in table.items()})
    return sums.row(0, named=True)
