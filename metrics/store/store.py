"""The door to published data: every figure, list and table that is shown comes through here."""

from copy import copy
from functools import cached_property
from pathlib import Path

import polars as pl
from sqlalchemy import Connection, Engine

from metrics.calendar import shift_month
from metrics.model import Kpi, Moment, Target
from metrics.registry import kpi as kpi_called
from metrics.rewards.period import Asked
from metrics.rewards.statement import SATISFACTION, Statement
from metrics.store import records, slices
from metrics.store.answers import Answers
from metrics.store.database import connect, is_there
from metrics.store.errors import NoLoadError, QueryError
from metrics.store.evidence import Evidence
from metrics.store.form_counts import Source
from metrics.store.instruments import chosen, read_instruments
from metrics.store.loads import Load, last_attempt, last_published, published_load
from metrics.store.origin import Origin, origin_of
from metrics.store.policy import digest_of_policy
from metrics.store.query import Query
from metrics.store.reward_policies import RewardPolicies, read_reward_policies
from metrics.store.scope import Scope
from metrics.store.settings import Settings, read_settings
from metrics.store.statement_evidence import statement_evidence
from metrics.store.statements import statements
from metrics.store.surveys import Survey, survey
from metrics.store.targets import DatedTarget, read_targets, target_for
from metrics.store.warehouse import Warehouse


class Store:
    """What one workspace has published; every read takes the viewer's scope."""

    def __init__(self, settings: Settings) -> None:
        """Keep the settings; nothing is opened before it is asked for."""
        self.settings = settings
        self._load: Load | None = None

    def pinned(self, scope: Scope, load: Load | None = None) -> "Store":
        """Return this store held at a load, the newest unless told: its answers agree, whatever is published then."""
        held = copy(self)
        held._load = load or self.published(scope)  # noqa: SLF001 a store of its own
        return held

    @cached_property
    def _engine(self) -> Engine:
        return connect(self.settings.database)

    @cached_property
    def _targets(self) -> tuple[DatedTarget, ...]:
        return read_targets(self.settings.folder)

    def load(self, _scope: Scope) -> Load | None:
        """Return the newest published load, or that at which the store is held; None where none was ever published."""
        if self._load:
            return self._load
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
        """Return the last outcome of each source: rows read and what became of them, and how far its data reaches.

        A load that was refused and published nothing counts as well: its sources have not become newer.
        """
        newest = self._load or self.last_attempt(scope) or self.published(scope)
        with self._engine.connect() as connection:
            return records.sources(connection, newest.id)

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
        day = pl.select(self.settings.calendar.day(pl.lit(self.published(scope).as_of))).item()
        last_day_is_over = 1
        return bool((next_start - day).days > last_day_is_over)

    def target(self, kpi: Kpi, month: str, unit: str | None = None) -> Target | None:
        """Return the target in force in a month: the workspace's policy for the unit, for all units, or the KPI's."""
        return target_for(self._targets, kpi, month, unit)

    def readings(self, scope: Scope, query: Query) -> pl.DataFrame:
        """Return one reading per group of `query.by`; without `by`, exactly one."""
        return self._answers(scope).readings(query)

    def evidence(
        self, scope: Scope, query: Query, status: str | None = None, offset: int = 0, limit: int | None = 50
    ) -> Evidence:
        """Return a page of the rows behind a reading, and how many rows there are of each status."""
        return self._answers(scope).evidence(query, status, offset, limit)

    def contributions(self, scope: Scope, query: Query) -> pl.DataFrame:
        """Return every row behind a reading with all that it contributes: enough to compute the reading anew."""
        return self._answers(scope).contributions(query)

    def origin(self, scope: Scope, key: str) -> Origin:
        """Return by which rules and out of which files a KPI's figures came about."""
        policy, population = digest_of_policy(self.settings.folder), kpi_called(key).population
        with self._engine.connect() as connection:
            return origin_of(connection, self.published(scope), population, policy)

    def survey(
        self, scope: Scope, instrument: str | None = None, wave: str | None = None, unit: str | None = None
    ) -> Survey:
        """Return what a SERVQUAL wave says, by an instrument that the workspace declares."""
        asked = chosen(read_instruments(self.settings.folder), instrument)
        return survey(self.warehouse(scope), scope, asked, wave, unit)

    def by_window(self, scope: Scope, query: Query) -> pl.DataFrame:
        """Return the readings of a KPI about issue episodes for every window from 1 to 30 `days`."""
        return self._answers(scope).by_window(query)

    def overlap(self, scope: Scope, query: Query) -> dict[str, dict[str, int]]:
        """Return how far what the episodes show agrees with what the agent and the customer say."""
        return self._answers(scope).overlap(query)

    def warehouse(self, scope: Scope) -> Warehouse:
        """Return the facts as the newest load published them, for questions that are not about a KPI."""
        return Warehouse(self.settings.warehouse, self.published(scope).versions)

    def records(self, _scope: Scope) -> Connection:
        """Return a connection to the records, for questions about loads and signals; whoever asks it closes it."""
        return self._engine.connect()

    def statements(
        self,
        scope: Scope,
        first: str | None = None,
        last: str | None = None,
        unit: str | None = None,
        load: int | None = None,
    ) -> list[Statement]:
        """Return the statements of units and months, as the newest load says, or as one of an earlier number said."""
        return statements(self.reward_source(scope, load), self.reward_policies, Asked(first, last, unit))

    def statement_evidence(
        self, scope: Scope, unit: str, month: str, part: str = SATISFACTION, load: int | None = None
    ) -> Evidence:
        """Return every row behind a statement with its status, and how many there are of each status."""
        return statement_evidence(self.reward_source(scope, load), self.reward_policies, (unit, month), part)

    @cached_property
    def reward_policies(self) -> RewardPolicies:
        """Return the dated reward policies of the workspace; RewardPolicyError where one cannot hold."""
        return read_reward_policies(self.settings.folder)

    def reward_source(self, scope: Scope, load: int | None = None) -> Source:
        """Return where statements are computed from: the newest load, or that of a number."""
        at = self.published(scope) if load is None else self._load_of(load)
        moment = Moment(at.as_of or at.started_at, at.data_from)
        return Source(Warehouse(self.settings.warehouse, at.versions), self.settings.calendar, moment, scope, at.id)

    def _load_of(self, number: int) -> Load:
        with self._engine.connect() as connection:
            found = published_load(connection, number)
        if found is None:
            message = f"No load {number} was published here."
            raise QueryError(message)
        return found

    def _answers(self, scope: Scope) -> Answers:
        return Answers(self.settings, self.published(scope), scope)


def open_store(folder: Path) -> Store:
    """Return the store of the workspace in `folder`; NoWorkspaceError where there is none."""
    return Store(read_settings(folder))
