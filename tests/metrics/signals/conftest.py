"""Literal series of a KPI, as the engine would read them, and their control charts."""

import polars as pl
import pytest

from metrics.calendar import shift_month
from metrics.engine import readings
from metrics.model import Kpi, Rate
from metrics.signals import ControlChart, Plan, control_chart


@pytest.fixture
def points():
    """Return a function that makes a KPI's monthly points from 2024-01 on out of totals and n (or exposure)."""

    def make(kpi: Kpi, totals: list[float], sizes: list[float], **columns: list) -> pl.DataFrame:
        rate = isinstance(kpi.measure, Rate)
        parts = pl.DataFrame(
            {
                "period": [shift_month("2024-01", number) for number in range(len(totals))],
                "total": [float(total) for total in totals],
                "n": [int(size) for size in sizes],
                "exposure": [float(size) if rate else 0.0 for size in sizes],
                "squares": [float(total) ** 2 / max(size, 1) for total, size in zip(totals, sizes, strict=True)],
                "immature": [0] * len(totals),
                "excluded": [0] * len(totals),
                **columns,
            },
            schema_overrides={"period": pl.String},
        )
        return readings(kpi, parts)

    return make


@pytest.fixture
def charted(kpi, points):
    """Return a function that draws the chart of a share's hits among 100 a month."""

    def draw(hits: list[int], plan: Plan | None = None, **settings) -> ControlChart:
        made = kpi("share", **settings)
        return control_chart(made, points(made, hits, [100] * len(hits)), plan or Plan())

    return draw
