"""The rows behind a funnel's question, read when they are first looked at: its figures may not need them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from metrics.funnel.survey import FORM, answers
from metrics.populations import POPULATIONS
from metrics.store.compute import rows_of
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.scope import Scope


@dataclass(frozen=True, eq=False)
class HeldRows:
    """The flagged rows of a question and what stands beside them; `known` are the stages that some funnel declares."""

    rows: FunnelRows
    query: FunnelQuery
    scope: Scope
    known: Collection[str]

    @cached_property
    def flagged(self) -> pl.DataFrame:
        """Return one row per case and stage reached, see metrics/funnel/flags.py."""
        return pl.concat(self.rows.flagged(self.query, self.scope))

    @cached_property
    def foreign(self) -> pl.DataFrame:
        """Return which stages were entered that nothing declares, and how often."""
        return self.rows.foreign(self.query, self.known, self.scope)

    @cached_property
    def survey_answers(self) -> pl.DataFrame:
        """Return what the survey knows of the completed cases; nothing where the funnel declares no survey."""
        warehouse, funnel, moment = self.rows.warehouse, self.rows.funnel, self.rows.moment
        completed = self.flagged.lazy().filter(pl.col("step") == len(funnel.stages)).select("case_id", "month")
        if funnel.survey is None:
            return answers(pl.LazyFrame(schema=FORM), completed.clear()).collect()
        entered = (
            (pl.col("kind") == "stage_enter") & (pl.col("stage") == funnel.survey) & (pl.col("at") <= moment.as_of)
        )
        sampled = warehouse.scan("case_events").filter(entered).join(completed, on="case_id", how="semi")
        months = warehouse.scan("feedback_forms").select(pl.col("month").unique()).collect().to_series()
        forms = rows_of(warehouse, POPULATIONS["forms"], [*months], moment)
        theirs = forms.join(completed, left_on="linked_case", right_on="case_id", how="semi")
        return answers(theirs.select(FORM.names()), sampled.select("case_id")).collect()
