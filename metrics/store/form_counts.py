"""Counts of forms and jobs of every unit's months, read once from the warehouse for whatever policy judges them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.rewards.counting import flagged, jobs, profiles, responses
from metrics.rewards.tallies import PROFILES, RESPONSES, Counts, added
from metrics.store.compute import rows_of
from metrics.store.knowledge import as_known
from metrics.store.scope import Scope
from metrics.store.warehouse import Warehouse


@dataclass(frozen=True)
class Source:
    """Where forms are read from: the warehouse of a load, the calendar, the moment, and what the viewer may see."""

    warehouse: Warehouse
    calendar: BusinessCalendar
    moment: Moment
    scope: Scope
    load: int | None = None

    def months(self) -> list[str]:
        """Return the months of the table of forms."""
        months = self.warehouse.scan("feedback_forms").select(pl.col("month").unique())
        return sorted(months.collect().to_series())

    def forms(self, months: Iterable[str]) -> pl.LazyFrame:
        """Return the forms that some months of the table hold, as KPIs see them."""
        return self.scope.restrict(rows_of(self.warehouse, POPULATIONS["forms"], [*months], self.moment))

    def jobs(self) -> pl.LazyFrame:
        """Return every job, as far as it is known."""
        rows = as_known("jobs", self.warehouse.scan("jobs").drop("month"), self.moment)
        return self.scope.restrict(rows, "org_unit_id")


def form_counts(source: Source) -> Counts:
    """Return the counts of all months, read one month of the table at a time."""
    pieces = [*_pieces(source)]
    return Counts(
        profiles=added((piece[0] for piece in pieces), PROFILES),
        responses=added((piece[1] for piece in pieces), RESPONSES),
        jobs=jobs(source.jobs(), source.calendar).collect(),
    )


def _pieces(source: Source) -> Iterator[list[pl.DataFrame]]:
    for month in source.months():
        forms = source.forms([month]).collect().lazy()
        flags = flagged(forms, source.moment, source.calendar)
        yield pl.collect_all([profiles(flags), responses(forms, source.moment, source.calendar)])
