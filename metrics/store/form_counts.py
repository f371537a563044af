"""Counts of forms and jobs of every unit's months, read once from the warehouse for whatever policy judges them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.populations import POPULATIONS
from metrics.rewards.counting import flagged, jobs, profiles, responses
from metrics.rewards.tallies import DAYS, PROFILES, RESPONSES, Counts, added
from metrics.rewards.traces import days, joined, traces
from metrics.store.compute import rows_of
from metrics.store.knowledge import as_known
from metrics.store.scope import Scope
from metrics.store.warehouse import Warehouse

# A month of forms fits into memory, where this engine joins it in half the time of the streaming one.
_ENGINE: Final = "in-memory"
# Some months at a time keep the cores busy where one month is read or its work is not parallel.
_AT_ONCE = 4

Seen = Callable[[pl.DataFrame], None]


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


def form_counts(source: Source, seen: Seen | None = None) -> Counts:
    """Return the counts of all months, read one month of the table at a time.

    `seen` is shown each month's flagged forms in passing, so that their evidence need not be read a second time.
    """
    staff = source.warehouse.scan("staff").collect().lazy()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        pieces = [*pool.map(lambda month: _counted(source, month, staff, seen), source.months())]
    found_profiles, found_responses, found_traces, found_days = zip(*pieces, strict=True) if pieces else ((),) * 4
    return Counts(
        # Sums are taken of them later on; to add them up before would take as long.
        profiles=pl.concat([PROFILES.to_frame(), *found_profiles]),
        responses=added(found_responses, RESPONSES),
        jobs=jobs(source.jobs(), source.calendar).collect(),
        traces=joined(found_traces),
        days=added(found_days, DAYS),
    )


def _counted(source: Source, month: str, staff: pl.LazyFrame, seen: Seen | None) -> list[pl.DataFrame]:
    found = flagged(source.forms([month]), source.moment, source.calendar).collect(engine=_ENGINE)
    if seen:
        seen(found)
    forms = found.lazy()
    counted = (
        profiles(forms),
        responses(forms, source.moment, source.calendar),
        traces(forms, staff, source.calendar),
        days(forms),
    )
    return pl.collect_all(counted, engine=_ENGINE)
