"""The one door to published data: what the views ask, `metrics.store` answers, once per version of the data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard.cached import Answer, answer, built, digest, held, shared
from dashboard.places import EVERYWHERE, Place, Places
from metrics.store import Evidence, Load, Query, Scope, Store, open_store
from metrics.store.policy import digest_of_policy

if TYPE_CHECKING:
    import polars as pl

    from metrics.model import Kpi, Target

PAGE = 50
# A reading by the code of its place and its month.
Histories = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Published:
    """One published load, as one viewer may see it."""

    store: Store
    scope: Scope
    load: Load
    # What this one visit has looked up already, by KPI and kind of place.
    _histories: dict[tuple[str, str], Histories] = field(default_factory=dict)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Return the months that have begun and hold data, oldest first."""
        held = answer(self._key("months"), lambda: self.store.months(self.scope))
        return tuple(month for month in held if self.store.settings.calendar.first_day(month) <= self._today)

    @cached_property
    def finished(self) -> str:
        """Return the newest month that is over; the newest of all where none is."""
        return next((month for month in reversed(self.months) if not self.is_partial(month)), self.months[-1])

    @cached_property
    def places(self) -> Places:
        """Return the units, and the regions above them."""
        return Places(answer(self._key("units"), lambda: self.store.units(self.scope)).to_dicts())

    @cached_property
    def attempt(self) -> str:
        """Return the newest load with its state: one that publishes nothing changes the account all the same."""
        newest = self.store.last_attempt(self.scope) or self.load
        return f"{newest.id} {newest.state}"

    @cached_property
    def sources(self) -> "pl.DataFrame":
        """Return the newest outcome of each source."""
        return self.asked("sources", lambda: self.store.sources(self.scope), self.attempt)

    def readings(self, query: Query) -> "pl.DataFrame":
        """Return the readings that answer a question."""
        return answer(self._key("readings", query), lambda: self.store.readings(self.scope, query))

    def history(self, kpi: str, place: Place) -> Mapping[str, Mapping[str, Any]]:
        """Return a KPI's reading at a place for every month that has rows, by month."""
        if (kpi, place.kind) not in self._histories:
            key = self._key("histories", page=(kpi, place.kind))
            self._histories[kpi, place.kind] = shared(key, lambda: self._read_histories(kpi, place.kind))
        return self._histories[kpi, place.kind].get(place.code, {})

    def _read_histories(self, kpi: str, kind: str) -> Histories:
        """Return the histories of all places of a kind by code: choosing another one asks nothing new."""
        dimension = () if kind == EVERYWHERE.kind else (kind,)
        found: dict[str, dict[str, Mapping[str, Any]]] = {}
        for row in self.store.readings(self.scope, Query(kpi, by=("month", *dimension))).to_dicts():
            if row["month"] in self.months:
                found.setdefault(row.get(kind, EVERYWHERE.code), {})[row["month"]] = row
        return found

    def asked(self, what: str, ask: Callable[[], Answer], *about: object) -> Answer:
        """Return what `ask` answers of this load under the policy as it stands, once per `what` and `about`."""
        policy = digest_of_policy(self.store.settings.folder)
        return answer(self._key(what, page=(policy, *about)), ask)

    def held(self, what: str, read: Callable[[], Answer], *about: object) -> Answer:
        """Return what `read` reads, in the same way, but shared and not kept for long: see `cached.held`."""
        policy = digest_of_policy(self.store.settings.folder)
        return held(self._key(what, page=(policy, *about)), read)

    def shared(self, what: str, read: Callable[[], Answer], *about: object) -> Answer:
        """Return what `read` reads, in the same way, but the same object for all visits: see `cached.shared`."""
        policy = digest_of_policy(self.store.settings.folder)
        return shared(self._key(what, page=(policy, *about)), read)

    def built(self, what: str, build: Callable[[], Answer], *about: object) -> Answer:
        """Return what `build` builds for the screen, in the same way, for all visits: see `cached.built`."""
        policy = digest_of_policy(self.store.settings.folder)
        return built(self._key(what, page=(policy, *about)), build)

    def evidence(self, query: Query, status: str | None, page: int) -> Evidence:
        """Return one page of the rows behind a reading; pages count from 1."""
        key = self._key("evidence", query, (status, page))
        return answer(key, lambda: self.store.evidence(self.scope, query, status, offset=(page - 1) * PAGE, limit=PAGE))

    def is_partial(self, month: str) -> bool:
        """Return whether a month was not over at the load's own moment."""
        return month in self._partial

    @cached_property
    def _partial(self) -> frozenset[str]:
        return answer(
            self._key("partial"),
            lambda: frozenset(month for month in self.months if self.store.is_partial(self.scope, month)),
        )

    def target(self, kpi: "Kpi", month: str, unit: str | None) -> "Target | None":
        """Return the target in force; read from the policy as it stands now, so not cached."""
        return self.store.target(kpi, month, unit)

    @property
    def zone(self) -> str:
        """Return the business zone."""
        return self.store.settings.calendar.zone

    @property
    def _today(self) -> date:
        known = self.load.as_of
        return known.astimezone(ZoneInfo(self.zone)).date() if known else date.max

    @cached_property
    def _version(self) -> str:
        return f"{self.store.settings.folder}\n{self.load.digest}"

    def _key(self, what: str, query: Query | None = None, page: tuple[Any, ...] = ()) -> str:
        return digest(self._version, self.scope, what, query, page)


def store_of(folder: Path) -> Store:
    """Return the store of a workspace, opened anew when one of its settings files has changed."""
    files = [folder / name for name in ("workspace.toml", "policy.toml")]
    stamps = [file.stat().st_mtime_ns if file.exists() else 0 for file in files]
    return _store(f"{folder.resolve()}\n{stamps}", folder)


@st.cache_resource(max_entries=8, show_spinner=False)
def _store(stamped: str, _folder: Path) -> Store:  # noqa: ARG001 streamlit hashes it
    return open_store(_folder)
