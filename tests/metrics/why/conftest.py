"""Literal parts of a KPI per segment, and the explanation of its change."""

import polars as pl
import pytest

from metrics.engine import PARTS
from metrics.model import Direction
from metrics.text import Text
from metrics.why import Explanation, explain

_NAME = Text("一次性解决率", "First-contact resolution")


def parts(segments: dict, by: list[str], measure: str, **settings) -> pl.DataFrame:
    """Return additive parts out of {segment: (total, n or exposure)}; a mean's values lie `spread` from their mean."""
    spread, rows = settings.get("spread", 1.0), []
    for key, (total, size) in segments.items():
        keys = key if isinstance(key, tuple) else (key,)
        squares = total**2 / size + size * spread**2 if size else 0.0
        exposure = float(size) if measure == "rate" else 0.0
        rows.append((*keys, int(size), float(total), squares, exposure, settings.get("immature", 0), 0))
    return pl.DataFrame(rows, schema={**dict.fromkeys(by, pl.String), **PARTS}, orient="row")


@pytest.fixture
def explained(kpi):
    """Return a function that explains a change between {segment: (total, n)} of two periods."""

    def make(before: dict, now: dict, measure: str = "share", **settings) -> Explanation:
        by = settings.pop("by", ["unit"])
        made = kpi(measure, settings.get("direction", Direction.HIGHER_IS_BETTER), _NAME)
        then = parts(before, by, measure, spread=settings.get("spread", 1.0))
        return explain(
            made, then, parts(now, by, measure, **settings), by, unfinished=settings.get("unfinished", False)
        )

    return make
