"""Asking a funnel: the declared funnel, the rows of the question, and what stands beside them, read at one moment."""

from datetime import UTC, datetime

import polars as pl

from metrics.model import Moment
from metrics.store.funnel_held import HeldRows
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_reading import FunnelReading
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnel_stored import PLACES, is_stored, stored_parts, stored_segments
from metrics.store.funnels import chosen, read_funnels
from metrics.store.query import STORED
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.warehouse import Warehouse


def funnel_reading(store: Store, scope: Scope, query: FunnelQuery) -> FunnelReading:
    """Return what a funnel says to a question, of the units in scope; UnknownFunnelError names those declared."""
    declared = read_funnels(store.settings.folder)
    funnel, load, warehouse = chosen(declared, query.name), store.published(scope), store.warehouse(scope)
    moment = Moment(query.as_of or load.as_of or datetime.now(UTC), load.data_from)
    are_stored, conditions = is_stored(warehouse, funnel, query), {name for name, _ in query.where}
    rows = FunnelRows(warehouse, funnel, moment, store.settings.calendar, is_of_the_load=query.as_of is None)
    known = {key for each in declared.values() for key in (*each.keys, each.survey) if key}
    return FunnelReading(
        funnel=funnel,
        query=query,
        as_of=moment.as_of,
        load=load.id,
        held=HeldRows(rows, query, scope, known, are_stored),
        names=_reason_names(warehouse),
        stored=stored_parts(warehouse, funnel, query, scope) if are_stored and conditions <= STORED else None,
        segments=stored_segments(warehouse, funnel, query, scope) if are_stored and conditions <= PLACES else None,
    )


def _reason_names(warehouse: Warehouse) -> pl.DataFrame:
    english = pl.coalesce("name_en", "name")
    return warehouse.scan("reason_codes").select(reason="code", reason_zh="name", reason_en=english).collect()
