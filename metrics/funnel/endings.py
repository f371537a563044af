"""Endings: what a source says of a case that left the flow, and which of it still holds."""

from datetime import datetime

import polars as pl

from metrics.funnel.definition import Funnel

LOST, TIMED_OUT = "lost", "timed_out"


def endings(funnel: Funnel, events: pl.LazyFrame, cases: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return the one ending of each case that has one: its columns start with `ended_`.

    An ending that was followed by a further stage was undone. Of several, a loss is told before a time-out, because it
    says why; of several losses the latest.
    """
    of_this_funnel = pl.col("stage").is_null() | pl.col("stage").is_in(funnel.keys)
    ended = events.filter(pl.col("outcome").is_in([LOST, TIMED_OUT]), pl.col("at") <= as_of, of_this_funnel)
    standing = ended.join(cases.lazy().select("case_id", "last_at"), on="case_id").filter(
        pl.col("at") >= pl.col("last_at")
    )
    first_told = standing.sort(pl.col("outcome") == LOST, "at", "event_id", descending=True).unique(
        "case_id", keep="first", maintain_order=True
    )
    lineage = [name for name in ("source", "source_file", "source_row") if name in events.collect_schema()]
    return first_told.select(
        "case_id",
        ended_at="at",
        ended_outcome="outcome",
        ended_reason="drop_reason_code",
        ended_event="event_id",
        **{f"ended_{name}": pl.col(name) for name in lineage},
    ).collect()
