"""Control charts of one place, by month from readings that a page has already asked for, or by week."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

import polars as pl

from metrics.engine import add_up, readings
from metrics.model import Kpi
from metrics.signals import ChartError, Plan, control_chart
from metrics.signals.record import ChartRecord, chart_record
from metrics.store.charting import plan_for, read_charts
from metrics.store.scope import Scope
from metrics.store.series import MONTH, WEEK, weekly_parts
from metrics.store.store import Store
from metrics.text import Text

_POINT = ("n", "total", "exposure", "immature", "value")


@dataclass(frozen=True, eq=False)
class Track:
    """What is followed: a KPI at one unit (None: a region, or all units), and how that unit is called."""

    kpi: Kpi
    unit: str | None = None
    name: Text | None = None

    @property
    def places(self) -> dict[str, Text]:
        """Return how the unit is called, where it is one and has a name."""
        return {self.unit: self.name} if self.unit and self.name else {}


Months = Iterable[Mapping[str, Any]]


def monthly_chart(store: Store, scope: Scope, track: Track, months: Months) -> ChartRecord | None:
    """Return the chart of readings by month; None where fewer than two finished months hold data."""
    plan = plan_for(read_charts(store.settings.folder), track.kpi.key, track.unit, MONTH)
    return _chart(track, _finished(store.pinned(scope), scope, months), plan)


def weekly_chart(store: Store, scope: Scope, track: Track, units: Collection[str] | None = None) -> ChartRecord | None:
    """Return the chart by ISO week of `units` together (None: of all); None without two finished weeks with data."""
    weeks = weekly_parts(store, scope, track.kpi)
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
        return chart_record(control_chart(track.kpi, points, plan, track.unit), track.places)
    except ChartError:
        return None
