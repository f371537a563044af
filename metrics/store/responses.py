"""Who answered of those who were sent a form, and what the silent ones could change."""

import polars as pl

from metrics.nonresponse import Bounds, bounds
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

_SATISFIED = 4


def satisfaction_bounds(store: Store, scope: Scope, query: Query) -> Bounds:
    """Return the bounds on the share of satisfied customers (4 or 5) among all who were sent a form in a period.

    By the send cohort of the response rate: its counted rows are those asked. A form that came back in time without a
    rating is silent about it.
    """
    asked = Query("response_rate", query.first, query.last, (), query.where, query.as_of)
    rows = store.evidence(scope, asked, "counted", limit=None).rows
    rated = rows.filter(
        (pl.col("value") == 1) & pl.col("csat").is_not_null() & pl.col("verified").ne_missing("rejected")
    )
    return bounds(rows.height, rated.height, rated.filter(pl.col("csat") >= _SATISFIED).height)
