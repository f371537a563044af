"""What has become of each entry month of a funnel, month by month: no more rows at a time than fit into memory."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import polars as pl

from metrics.funnel.maturity import cohorts, conversion_by_day, estimated
from metrics.funnel.parts import funnel_parts
from metrics.model import Moment
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnel_stored import is_stored, stored_parts, stored_rows
from metrics.store.funnels import chosen, read_funnels
from metrics.store.query import STORED
from metrics.store.scope import Scope
from metrics.store.store import Store

_SHARE = ("share", "low", "high")
_NOTHING_BY_DAY = pl.DataFrame(schema={"month": pl.String, "day": pl.Int64, **dict.fromkeys(_SHARE, pl.Float64)})


def funnel_cohorts(store: Store, scope: Scope, query: FunnelQuery) -> pl.DataFrame:
    """Return one row per entry month of a question, its share converted, and an estimate while it is not mature.

    Of mature months only the stored parts are read. UnknownFunnelError names the funnels that are declared.
    """
    funnel, load = chosen(read_funnels(store.settings.folder), query.name), store.published(scope)
    moment = Moment(query.as_of or load.as_of or datetime.now(UTC), load.data_from)
    rows = FunnelRows(store.warehouse(scope), funnel, moment, store.settings.calendar)
    if not is_stored(rows.warehouse, funnel, query):
        return _told(rows, (flagged.lazy() for flagged in rows.flagged(query, scope)))
    if not query.dimensions <= STORED:
        return _told(rows, _stored(rows, query, scope, rows.months(query)["month"]))
    found = cohorts(funnel, stored_parts(rows.warehouse, funnel, query, scope))
    fresh = _told(rows, _stored(rows, query, scope, found.filter(~pl.col("is_mature"))["month"]))
    mature = estimated(found.filter("is_mature"), _NOTHING_BY_DAY)
    return pl.concat([mature, fresh], how="diagonal_relaxed").sort("month")


def _stored(rows: FunnelRows, query: FunnelQuery, scope: Scope, months: Iterable[str]) -> Iterator[pl.LazyFrame]:
    for month in months:
        yield stored_rows(rows.warehouse, rows.funnel, replace(query, first=month, last=month), scope)


def _told(rows: FunnelRows, frames: Iterable[pl.LazyFrame]) -> pl.DataFrame:
    """Return the cohorts of flagged rows that come some months at a time."""
    funnel, as_of = rows.funnel, rows.moment.as_of
    found = [
        estimated(cohorts(funnel, funnel_parts(flagged, ["month"])), conversion_by_day(funnel, flagged, as_of))
        for flagged in frames
    ]
    return pl.concat(found).sort("month") if found else pl.DataFrame()
