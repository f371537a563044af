"""The rows behind a funnel's question, read when they are first looked at: its figures may not need them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnel_stored import stored_rows
from metrics.store.funnel_survey import survey_answers
from metrics.store.scope import Scope

# What the survey says of a completed case.
ANSWERED = ("asked", "answered", "satisfied")


@dataclass(frozen=True, eq=False)
class HeldRows:
    """The flagged rows of a question and what stands beside them; `known` are the stages that some funnel declares.

    Where `are_stored`, the load has flagged them, and each question reads the columns and rows that it needs.
    """

    rows: FunnelRows
    query: FunnelQuery
    scope: Scope
    known: Collection[str]
    are_stored: bool = False

    @property
    def flagged(self) -> pl.LazyFrame:
        """Return one row per case and stage reached, see metrics/funnel/flags.py."""
        if self.are_stored:
            return stored_rows(self.rows.warehouse, self.rows.funnel, self.query, self.scope)
        return self._built.lazy()

    @cached_property
    def _built(self) -> pl.DataFrame:
        return pl.concat(self.rows.flagged(self.query, self.scope))

    @cached_property
    def foreign(self) -> pl.DataFrame:
        """Return which stages were entered that nothing declares, and how often."""
        return self.rows.foreign(self.query, self.known, self.scope)

    @cached_property
    def survey_answers(self) -> pl.LazyFrame:
        """Return what the survey knows of the completed cases; nothing where the funnel declares no survey."""
        if self.are_stored:
            completed = self.flagged.filter(pl.col("step") == len(self.rows.funnel.stages), "asked")
            return completed.select("case_id", *ANSWERED)
        return survey_answers(self.rows, self.flagged).lazy()
