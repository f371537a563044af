"""How cases end: when one has been resolved at all, and whether its source counted what happened on the way."""

import polars as pl

from metrics.model import LeftOut
from metrics.text import Text


def never_resolved() -> pl.Expr:
    """Return whether a case has not been resolved or closed yet, not even before a reopening."""
    settled = pl.col("status").is_in(["resolved", "closed"]).fill_null(value=False)
    ended = pl.coalesce("resolved_first_at", "closed_at").is_not_null()
    # Some sources clear the time of a resolution when the case is opened again; the counter remembers.
    reopened = (pl.col("reopen_count") > 0).fill_null(value=False)
    return ~(settled | ended | reopened)


def not_counted(*counters: str) -> LeftOut:
    """Return the rule that leaves out cases whose source did not keep one of the counters: unknown is not zero."""
    text = Text("来源未记录次数", "the source does not keep the count")
    return LeftOut("not_counted", text, pl.any_horizontal(pl.col(name).is_null() for name in counters))
