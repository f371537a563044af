"""What the signals page asks: the control charts of each KPI once per version of the data, the log of acts anew."""

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.data import Published
from metrics.model import Kpi
from metrics.store.early_warning import Warnings, kpis_with_data, unit_names, warnings, watch_kpi
from metrics.text import Text

Progress = Callable[[int, int, Text], None]


def read_warnings(source: Published, progress: Progress | None = None, of: Sequence[Kpi] | None = None) -> Warnings:
    """Return every signal of some KPIs (None: of all with data) with its handling.

    `progress` hears of each KPI: its number, of how many, and its name.
    """
    store, scope = source.store.pinned(source.scope, source.load), source.scope
    places = source.asked("unit names", lambda: unit_names(store, scope))
    kpis = source.asked("KPIs with data", lambda: kpis_with_data(store, scope)) if of is None else of
    found = []
    for number, kpi in enumerate(kpis, start=1):
        if progress:
            progress(number, len(kpis), kpi.name)
        watch = partial(watch_kpi, store, scope, kpi.key, places, source.sources)
        found.append(source.shared("watched", watch, kpi.key, source.attempt))
    return warnings(store, scope, found)
