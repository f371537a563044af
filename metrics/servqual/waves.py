"""Two waves compared: how each dimension's gap moved, and whether by more than chance."""

import polars as pl

from metrics.servqual.answers import by_respondent
from metrics.servqual.differences import difference, summed
from metrics.servqual.instrument import Instrument

_SCHEMA = pl.Schema(
    {
        "dimension": pl.String(),
        **dict.fromkeys(("before", "now", "difference", "low", "high"), pl.Float64()),
        "real": pl.Boolean(),
    }
)


def gap_change(before: pl.DataFrame, now: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return per dimension the gap of two waves' complete pairs and their difference, with its 95 % interval.

    The people of two waves are taken for different people. `real` holds where the interval leaves out 0.
    """
    scores = [by_respondent(paired, "gap") for paired in (before, now)]
    rows = [
        _change(name, *(scored.filter(dimension=name)["gap"] for scored in scores)) for name in instrument.dimensions
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _change(name: str, before: pl.Series, now: pl.Series) -> dict[str, object]:
    was, has = summed(before), summed(now)
    moved, low, high = difference(has, was)
    real = low is not None and high is not None and (low > 0 or high < 0)
    values = {"before": was["value"], "now": has["value"], "difference": moved, "low": low, "high": high}
    return {"dimension": name, **values, "real": real}
