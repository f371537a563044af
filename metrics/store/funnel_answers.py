"""Asking a funnel: the declared funnel, the rows of the question, and what stands beside them, read at one moment."""

from datetime import UTC, datetime

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.survey import FORM, answers
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.store.compute import rows_of
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_reading import FunnelReading
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnels import chosen, read_funnels
from metrics.store.scope import Scope
from metrics.store.store import Store
from metrics.store.warehouse import Warehouse


def funnel_reading(store: Store, scope: Scope, query: FunnelQuery) -> FunnelReading:
    """Return what a funnel says to a question, of the units in scope; UnknownFunnelError names those declared."""
    declared = read_funnels(store.settings.folder)
    funnel, load, warehouse = chosen(declared, query.name), store.published(scope), store.warehouse(scope)
    moment = Moment(query.as_of or load.as_of or datetime.now(UTC), load.data_from)
    rows = FunnelRows(warehouse, funnel, moment, store.settings.calendar)
    flagged = pl.concat(rows.flagged(query, scope))
    known = {key for each in declared.values() for key in (*each.keys, each.survey) if key}
    return FunnelReading(
        funnel=funnel,
        query=query,
        as_of=moment.as_of,
        load=load.id,
        flagged=flagged,
        survey_answers=_answers(warehouse, funnel, flagged, moment),
        names=_reason_names(warehouse),
        foreign=rows.foreign(query, known, scope),
    )


def _answers(warehouse: Warehouse, funnel: Funnel, flagged: pl.DataFrame, moment: Moment) -> pl.DataFrame:
    """Return what the survey knows of the completed cases; nothing where the funnel declares no survey."""
    completed = flagged.lazy().filter(pl.col("step") == len(funnel.stages)).select("case_id", "month")
    if funnel.survey is None:
        return answers(pl.LazyFrame(schema=FORM), completed.clear()).collect()
    entered = (pl.col("kind") == "stage_enter") & (pl.col("stage") == funnel.survey) & (pl.col("at") <= moment.as_of)
    sampled = warehouse.scan("case_events").filter(entered).join(completed, on="case_id", how="semi")
    months = warehouse.scan("feedback_forms").select(pl.col("month").unique()).collect().to_series()
    forms = rows_of(warehouse, POPULATIONS["forms"], [*months], moment)
    theirs = forms.join(completed, left_on="linked_case", right_on="case_id", how="semi")
    return answers(theirs.select(FORM.names()), sampled.select("case_id")).collect()


def _reason_names(warehouse: Warehouse) -> pl.DataFrame:
    english = pl.coalesce("name_en", "name")
    return warehouse.scan("reason_codes").select(reason="code", reason_zh="name", reason_en=english).collect()
