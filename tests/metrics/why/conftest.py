"""Literal parts of a KPI per segment, and the explanation of its change."""

import polars as pl
import pytest

from metrics.engine import PARTS
from metrics.model import Direction, Example, Kpi, Mean, Rate, Share, Unit
from metrics.text import Text
from metrics.why import Explanation, explain

_SAME = Text("一次性解决率", "First-contact resolution")
_NO_DATA = Example(_SAME, [], value=None, n=0)
_MEASURES = {
    "share": (Share(hit=pl.col("hit")), Unit.SHARE),
    "mean": (Mean(value=pl.col("value")), Unit.SCORE),
    "rate": (Rate(count=pl.col("count"), exposure=pl.col("size")), Unit.PER_HUNDRED),
}


def kpi_of(measure: str, direction: Direction) -> Kpi:
    how, unit = _MEASURES[measure]
    return Kpi(
        key="some_kpi", name=_SAME, question=_SAME, why=_SAME, formula=_SAME, caveat=_SAME, unit=unit,
        direction=direction, target=None, population="cases", at=pl.col("at"), measure=how, examples=(_NO_DATA,),
    )  # fmt: skip


def parts(segments: dict, by: list[str], measure: str, immature: int = 0) -> pl.DataFrame:
    """Return additive parts out of {segment: (total, n or exposure)}; a mean's values spread by 1 around their mean."""
    rows = []
    for key, (total, size) in segments.items():
        keys = key if isinstance(key, tuple) else (key,)
        squares = total**2 / size + size if size else 0.0
        exposure = float(size) if measure == "rate" else 0.0
        rows.append((*keys, int(size), float(total), squares, exposure, immature, 0))
    return pl.DataFrame(rows, schema={**dict.fromkeys(by, pl.String), **PARTS}, orient="row")


@pytest.fixture
def explained():
    """Return a function that explains a change between {segment: (total, n)} of two periods."""

    def make(before: dict, now: dict, measure: str = "share", **settings) -> Explanation:
        by = settings.pop("by", ["unit"])
        kpi = kpi_of(measure, settings.pop("direction", Direction.HIGHER_IS_BETTER))
        immature = settings.pop("immature", 0)
        return explain(kpi, parts(before, by, measure), parts(now, by, measure, immature), by, **settings)

    return make
