"""A funnel in small frames: all figures of one question beside those of the period before it, ready to be kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.falls import bars, falls
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_reading import FunnelReading


@dataclass(frozen=True, eq=False)
class FunnelSummary:
    """What a funnel says of one period and cut, without the rows.

    `stages` is the waterfall, `pieces` its bars in pieces, `bars` and `bars_before` are whole; `change` compares the
    conversion of each step with the period before, `change_since_start` that of all steps up to there; `totals` adds up
    all steps; `segments` says where segments lose more than chance, `values` which ones each dimension has.
    """

    funnel: Funnel
    as_of: datetime
    load: int
    totals: dict[str, int]
    stages: pl.DataFrame
    pieces: pl.DataFrame
    bars: pl.DataFrame
    bars_before: pl.DataFrame
    change: pl.DataFrame
    change_since_start: pl.DataFrame
    reasons: pl.DataFrame
    left_out: pl.DataFrame
    survey: pl.DataFrame
    segments: pl.DataFrame
    values: dict[str, list[str]]
    foreign: pl.DataFrame

    @property
    def worst(self) -> str | None:
        """Return the stage after which most cases were lost, the earliest of several; None where none was lost."""
        losing = self.stages.filter(pl.col("lost") > 0).sort(-pl.col("lost"), "step")
        return str(losing["stage"][0]) if losing.height else None


def funnel_summary(held: FunnelReading, query: FunnelQuery, dimensions: Sequence[str]) -> FunnelSummary:
    """Return the figures of a question from a reading that holds its rows and those of the period before.

    `dimensions` are those whose segments are compared, within the question's place and whatever other segment it asks
    for: so each is compared with all the others.
    """
    now, before = held.cut(query), held.cut(query.previous())
    place = tuple(condition for condition in query.where if condition[0] in ("unit", "region"))
    everyone = held.cut(FunnelQuery(query.name, query.first, query.last, where=place, also=tuple(dimensions)))
    pieces = falls(now.funnel, now.stages, now.reasons)
    return FunnelSummary(
        funnel=now.funnel,
        as_of=now.as_of,
        load=now.load,
        totals=now.totals,
        stages=now.stages,
        pieces=pieces,
        bars=bars(pieces),
        bars_before=bars(falls(now.funnel, before.stages, before.reasons)),
        change=now.change_from(before),
        change_since_start=now.change_from(before, since_start=True),
        reasons=now.pareto,
        left_out=now.left_out,
        survey=now.survey,
        segments=everyone.worse_than_chance(dimensions),
        values={name: everyone.values(name) for name in dimensions},
        foreign=now.foreign,
    )
