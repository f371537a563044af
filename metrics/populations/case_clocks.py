"""Cases with their clocks: how much working time each took until its first response and its resolutions.

Clocks run from the creation. They stand still while the case waits for the customer (or is in another status that the
workspace names), and from a resolution until the reopening.
"""

from datetime import timedelta

import polars as pl

from metrics.clocks import pauses_of, read_clocks
from metrics.contract import UTC
from metrics.populations import cases
from metrics.populations.population import Facts, Population
from metrics.text import Text
from metrics.timeliness.case_marks import states, until_resolution, until_response
from metrics.timeliness.granted import due_times
from metrics.timeliness.hours import moment_in, schedules_in, timing_in

_SPAN = pl.Duration("us")
_RUNS = pl.any_horizontal(
    pl.col("first_response_at").is_null(), pl.col("resolved_first_at").is_null(), pl.col("opened_again")
)
_CLOCKS = pl.Schema(
    {
        "response_worked": _SPAN,
        "resolution_worked": _SPAN,
        "full_worked": _SPAN,
        "paused": _SPAN,
        "opened_again": pl.Boolean(),
        "due_with_pauses_at": UTC,
        "due_without_pauses_at": UTC,
    }
)


def _build(facts: Facts) -> pl.LazyFrame:
    rows, timing, as_of = cases.POPULATION.build(facts).collect(), timing_in(facts), moment_in(facts)
    schedules, told = schedules_in(facts, timing), states(facts["case_events"], rows, timing.pauses)
    if not schedules.calendars:
        return rows.lazy().with_columns(pl.lit(None, dtype).alias(name) for name, dtype in _CLOCKS.items())
    marks = until_resolution(rows, told)
    moved = due_times(rows, pauses_of(marks, as_of), schedules, due_moved=timing.due_moved_by_pauses)
    response = read_clocks(until_response(rows, told), schedules, as_of).select(key="clock", response_worked="first")
    runs_again = pl.col("is_open") & pl.col("stopped_first_at").is_not_null()
    resolution = read_clocks(marks, schedules, as_of).select(
        "paused", key="clock", resolution_worked="first", full_worked="full", opened_again=runs_again
    )
    for told_of_cases in (response, resolution, moved):
        rows = rows.join(told_of_cases, on="key", how="left")
    return rows.lazy()


POPULATION = Population(
    name="case_clocks",
    row=Text("一个案件及其计时", "one case with its clocks"),
    table="cases",
    margin=timedelta(0),
    columns=pl.Schema({**cases.POPULATION.columns, **_CLOCKS}),
    build=_build,
    dimensions=cases.POPULATION.dimensions,
    shown=(*cases.POPULATION.shown, *_CLOCKS),
    follows=("case_events",),
    moves=_RUNS,
)
