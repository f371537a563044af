"""Control charts of one place, by month from readings that a page has already asked for, or by week."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi
from metrics.signals import ChartError, control_chart
from metrics.signals.record import ChartRecord, chart_record
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


def monthly_chart(store: Store, scope: Scope, track: Track, months: Iterable[Mapping[str, Any]]) -> ChartRecord | None:
    """Return the chart of readings by month; None where fewer than two finished months hold data."""
    newest_first = sorted(months, key=lambda reading: str(reading["month"]), reverse=True)
    finished = [*dropwhile(lambda reading: store.is_partial(scope, str(reading["month"])), newest_first)]
    points = pl.DataFrame([{"period": row["month"], **{name: row[name] for name in _POINT}} for row in finished])
    return _chart(store, track, points, MONTH)


def weekly_chart(store: Store, scope: Scope, track: Track, units: Collection[str] | None = None) -> ChartRecord | None:
    """Return the chart by ISO week of `units` together (None: of all); None without two finished weeks with data."""
    weeks = series(store, scope, track.kpi, WEEK)
    own = weeks if units is None else weeks.filter(pl.col("unit").is_in([*units]))
    return _chart(store, track, readings(track.kpi, add_up(own.lazy(), ["period"])), WEEK)


def _chart(store: Store, track: Track, points: pl.DataFrame, period: str) -> ChartRecord | None:
    if points.is_empty():
        return None
    plan = plan_for(read_charts(store.settings.folder), track.kpi.key, track.unit, period)
    try:
        return chart_record(control_chart(track.kpi, points, plan, track.unit), track.where)
    except ChartError:
        return None
