"""Control charts of one place, by month from readings that a page has already asked for, or by week."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi
from metrics.signals import ChartError, Meaning, Plan, control_chart
from metrics.signals.record import ChartRecord, SignalRecord, chart_record
from metrics.store.charting import plan_for, read_charts
from metrics.store.scope import Scope
from metrics.store.series import MONTH, WEEK, series
from metrics.store.store import Store
from metrics.text import Text

_POINT = ("n", "total", "exposure", "immature", "value")


@dataclass(frozen=True, eq=False)
class Track:
    """What is followed: a KPI at one unit (None: a region, or all units) and how that place is called in sentences."""

    kpi: Kpi
    unit: str | None = None
    where: Text | None = None


Months = Iterable[Mapping[str, Any]]


def monthly_chart(store: Store, scope: Scope, track: Track, months: Months) -> ChartRecord | None:
    """Return the chart of readings by month; None where fewer than two finished months hold data."""
    plan = plan_for(read_charts(store.settings.folder), track.kpi.key, track.unit, MONTH)
    return _chart(track, _finished(store.pinned(scope), scope, months), plan)


def open_signals(store: Store, scope: Scope, tracked: Iterable[tuple[Track, Months]]) -> tuple[SignalRecord, ...]:
    """Return the signals that still hold in the newest finished month, the newest first.

    Of equally new ones, those that nothing speaks against come first, then the bad ones.
    """
    held, entries = store.pinned(scope), read_charts(store.settings.folder)
    charts = [
        _chart(track, _finished(held, scope, months), plan_for(entries, track.kpi.key, track.unit, MONTH))
        for track, months in tracked
    ]
    drawn = [chart for chart in charts if chart]
    newest = max((chart.points["period"][-1] for chart in drawn), default="")
    found = [signal for chart in drawn for signal in chart.signals if signal.last == newest]
    ranked = sorted(found, key=lambda signal: (not signal.is_firm, signal.meaning is not Meaning.BAD))
    return tuple(sorted(ranked, key=lambda signal: signal.flagged, reverse=True))


def weekly_chart(store: Store, scope: Scope, track: Track, units: Collection[str] | None = None) -> ChartRecord | None:
    """Return the chart by ISO week of `units` together (None: of all); None without two finished weeks with data."""
    weeks = series(store, scope, track.kpi, WEEK)
    own = weeks if units is None else weeks.filter(pl.col("unit").is_in([*units]))
    plan = plan_for(read_charts(store.settings.folder), track.kpi.key, track.unit, WEEK)
    return _chart(track, readings(track.kpi, add_up(own.lazy(), ["period"])), plan)


def _finished(store: Store, scope: Scope, months: Months) -> pl.DataFrame:
    """Return readings by month as the points of a chart, without the months at the end that are not over."""
    newest_first = sorted(months, key=lambda reading: str(reading["month"]), reverse=True)
    over = [*dropwhile(lambda reading: store.is_partial(scope, str(reading["month"])), newest_first)]
    return pl.DataFrame([{"period": row["month"], **{name: row[name] for name in _POINT}} for row in over])


def _chart(track: Track, points: pl.DataFrame, plan: Plan) -> ChartRecord | None:
    if points.is_empty():
        return None
    try:
        return chart_record(control_chart(track.kpi, points, plan, track.unit), track.where)
    except ChartError:
        return None
