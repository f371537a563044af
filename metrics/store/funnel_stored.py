"""What a load stored of funnels, read for a question: the parts, those of segments, and the rows."""

import json

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.flags import Attribution
from metrics.store import slices
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnels import described
from metrics.store.scope import Scope
from metrics.store.warehouse import Warehouse

# Under this name the definitions that funnels were counted by are kept with the facts, as JSON by funnel.
NAME = "funnels"
PARTS, SEGMENTS, ROWS = "funnel_parts", "funnel_segments", "funnel_rows"
# Evidence lists cases in this order, and so they are stored.
ORDER = ("month", "entered_at", "case_id")
# The segments of every dimension are counted by unit, so that they can be compared within one unit or region.
PLACES = frozenset({"unit", "region"})


def is_stored(warehouse: Warehouse, funnel: Funnel, query: FunnelQuery) -> bool:
    """Return whether a load stored what a question is about.

    It has not where the question names another moment or attribution, or where the funnel was declared otherwise then.
    """
    usual = query.as_of is None and query.attribution is Attribution.FIRST_TOUCH
    return usual and ROWS in warehouse.versions and _counted_by(warehouse, funnel)


def stored_parts(warehouse: Warehouse, funnel: Funnel, query: FunnelQuery, scope: Scope) -> pl.DataFrame:
    """Return the parts of a question by entry month and the cube's dimensions; its conditions are about these."""
    return _asked(warehouse, PARTS, funnel, query, scope).collect()


def stored_segments(warehouse: Warehouse, funnel: Funnel, query: FunnelQuery, scope: Scope) -> pl.DataFrame:
    """Return how many cases of each `segment` of each `dimension` stood where, by entry month and unit."""
    return _asked(warehouse, SEGMENTS, funnel, query, scope).collect()


def stored_rows(warehouse: Warehouse, funnel: Funnel, query: FunnelQuery, scope: Scope) -> pl.LazyFrame:
    """Return the flagged rows of a question (metrics/funnel/flags.py), completed cases with what the survey knows."""
    return _asked(warehouse, ROWS, funnel, query, scope)


def asked(query: FunnelQuery) -> list[pl.Expr]:
    """Return which rows a question is about: its months and its conditions."""
    first = [pl.col("month") >= query.first] if query.first else []
    last = [pl.col("month") <= query.last] if query.last else []
    return [*first, *last, *(pl.col(name) == value for name, value in query.where)]


def _asked(warehouse: Warehouse, table: str, funnel: Funnel, query: FunnelQuery, scope: Scope) -> pl.LazyFrame:
    rows, conditions = warehouse.scan(table).filter(funnel=funnel.name).drop("funnel"), asked(query)
    placed = slices.with_region(rows, slices.unit_names(warehouse.scan("org_units")))
    return scope.restrict(placed.filter(conditions) if conditions else placed)


def _counted_by(warehouse: Warehouse, funnel: Funnel) -> bool:
    kept = warehouse.scan("settings").filter(name=NAME).select("value").collect().to_series()
    return bool(kept.len()) and json.loads(kept[0]).get(funnel.name) == described(funnel)
