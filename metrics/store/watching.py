"""The control charts of a workspace: every KPI, of every unit and of all together, by what its policy says."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from metrics.errors import nearest
from metrics.model import Kpi
from metrics.populations import UNKNOWN
from metrics.registry import all_kpis, kpi
from metrics.signals import ChartError, ControlChart, control_chart
from metrics.store.charting import ChartEntry, plan_for, read_charts
from metrics.store.errors import QueryError
from metrics.store.scope import Scope
from metrics.store.series import MONTH, series
from metrics.store.sourcing import sourcing
from metrics.store.store import Store


@dataclass(frozen=True)
class Watch:
    """What to watch: one KPI (None: all), one unit (None: each, and all together), by month or by week."""

    kpi: str | None = None
    unit: str | None = None
    period: str = MONTH


def control_charts(store: Store, scope: Scope, watch: Watch, sources: pl.DataFrame | None = None) -> list[ControlChart]:
    """Return the charts that can be drawn, the most important KPI first; without two finished periods there is none.

    `sources` is how the sources stand (None: as the store says of all of them).
    """
    kpis = list(all_kpis().values()) if watch.kpi is None else [kpi(watch.kpi)]
    _require_unit(store, scope, watch.unit)
    drawing = Drawing(
        store, watch, read_charts(store.settings.folder), store.sources(scope) if sources is None else sources
    )
    return [chart for each in kpis for chart in drawing.charts(each, series(store, scope, each, watch.period))]


def _require_unit(store: Store, scope: Scope, unit: str | None) -> None:
    if unit is None:
        return
    known = store.units(scope)["unit"].to_list()
    if unit not in known:
        message = f"No unit '{unit}' has data here. {nearest(unit, known)}"
        raise QueryError(message)


@dataclass(frozen=True, eq=False)
class Drawing:
    """What all charts of one question share: what is watched, by which plans, and how the sources stand."""

    store: Store
    watch: Watch
    entries: tuple[ChartEntry, ...]
    sources: pl.DataFrame

    def charts(self, kpi: Kpi, points: pl.DataFrame) -> Iterator[ControlChart]:
        """Yield the charts of one KPI that can be drawn."""
        watch, known = self.watch, sourcing(self.store, self.sources, kpi, points["period"], self.watch.period)
        for unit, read in _read(points, watch.unit):
            plan = plan_for(self.entries, kpi.key, unit, watch.period)
            try:
                yield control_chart(kpi, read, plan, unit, known)
            except ChartError:
                if watch.kpi is not None and watch.unit is not None:
                    raise


def _read(points: pl.DataFrame, unit: str | None) -> Iterator[tuple[str | None, pl.DataFrame]]:
    """Yield the readings of all units together and of each unit that is known, or only of the one asked for."""
    if unit is not None:
        yield unit, points.filter(pl.col("unit") == unit)
        return
    yield None, points.filter(pl.col("unit").is_null())
    known = points.filter(pl.col("unit") != UNKNOWN)
    for (name,), of_unit in known.partition_by("unit", as_dict=True, maintain_order=True).items():
        yield str(name), of_unit
