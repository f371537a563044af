"""What has become of each entry month of a funnel, month by month: no more rows at a time than fit into memory."""

from datetime import UTC, datetime

import polars as pl

from metrics.funnel.maturity import cohorts, conversion_by_day, estimated
from metrics.funnel.parts import funnel_parts
from metrics.model import Moment
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnels import chosen, read_funnels
from metrics.store.scope import Scope
from metrics.store.store import Store


def funnel_cohorts(store: Store, scope: Scope, query: FunnelQuery) -> pl.DataFrame:
    """Return one row per entry month of a question, its share converted, and an estimate while it is not mature.

    UnknownFunnelError names the funnels that are declared.
    """
    funnel, load = chosen(read_funnels(store.settings.folder), query.name), store.published(scope)
    moment = Moment(query.as_of or load.as_of or datetime.now(UTC), load.data_from)
    rows = FunnelRows(store.warehouse(scope), funnel, moment, store.settings.calendar)
    found = []
    for flagged in rows.flagged(query, scope):
        told = cohorts(funnel, funnel_parts(flagged.lazy(), ["month"]))
        found.append(estimated(told, conversion_by_day(funnel, flagged.lazy(), moment.as_of)))
    return pl.concat(found).sort("month")
