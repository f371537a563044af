"""Who answered of those who were sent a form, and what the silent ones could change."""

import polars as pl

from metrics.nonresponse import Bounds, ScoreBounds, bounds, score_bounds
from metrics.populations.forms import ITEMS, POINTS
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

_SATISFIED = 4
# Back in time, and not rejected by its verification.
_SPEAKS = (pl.col("value") == 1) & pl.col("verified").ne_missing("rejected")


def satisfaction_bounds(store: Store, scope: Scope, query: Query) -> Bounds:
    """Return the bounds on the share of satisfied customers (4 or 5) among all who were sent a form in a period.

    By the send cohort of the response rate: its counted rows are those asked. A form that came back in time without a
    rating is silent about it.
    """
    rows = _asked(store, scope, query)
    rated = rows.filter(_SPEAKS & pl.col("csat").is_not_null())
    return bounds(rows.height, rated.height, rated.filter(pl.col("csat") >= _SATISFIED).height)


def graded_bounds(store: Store, scope: Scope, query: Query) -> ScoreBounds:
    """Return the bounds on the mean A–E score of all who were sent a form in a period, verified or not.

    A form with an item left blank is silent about the whole score, as it is in the score itself.
    """
    rows = _asked(store, scope, query)
    graded = rows.filter(_SPEAKS & (pl.col("graded_items") == len(ITEMS)))
    extremes = (len(ITEMS) * min(POINTS.values()), len(ITEMS) * max(POINTS.values()))
    return score_bounds(rows.height, graded.height, int(graded["score"].sum()), extremes)


def _asked(store: Store, scope: Scope, query: Query) -> pl.DataFrame:
    asked = Query("response_rate", query.first, query.last, (), query.where, query.as_of)
    return store.evidence(scope, asked, "counted", limit=None).rows
