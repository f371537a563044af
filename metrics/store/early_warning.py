"""The signals of a workspace as work: raised by the control charts, held back where their data is weak, handled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from metrics.model import Kpi
from metrics.registry import all_kpis
from metrics.signals.holding import held_back
from metrics.signals.inbox import Entry, inbox
from metrics.signals.raised import Watched, watched
from metrics.store.comparing import names
from metrics.store.scope import Scope
from metrics.store.signal_log import acts
from metrics.store.store import Store
from metrics.store.watching import Watch, control_charts
from metrics.text import Text

_UNIT = "unit"


@dataclass(frozen=True)
class Warnings:
    """Every signal with its handling; `charts` were looked at, and chance alone would raise about `expected`."""

    entries: tuple[Entry, ...]
    charts: int
    expected: float | None


def unit_names(store: Store, scope: Scope) -> dict[str, Text]:
    """Return the names of the units, as sentences about their signals tell them."""
    return {code: text for (kind, code), text in names(store, scope).items() if kind == _UNIT}


def kpis_with_data(store: Store, scope: Scope) -> list[Kpi]:
    """Return the KPIs that hold any row of a viewer's units, the most important first."""
    held = scope.restrict(store.warehouse(scope).scan("parts")).select(pl.col("kpi").unique()).collect()
    keys = frozenset(held.to_series())
    return [kpi for key, kpi in all_kpis().items() if key in keys]


def watch_kpi(
    store: Store, scope: Scope, key: str, places: Mapping[str, Text], sources: pl.DataFrame | None = None
) -> Watched:
    """Return the signals of one KPI by month; all units together only for who may see all of them.

    `sources` is how the sources stand now, where the store is held at an earlier load.
    """
    charts = control_charts(store, scope, Watch(key), sources)
    # The total of some units is another figure than that of all, and its signals are other signals.
    seen = [chart for chart in charts if chart.unit is not None or scope.units is None]
    return watched(key, seen, places)


def warnings(store: Store, scope: Scope, found: Iterable[Watched]) -> Warnings:
    """Return the signals found, each with why it is held back and what people did about it."""
    told = tuple(found)
    signals = [signal for each in told for signal in each.signals]
    held = {signal.key: held_back(signal.doubts) for signal in signals}
    expected = [each.expected for each in told]
    by_chance = sum(number for number in expected if number is not None)
    return Warnings(
        entries=tuple(inbox(signals, acts(store, scope), held, [*all_kpis()])),
        charts=sum(each.charts for each in told),
        expected=None if None in expected else by_chance,
    )
