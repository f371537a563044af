"""Why a KPI moved between two periods: the change, whether it is more than chance, and the parts it consists of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from metrics.change import Change, Verdict, change
from metrics.engine import add_up, readings
from metrics.model import Kpi, Quantile, Rate
from metrics.why.errors import NoPartsError
from metrics.why.levels import levels
from metrics.why.mix import BOTH, split
from metrics.why.nesting import nested
from metrics.why.sampled import sampled

_OWN = pl.Schema({"n_before": pl.Int64, "n_now": pl.Int64, "low": pl.Float64, "high": pl.Float64, "verdict": pl.String})
_NOTHING: Mapping[str, Any] = {"n": 0, "value": None}

Row = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Explanation:
    """What moved a KPI between two periods.

    `segments` has one row per segment, the largest contribution first: the dimensions `by`, n and value in both
    periods, share_before, share_now, mix, the part of it that comes from the sample (null for a rate), rate,
    contribution, presence, and of its own value's change the interval (low, high) and the verdict. It is empty where
    the change is withheld or there is nothing to compare.
    """

    kpi: Kpi
    by: tuple[str, ...]
    before: Row
    now: Row
    change: Change
    segments: pl.DataFrame
    nested: tuple[tuple[str, str], ...]

    @property
    def mix(self) -> float:
        """Return how much of the change comes from the segments' shares of the whole."""
        return float(self.segments["mix"].sum()) if self.segments.height else 0.0

    @property
    def sample(self) -> float | None:
        """Return how much of the mix comes from how much of each segment was counted; None for a rate."""
        if isinstance(self.kpi.measure, Rate):
            return None
        return float(self.segments["sample"].sum()) if self.segments.height else 0.0

    @property
    def rate(self) -> float:
        """Return how much of the change comes from the segments' own values."""
        return float(self.segments["rate"].sum()) if self.segments.height else 0.0

    @property
    def factors(self) -> pl.DataFrame:
        """Return the effect of each dimension's shares and of the segments' own values, in no order; they add up."""
        return levels(self.segments, self.by, self.before, self.now)

    @property
    def is_paradox(self) -> bool:
        """Return whether the whole moved one way though every segment stood still or moved the other (Simpson)."""
        if self.change.difference is None or self.segments.height < 2:  # noqa: PLR2004 one segment is the whole
            return False
        own = self.segments.filter(presence=BOTH)["value_now"] - self.segments.filter(presence=BOTH)["value_before"]
        against = own if self.change.difference < 0 else -own
        return len(own) == self.segments.height and bool((against >= 0).all() and (against > 0).any())


def explain(
    kpi: Kpi, before: pl.DataFrame, now: pl.DataFrame, by: Sequence[str], *, unfinished: bool = False
) -> Explanation:
    """Return why a KPI moved; `before` and `now` hold its additive parts, one row per segment of `by`.

    NoPartsError for a percentile: it is no weighted sum of those of its segments, so its change has no such parts.
    """
    if isinstance(kpi.measure, Quantile):
        raise NoPartsError(kpi.key)
    whole = [readings(kpi, add_up(parts.lazy(), [])).row(0, named=True) for parts in (before, now)]
    found = change(kpi, whole[1], whole[0], unfinished=unfinished)
    if found.verdict in {Verdict.TOO_EARLY, Verdict.NO_COMPARISON}:
        return Explanation(kpi, tuple(by), whole[0], whole[1], found, pl.DataFrame(), ())
    segments = _segments(kpi, before, now, by)
    return Explanation(kpi, tuple(by), whole[0], whole[1], found, segments, nested(segments, by))


def _segments(kpi: Kpi, before: pl.DataFrame, now: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    scale = kpi.measure.per if isinstance(kpi.measure, Rate) else 1
    read = [
        readings(kpi, add_up(parts.lazy(), by)).with_columns(pl.col("numerator") * scale) for parts in (before, now)
    ]
    found = split(read[0], read[1], by)
    of_sample = pl.lit(None, pl.Float64) if isinstance(kpi.measure, Rate) else sampled(found, read[0], read[1], by)
    found = found.with_columns(sample=of_sample)
    own = pl.DataFrame([_own_change(kpi, read, key, by) for key in found.select(by).rows()], schema=_OWN)
    return found.hstack(own).sort(pl.col("contribution").abs(), *by, descending=[True, *[False] * len(by)])


def _own_change(kpi: Kpi, read: list[pl.DataFrame], key: tuple[Any, ...], by: Sequence[str]) -> dict[str, Any]:
    """Return n in both periods and how sure the change of a segment's own value is."""
    same = [pl.col(name).eq_missing(value) for name, value in zip(by, key, strict=True)]
    rows = [next(iter(readings.filter(same).to_dicts()), _NOTHING) for readings in read]
    found = change(kpi, rows[1], rows[0])
    return {
        "n_before": rows[0]["n"],
        "n_now": rows[1]["n"],
        "low": found.low,
        "high": found.high,
        "verdict": found.verdict.value,
    }
