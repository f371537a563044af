"""What the SERVQUAL page asks: a wave of a survey at a place, the waves beside it, and the answers behind it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.data import PAGE, Published
from dashboard.filters import Filters, Problem
from dashboard.places import Place
from metrics.store import Scope
from metrics.store.instruments import read_instruments
from metrics.store.survey_rows import Answers, answers_of, change_between, gaps_by_wave
from metrics.store.surveys import Survey, survey, waves

if TYPE_CHECKING:
    import polars as pl

    from metrics.servqual.instrument import Instrument


@dataclass(frozen=True)
class Surveyed:
    """The surveys at one place, as one viewer may see them; a region is the units in it."""

    source: Published
    filters: Filters

    @property
    def place(self) -> Place:
        """Return where answers are about."""
        return self.filters.place

    @cached_property
    def scope(self) -> Scope:
        """Return the viewer's scope, narrowed to the place."""
        seen = self.source.scope
        if self.place.kind == "all":
            return seen
        places = self.source.places.within(self.place) if self.place.kind == "region" else (self.place,)
        units = frozenset(place.code for place in places)
        return Scope(units if seen.units is None else units & seen.units, seen.personal)

    @cached_property
    def instruments(self) -> "dict[str, Instrument]":
        """Return the instruments that the workspace declares."""
        return read_instruments(self.source.store.settings.folder)

    @property
    def instrument(self) -> "Instrument":
        """Return the instrument that was chosen, or the first."""
        known = self.instruments
        return known.get(self.filters.instrument or "", next(iter(known.values())))

    @cached_property
    def waves(self) -> list[str]:
        """Return the waves that were surveyed anywhere the viewer sees, the oldest first."""
        store, scope = self.source.store, self.source.scope
        return self.source.asked("waves", lambda: waves(store.warehouse(scope), scope))

    @property
    def problems(self) -> list[Problem]:
        """Return what of the address this workspace's surveys do not know."""
        known = {"wave": self.waves, "instrument": self.instruments, "dimension": self.instrument.dimensions}
        asked = {name: getattr(self.filters, name) for name in known}
        return [Problem(name, value) for name, value in asked.items() if value and value not in known[name]]

    @property
    def wave(self) -> str:
        """Return the wave that was chosen, or the newest."""
        return self.filters.wave if self.filters.wave in self.waves else self.waves[-1]

    @property
    def before(self) -> str | None:
        """Return the wave before the chosen one; None where there is none."""
        earlier = [wave for wave in self.waves if wave < self.wave]
        return earlier[-1] if earlier else None

    @cached_property
    def survey(self) -> Survey | None:
        """Return what the wave says here; None where nobody was asked here in any wave."""
        store, scope, instrument, wave = self.source.store, self.scope, self.instrument, self.wave

        def ask() -> Survey | None:
            warehouse = store.warehouse(scope)
            return survey(warehouse, scope, instrument, wave) if wave in waves(warehouse, scope) else None

        return self.source.asked("survey", ask, *self._about, wave)

    @cached_property
    def by_wave(self) -> "pl.DataFrame":
        """Return every wave's gaps here."""
        store, scope, instrument = self.source.store, self.scope, self.instrument
        return self.source.asked("gaps by wave", lambda: gaps_by_wave(store, scope, instrument), *self._about)

    def change_since(self, before: str) -> "pl.DataFrame":
        """Return how the gaps moved from an earlier wave to this one."""
        store, scope, instrument, pair = self.source.store, self.scope, self.instrument, (before, self.wave)
        ask = lambda: change_between(store, scope, instrument, pair)  # noqa: E731 handed on at once
        return self.source.asked("gap change", ask, *self._about, *pair)

    def answers(self, dimension: str, page: int) -> Answers:
        """Return one page of the answers to a dimension's items; pages count from 1."""
        store, scope, instrument, about = self.source.store, self.scope, self.instrument, (self.wave, dimension)
        rows = ((page - 1) * PAGE, PAGE)
        ask = lambda: answers_of(store, scope, instrument, about, rows)  # noqa: E731 handed on at once
        return self.source.asked("answers", ask, *self._about, *about, page)

    def every_answer(self, dimension: str) -> Answers:
        """Return all answers to a dimension's items; they are not kept."""
        return answers_of(self.source.store, self.scope, self.instrument, (self.wave, dimension), (0, None))

    @property
    def _about(self) -> tuple[str, str, str]:
        return self.place.kind, self.place.code, self.instrument.name
