"""What is said of a funnel: every figure and every list of one question, from the same flagged frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

import polars as pl

from metrics.errors import nearest
from metrics.funnel.comparison import compared
from metrics.funnel.definition import Funnel
from metrics.funnel.durations import durations
from metrics.funnel.evidence import Bar, bar, behind, states_of
from metrics.funnel.flags import TOLD, Attribution
from metrics.funnel.journeys import UNKNOWN_REASON
from metrics.funnel.maturity import cohorts, conversion_by_day
from metrics.funnel.parts import add_up, funnel_parts
from metrics.funnel.segments import worse_than_chance
from metrics.funnel.survey import survey
from metrics.funnel.waterfall import left_out, overall, reasons, totals, waterfall
from metrics.populations import CUBE
from metrics.store.errors import QueryError
from metrics.store.evidence import Evidence
from metrics.store.funnel_held import ANSWERED, HeldRows
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_stored import ORDER, PLACES, asked
from metrics.store.query import STORED
from metrics.why import pareto

_SINCE_START = ("overall_conversion", "overall_value", "overall_low", "overall_high", "overall_n")
_HIDDEN = {"depth", "step", "closes_at", "left_out", "held_up", "ended_outcome", "ended_reason", *ANSWERED}
_TOTAL = "total"


@dataclass(frozen=True, eq=False)
class FunnelReading:
    """A funnel over the months, cut and moment of a question.

    `stored` are the parts that the load counted, by entry month and the cube's dimensions, and `segments` those of each
    dimension by unit (None: they cannot answer); whatever they cannot say comes from the rows `held`, which are read
    when they are needed. `names` says what reason codes are called.
    """

    funnel: Funnel
    query: FunnelQuery
    as_of: datetime
    load: int
    held: HeldRows
    names: pl.DataFrame
    stored: pl.DataFrame | None = None
    segments: pl.DataFrame | None = None

    def cut(self, query: FunnelQuery) -> "FunnelReading":
        """Return what the same rows say to a narrower question; QueryError where they lack a dimension of it."""
        read = {"month", *CUBE, *TOLD, *self.held.query.dimensions}
        for name in sorted(query.dimensions - read):
            message = f"The rows were read without the dimension '{name}'. {nearest(name, self.query.dimensions)}"
            raise QueryError(message)
        conditions = {name for name, _ in query.where}
        stored = _matching(self.stored, query) if conditions <= STORED else None
        segments = _matching(self.segments, query) if conditions <= PLACES else None
        return replace(self, query=query, stored=stored, segments=segments)

    @property
    def flagged(self) -> pl.LazyFrame:
        """Return the rows of the question, one per case and stage reached."""
        rows = self.held.flagged
        conditions = [] if self.query == self.held.query else asked(self.query)
        return rows.filter(conditions) if conditions else rows

    @property
    def foreign(self) -> pl.DataFrame:
        """Return the stages that were entered and that nothing declares."""
        return self.held.foreign

    def values(self, dimension: str) -> list[str]:
        """Return the values that a dimension takes among those who entered, in order."""
        counted = self._counts(dimension)
        rows = self.flagged.select("step", dimension) if counted is None else counted.lazy()
        entered = rows.filter(pl.col("step") == 1).select(pl.col(dimension).unique().sort())
        return entered.collect().to_series().to_list()

    @cached_property
    def parts(self) -> pl.DataFrame:
        """Return the additive parts by the question's cut, the entry month and every dimension it names."""
        by = sorted({"month", *self.query.dimensions})
        stored = self.stored if self.query.dimensions <= STORED else None
        return funnel_parts(self.flagged, by) if stored is None else add_up(stored, by)

    @cached_property
    def stages(self) -> pl.DataFrame:
        """Return the waterfall: per group of the cut and stage, entered = converted + lost + timed out + open.

        Where a case may stand in another group at every stage, the shares of those who entered the first are left null.
        """
        rows = waterfall(self.funnel, self.parts, self.query.by)
        wanders = self.query.attribution is Attribution.PER_STEP and not TOLD.keys().isdisjoint(self.query.by)
        return rows.with_columns(pl.lit(None).alias(name) for name in _SINCE_START) if wanders else rows

    @property
    def reasons(self) -> pl.DataFrame:
        """Return the losses of each stage by reason with its names; they sum to the stage's losses."""
        return reasons(self.parts, self.query.by).join(self.names, on="reason", how="left")

    @property
    def pareto(self) -> pl.DataFrame:
        """Return the reasons of each stage, and under step 0 those of all stages together, with cumulative shares.

        A reason that says nothing ("unknown") comes last whatever its size.
        """
        every = self.reasons.with_columns(pl.lit(0, pl.Int64).alias("step"), pl.lit("*").alias("stage"))
        rows = pl.concat([every, self.reasons]).select("step", "stage", "reason", "lost")
        groups = rows.partition_by("step", "stage", as_dict=True, maintain_order=True)
        found = [
            pareto(lost, "reason", "lost", UNKNOWN_REASON).with_columns(
                step=pl.lit(step, pl.Int64), stage=pl.lit(stage)
            )
            for (step, stage), lost in groups.items()
        ]
        ordered = pl.concat(found) if found else rows.with_columns(share=pl.lit(None), cumulative_share=pl.lit(None))
        return ordered.join(self.names, on="reason", how="left", maintain_order="left")

    @property
    def left_out(self) -> pl.DataFrame:
        """Return how many cases do not count, by reason."""
        return left_out(self.parts, self.query.by)

    @property
    def durations(self) -> pl.DataFrame:
        """Return how long cases took to reach each stage: mean, median, P90."""
        return durations(self.flagged, self.query.by)

    @property
    def cohorts(self) -> pl.DataFrame:
        """Return what became of each entry month, with its maturity."""
        return cohorts(self.funnel, self.parts, [*dict.fromkeys(["month", *self.query.by])])

    @property
    def by_day(self) -> pl.DataFrame:
        """Return, per entry month and cut, the share converted within each number of days (Kaplan–Meier)."""
        return conversion_by_day(self.funnel, self.flagged, self.as_of, [*dict.fromkeys(["month", *self.query.by])])

    @property
    def survey(self) -> pl.DataFrame:
        """Return the survey of the completed cases: asked, answered, satisfied."""
        completed = self.flagged.filter(pl.col("step") == len(self.funnel.stages)).select("case_id", *self.query.by)
        return survey(completed, self.held.survey_answers, self.query.by)

    def worse_than_chance(self, dimensions: Sequence[str]) -> pl.DataFrame:
        """Return where a segment of the dimensions loses more than chance; they must be named by the question."""
        for name in dimensions:
            if name not in self.query.dimensions:
                message = f"The question does not name the dimension '{name}'. {nearest(name, self.query.dimensions)}"
                raise QueryError(message)
        counts = {name: self._counts(name) for name in dimensions}
        return worse_than_chance({name: self.parts if rows is None else rows for name, rows in counts.items()})

    def _counts(self, dimension: str) -> pl.DataFrame | None:
        """Return how many cases of every value of a dimension stood where, as counted at the load or in the parts."""
        if self.segments is not None and dimension in self.segments["dimension"]:
            of = self.segments.filter(dimension=dimension)
            return of.select("step", "stage", "state", "n", pl.col("segment").alias(dimension))
        return self.parts if dimension in {"month", *self.query.dimensions} else None

    @property
    def totals(self) -> dict[str, int]:
        """Return how many cases entered, and how many of them were converted, lost, timed out and are open."""
        return totals(self.stages)

    def change_from(self, before: "FunnelReading", *, since_start: bool = False) -> pl.DataFrame:
        """Return the change of each stage's conversion from another reading of the same cut to this one.

        The conversion is that from the stage before or, `since_start`, that of those who entered the first stage.
        """
        now, then = (overall(rows.stages) if since_start else rows.stages for rows in (self, before))
        return compared(now, then, self.query.by)

    def evidence(self, text: str, offset: int = 0, limit: int | None = 50) -> Evidence:
        """Return a page of the cases behind a bar ("appointment:lost:D33"), and the counts of its stage's bars.

        For cases left out ("left_out:merged") the counts are those of the reasons.
        """
        chosen = bar(self.funnel, text)
        states = {state: behind(Bar(chosen.step, state)).sum() for state in states_of(chosen.step)}
        counts = self.flagged.select(behind(chosen).sum().alias(_TOTAL), **states).collect().row(0, named=True)
        total = counts.pop(_TOTAL)
        if chosen.step == 0:
            counts = dict(left_out(self.parts).rows())
        return Evidence(self._page(behind(chosen), offset, limit), counts, total)

    def _page(self, belongs: pl.Expr, offset: int, limit: int | None) -> pl.DataFrame:
        """Return some of the rows that belong to a bar; of many, only those of the page are read as a whole."""
        rows = self.flagged.filter(belongs)
        if limit is not None:
            placed = rows.select(ORDER).collect().bottom_k(offset + limit, by=ORDER).sort(ORDER)
            rows, offset = rows.filter(pl.col("case_id").is_in(placed["case_id"].slice(offset).to_list())), 0
        return rows.sort(ORDER).slice(offset, limit).select(pl.exclude(_HIDDEN)).collect()

    def told_of_foreign(self) -> list[str]:
        """Return a sentence per stage that nothing declares, naming the declared ones close to it."""
        known = (*self.funnel.keys, *filter(None, [self.funnel.survey]))
        sentence = "Stage '{}' was entered {} times and no funnel declares it. {}"
        return [sentence.format(stage, times, nearest(stage, known)) for stage, times in self.foreign.iter_rows()]


def _matching(rows: pl.DataFrame | None, query: FunnelQuery) -> pl.DataFrame | None:
    conditions = asked(query)
    return rows.filter(conditions) if conditions and rows is not None else rows
