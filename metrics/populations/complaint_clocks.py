"""Complaints with their clock: how much working time passed until the first reply."""

from datetime import timedelta

import polars as pl

from metrics.populations import complaints
from metrics.populations.population import Facts, Population
from metrics.text import Text
from metrics.timeliness.hours import with_worked

_COLUMNS = pl.Schema({"reply_worked": pl.Duration("us")})


def _build(facts: Facts) -> pl.LazyFrame:
    rows = complaints.POPULATION.build(facts).collect()
    return with_worked(rows, facts, "reply_worked", "received_at", pl.col("first_reply_at")).lazy()


POPULATION = Population(
    name="complaint_clocks",
    row=Text("一件投诉及其计时", "one complaint with its clock"),
    table="complaints",
    margin=timedelta(0),
    columns=pl.Schema({**complaints.POPULATION.columns, **_COLUMNS}),
    build=_build,
    dimensions=complaints.POPULATION.dimensions,
    shown=(*complaints.POPULATION.shown, *_COLUMNS),
)
