"""What happens to the clocks of cases, read from their own times and from their events."""

from collections.abc import Collection

import polars as pl

from metrics.clocks import Mark

_STOPPED = ("resolved", "closed", "cancelled")
_RUNS_OR_PAUSED = pl.col("mark") != Mark.STOP


def states(events: pl.LazyFrame, rows: pl.DataFrame, pauses: Collection[str]) -> pl.DataFrame:
    """Return what the events of cases do to their clocks, oldest first: a status in `pauses` makes them stand still.

    The first change of status tells by `from_value` in which status a case was created.
    """
    own = rows.lazy().select("case_id", "unit", "created_at", "resolved_first_at")
    told = events.filter(pl.col("kind").is_in(["status_change", "reopen"])).join(own, on="case_id")
    mark = (
        pl.when(pl.col("kind") == "reopen")
        .then(pl.lit(Mark.REOPEN))
        .when(pl.col("to_value").is_in(list(pauses)))
        .then(pl.lit(Mark.PAUSE))
        .when(pl.col("to_value").is_in(_STOPPED))
        .then(pl.lit(Mark.STOP))
        .otherwise(pl.lit(Mark.START))
    )
    known = told.filter(pl.col("at") >= pl.col("created_at")).sort("at", "event_id")
    changes = known.filter(pl.col("kind") == "status_change").unique("case_id", keep="first", maintain_order=True)
    created = changes.filter(pl.col("from_value").is_in(list(pauses))).with_columns(at="created_at")
    parts = ((created, pl.lit(Mark.PAUSE)), (known, mark))
    told = pl.concat(rows.select("at", "unit", "resolved_first_at", clock="case_id", mark=does) for rows, does in parts)
    return told.sort("at", maintain_order=True).collect()


def until_response(rows: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Return the marks of the clocks that the first response stops; a resolution does not."""
    start, stop = _at(rows, "created_at", Mark.START), _at(rows, "first_response_at", Mark.STOP)
    return _marks(start, told.filter(_RUNS_OR_PAUSED), stop)


def until_resolution(rows: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Return the marks of the clocks that a case's resolutions stop and its reopenings start again.

    The case itself says when it was first and last resolved; events add what happened in between.
    """
    since_first = (pl.col("at") >= pl.col("resolved_first_at")).fill_null(value=False)
    start, first = _at(rows, "created_at", Mark.START), _at(rows, "resolved_first_at", Mark.STOP)
    last = _at(rows, "resolved_last_at", Mark.STOP)
    # Resolved once more, and nobody says since when it was open: then since the first resolution.
    later = last.join(first.select("clock", first_at="at"), on="clock").filter(pl.col("at") > pl.col("first_at"))
    silent = later.join(told.filter(_RUNS_OR_PAUSED & since_first), on="clock", how="anti")
    reopened = silent.select("clock", "unit", at="first_at", mark=pl.lit(Mark.REOPEN))
    return _marks(start, told.filter(_RUNS_OR_PAUSED | since_first), first, reopened, last)


def _at(rows: pl.DataFrame, column: str, mark: Mark) -> pl.DataFrame:
    return rows.filter(pl.col(column).is_not_null()).select("unit", clock="case_id", at=column, mark=pl.lit(mark))


def _marks(*parts: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([part.select("clock", "at", pl.col("mark").cast(pl.String), "unit") for part in parts])
