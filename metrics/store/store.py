"""The door to published data: every figure, list and table that is shown comes through here."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import polars as pl
from sqlalchemy import Engine

from metrics.calendar import shift_month
from metrics.engine import PARTS, add_up, flag, parts, readings
from metrics.episodes import windows_of
from metrics.model import Kpi, Moment, Target
from metrics.populations import POPULATIONS
from metrics.registry import kpi as kpi_called
from metrics.store import evidence as rows_behind
from metrics.store import records, slices
from metrics.store.compute import rows_of
from metrics.store.database import connect, is_there
from metrics.store.errors import NoLoadError
from metrics.store.evidence import Evidence
from metrics.store.instruments import chosen, read_instruments
from metrics.store.loads import Load, last_attempt, last_published
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.settings import Settings, read_settings
from metrics.store.surveys import Survey, survey
from metrics.store.targets import DatedTarget, read_targets, target_for
from metrics.store.warehouse import CUBE_PARTS, Warehouse


class Store:
    """What one workspace has published; every read takes the viewer's scope."""

    def __init__(self, settings: Settings) -> None:
        """Keep the settings; nothing is opened before it is asked for."""
        self.settings = settings

    @cached_property
    def _engine(self) -> Engine:
        return connect(self.settings.database)

    @cached_property
    def _targets(self) -> tuple[DatedTarget, ...]:
        return read_targets(self.settings.folder)

    def load(self, _scope: Scope) -> Load | None:
        """Return the newest published load; None where the workspace was never loaded."""
        if not is_there(self.settings.database):
            return None
        with self._engine.connect() as connection:
            return last_published(connection)

    def last_attempt(self, _scope: Scope) -> Load | None:
        """Return the newest load in whatever state; None where none was ever begun."""
        if not is_there(self.settings.database):
            return None
        with self._engine.connect() as connection:
            return last_attempt(connection)

    def published(self, scope: Scope) -> Load:
        """Return the newest published load; NoLoadError where there is none."""
        load = self.load(scope)
        if load is None:
            raise NoLoadError(self.settings.folder)
        return load

    def sources(self, scope: Scope) -> pl.DataFrame:
        """Return the last outcome of each source: rows read and what became of them, and how far its data reaches."""
        with self._engine.connect() as connection:
            return records.sources(connection, self.published(scope).id)

    def months(self, scope: Scope) -> tuple[str, ...]:
        """Return the business months that hold data, oldest first."""
        months = scope.restrict(self.warehouse(scope).scan("parts")).select(pl.col("month").unique().sort())
        return tuple(month for month in months.collect().to_series() if month[0].isdigit())

    def units(self, scope: Scope) -> pl.DataFrame:
        """Return the units with data or a name, and the region above each."""
        warehouse = self.warehouse(scope)
        named = slices.unit_names(warehouse.scan("org_units"))
        used = warehouse.scan("parts").select(pl.col("unit").unique())
        return scope.restrict(used.join(named, on="unit", how="left")).sort("region", "unit").collect()

    def is_partial(self, scope: Scope, month: str) -> bool:
        """Return whether the month was not over yet at the load's own moment."""
        next_start = self.settings.calendar.first_day(shift_month(month, 1))
        day = pl.select(self.settings.calendar.day(pl.lit(self._moment(scope, None).as_of))).item()
        last_day_is_over = 1
        return bool((next_start - day).days > last_day_is_over)

    def target(self, kpi: Kpi, month: str, unit: str | None = None) -> Target | None:
        """Return the target in force in a month: the workspace's policy for the unit, for all units, or the KPI's."""
        return target_for(self._targets, kpi, month, unit)

    def readings(self, scope: Scope, query: Query) -> pl.DataFrame:
        """Return one reading per group of `query.by`; without `by`, exactly one."""
        kpi = kpi_called(query.kpi)
        if query.is_stored:
            stored = self._with_region(scope, self._stored_parts(scope, kpi))
            added = add_up(slices.cut(stored, query, scope), query.by)
        else:
            computed = [parts(rows.lazy(), query.by).collect() for rows in self._flagged(scope, query)]
            added = add_up(pl.concat(computed).lazy(), query.by)
        moment = self._moment(scope, query.as_of)
        return readings(kpi, added).with_columns(
            as_of=pl.lit(moment.as_of), load=pl.lit(self.published(scope).id, dtype=pl.Int64)
        )

    def evidence(
        self, scope: Scope, query: Query, status: str | None = None, offset: int = 0, limit: int | None = 50
    ) -> Evidence:
        """Return a page of the rows behind a reading, and how many rows there are of each status."""
        kpi = kpi_called(query.kpi)
        shown = (rows_behind.shown(kpi, rows.lazy()).collect() for rows in self._flagged(scope, query))
        return rows_behind.page(kpi, shown, status, offset, limit)

    def survey(
        self, scope: Scope, instrument: str | None = None, wave: str | None = None, unit: str | None = None
    ) -> Survey:
        """Return what a SERVQUAL wave says, by an instrument that the workspace declares."""
        asked = chosen(read_instruments(self.settings.folder), instrument)
        return survey(self.warehouse(scope), scope, asked, wave, unit)

    def by_window(self, scope: Scope, query: Query) -> pl.DataFrame:
        """Return the readings of a KPI about issue episodes for every window from 1 to 30 `days`."""
        kpi = kpi_called(query.kpi)
        found: list[pl.DataFrame] = []
        for rows in self._rows(scope, query):
            judged = {days: self._judged(scope, query, so, rows) for days, so in windows_of(kpi).items()}
            summed = [parts(each, []).select(pl.lit(days).alias("days"), *PARTS) for days, each in judged.items()]
            found += pl.collect_all(summed)
        return readings(kpi, add_up(pl.concat(found).lazy(), ["days"]))

    def overlap(self, scope: Scope, query: Query) -> dict[str, int]:
        """Return how many judged episodes were settled at once, called resolved by the agent, both, or neither."""
        counted = [rows.filter("_counted") for rows in self._flagged(scope, query)]
        settled, stated = pl.col("_value") == 1, pl.col("disposition") == "resolved"
        table = {"both": settled & stated, "agent_only": stated & ~settled, "neither": ~settled & ~stated}
        sums = pl.concat(counted).select(pl.len().alias("episodes"), **{name: one.sum() for name, one in table.items()})
        return sums.row(0, named=True)

    def _flagged(self, scope: Scope, query: Query) -> Iterator[pl.DataFrame]:
        """Yield the flagged rows of a question, one month of the population's table at a time."""
        for rows in self._rows(scope, query):
            yield self._judged(scope, query, kpi_called(query.kpi), rows).collect()

    def _rows(self, scope: Scope, query: Query) -> Iterator[pl.DataFrame]:
        kpi, warehouse, moment = kpi_called(query.kpi), self.warehouse(scope), self._moment(scope, query.as_of)
        for origin in self._origins(scope, kpi, query):
            yield rows_of(warehouse, POPULATIONS[kpi.population], [origin], moment).collect()

    def _judged(self, scope: Scope, query: Query, kpi: Kpi, rows: pl.DataFrame) -> pl.LazyFrame:
        flagged = flag(kpi, rows.lazy(), self._moment(scope, query.as_of), self.settings.calendar)
        return slices.cut(self._with_region(scope, flagged), query, scope)

    def _origins(self, scope: Scope, kpi: Kpi, query: Query) -> list[str]:
        held = self._stored_parts(scope, kpi)
        if query.as_of is None:
            held = slices.cut(held, Query(kpi.key, query.first, query.last), scope)
        return held.select(pl.col("origin").unique().sort()).collect().to_series().to_list() or ["none"]

    def _stored_parts(self, scope: Scope, kpi: Kpi) -> pl.LazyFrame:
        return self.warehouse(scope).scan("parts", [kpi.key]).select(CUBE_PARTS.names())

    def _with_region(self, scope: Scope, rows: pl.LazyFrame) -> pl.LazyFrame:
        return slices.with_region(rows, slices.unit_names(self.warehouse(scope).scan("org_units")))

    def warehouse(self, scope: Scope) -> Warehouse:
        """Return the facts as the newest load published them, for questions that are not about a KPI."""
        return Warehouse(self.settings.warehouse, self.published(scope).versions)

    def _moment(self, scope: Scope, as_of: datetime | None) -> Moment:
        load = self.published(scope)
        return Moment(as_of or load.as_of or datetime.now(UTC), load.data_from)


def open_store(folder: Path) -> Store:
    """Return the store of the workspace in `folder`; NoWorkspaceError where there is none."""
    return Store(read_settings(folder))
