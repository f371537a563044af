"""What has become of each entry month of a funnel, month by month: no more rows at a time than fit into memory."""

from dataclasses import replace
from datetime import UTC, datetime

import polars as pl

from metrics.funnel.maturity import cohorts, conversion_by_day, estimated
from metrics.funnel.parts import funnel_parts
from metrics.model import Moment
from metrics.store.funnel_cube import stored_parts
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnels import chosen, read_funnels
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
    stored = stored_parts(rows.warehouse, funnel, query, scope)
    if stored is None:
        return _from_rows(rows, query, scope)
    found = cohorts(funnel, stored)
    fresh = [month for (month,) in found.filter(~pl.col("is_mature")).select("month").iter_rows()]
    told = [_from_rows(rows, replace(query, first=month, last=month), scope) for month in fresh]
    mature = estimated(found.filter("is_mature"), _NOTHING_BY_DAY)
    return pl.concat([mature, *told], how="vertical_relaxed").sort("month")


def _from_rows(rows: FunnelRows, query: FunnelQuery, scope: Scope) -> pl.DataFrame:
    """Return the cohorts of a question from its rows, some months at a time."""
    funnel, as_of, found = rows.funnel, rows.moment.as_of, []
    for flagged in rows.flagged(query, scope):
        told = cohorts(funnel, funnel_parts(flagged.lazy(), ["month"]))
        found.append(estimated(told, conversion_by_day(funnel, flagged.lazy(), as_of)))
    return pl.concat(found).sort("month")
