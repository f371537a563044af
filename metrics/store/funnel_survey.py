"""What the survey knows of cases that went through a funnel: read from their events and forms."""

import polars as pl

from metrics.funnel.survey import FORM, answers
from metrics.populations import POPULATIONS
from metrics.store.compute import rows_of
from metrics.store.funnel_rows import FunnelRows
from metrics.store.stored_rows import are_stored, stored_rows

_FORMS = POPULATIONS["forms"]


def survey_answers(rows: FunnelRows, flagged: pl.LazyFrame) -> pl.DataFrame:
    """Return, per completed case with a form or an entry into the survey, whether it `answered`, and was `satisfied`.

    Nothing where the funnel declares no survey.
    """
    funnel, moment = rows.funnel, rows.moment
    completed = flagged.filter(pl.col("step") == len(funnel.stages)).select("case_id")
    if funnel.survey is None:
        return answers(pl.LazyFrame(schema=FORM), completed.clear()).collect()
    entered = (pl.col("kind") == "stage_enter") & (pl.col("stage") == funnel.survey) & (pl.col("at") <= moment.as_of)
    sampled = rows.warehouse.scan("case_events").filter(entered).join(completed, on="case_id", how="semi")
    theirs = _forms(rows).join(completed, left_on="linked_case", right_on="case_id", how="semi")
    return answers(theirs.select(FORM.names()), sampled.select("case_id")).collect()


def _forms(rows: FunnelRows) -> pl.LazyFrame:
    """Return the forms as KPIs see them: those that the load built where it is its moment that is asked for."""
    if rows.is_of_the_load and are_stored(rows.warehouse, _FORMS.name):
        return stored_rows(rows.warehouse, _FORMS)
    months = rows.warehouse.scan(_FORMS.table).select(pl.col("month").unique()).collect().to_series()
    return rows_of(rows.warehouse, _FORMS, [*months], rows.moment)
