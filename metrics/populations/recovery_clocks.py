"""Recoveries with their clock: how much working time passed until the customer said that he was satisfied."""

import polars as pl

from metrics.populations import recoveries
from metrics.populations.population import Facts, Population
from metrics.recovery.steps import SATISFIED
from metrics.text import Text
from metrics.timeliness.hours import with_worked

_COLUMNS = pl.Schema({"recovery_worked": pl.Duration("us")})


def _build(facts: Facts) -> pl.LazyFrame:
    rows = recoveries.POPULATION.build(facts).collect()
    ended = pl.when(SATISFIED).then("answered_at")
    return with_worked(rows, facts, "recovery_worked", "failure_detected_at", ended).lazy()


POPULATION = Population(
    name="recovery_clocks",
    row=Text("一次服务补救及其计时", "one recovery with its clock"),
    table="recovery_actions",
    margin=recoveries.POPULATION.margin,
    columns=pl.Schema({**recoveries.POPULATION.columns, **_COLUMNS}),
    build=_build,
    dimensions=recoveries.POPULATION.dimensions,
    shown=(*recoveries.POPULATION.shown, *_COLUMNS),
)
