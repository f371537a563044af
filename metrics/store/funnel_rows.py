"""The rows of a funnel, from the warehouse: stage events and cases of those who entered in some months."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.funnel.definition import Funnel
from metrics.funnel.dimensions import case_dimensions
from metrics.funnel.flags import flag_stages
from metrics.funnel.journeys import journeys
from metrics.model import Moment
from metrics.populations import CUBE, POPULATIONS
from metrics.populations.population import dimension
from metrics.store import slices
from metrics.store.facts import as_known
from metrics.store.funnel_events import ENTRY, CaseEvents, Everywhere, Nearby
from metrics.store.funnel_query import FunnelQuery
from metrics.store.scope import EVERYTHING, Scope
from metrics.store.warehouse import Warehouse

# As many entries into a stage as are worked on at once: a few hundred MiB.
_AT_ONCE = 1_000_000
# Up to so many batches it costs less to go through all events for each.
_FEW = 2


@dataclass(frozen=True, eq=False)
class FunnelRows:
    """Where the rows of a funnel come from, and by which moment and calendar they are judged.

    `events` reads the events of cases (None: by going through all of them); `is_of_the_load` says that the moment is
    the load's own, so that what the load stored may be read.
    """

    warehouse: Warehouse
    funnel: Funnel
    moment: Moment
    calendar: BusinessCalendar
    events: CaseEvents | None = None
    is_of_the_load: bool = False

    def flagged(self, query: FunnelQuery, scope: Scope) -> Iterator[pl.DataFrame]:
        """Yield the flagged rows of a question, some entry months at a time; at least one frame, perhaps empty."""
        for months in _batches(self.months(query)) or [[]]:
            yield self._of_months(months, query, scope)

    def of(self, months: Collection[str], also: tuple[str, ...] = ()) -> Iterator[pl.DataFrame]:
        """Yield the flagged rows of every case that entered in some months, with dimensions beside the cube's."""
        entries = self.months(FunnelQuery()).filter(pl.col("month").is_in(sorted(months)))
        batches = _batches(entries)
        reader = self if len(batches) <= _FEW else replace(self, events=Nearby(self.warehouse))
        for batch in batches:
            yield reader._of_months(batch, FunnelQuery(also=also), EVERYTHING)  # noqa: SLF001 a reader of the same kind

    def months(self, query: FunnelQuery) -> pl.DataFrame:
        """Return the months of the question in which some case entered a stage, and how many did."""
        entries = self.warehouse.scan("case_events").filter(ENTRY, *_within(query))
        return entries.group_by("month").agg(entries=pl.len()).sort("month").collect()

    def foreign(self, query: FunnelQuery, known: Collection[str], scope: Scope) -> pl.DataFrame:
        """Return the stages entered in the question's months that none of `known` names, with how often."""
        entries = self.warehouse.scan("case_events").filter(ENTRY, *_within(query))
        foreign = entries.filter(pl.col("stage").is_not_null(), ~pl.col("stage").is_in(sorted(known)))
        return (
            self._seen(foreign, scope)
            .group_by("stage")
            .agg(entries=pl.len())
            .sort("entries", "stage", descending=[True, False])
            .collect()
        )

    def _seen(self, events: pl.LazyFrame, scope: Scope) -> pl.LazyFrame:
        """Return the events of the cases that a viewer may see; whoever sees all needs no case for that."""
        if scope.units is None:
            return events
        units = self.warehouse.scan("cases").select("case_id", unit=dimension("org_unit_id"))
        return scope.restrict(events.join(units, on="case_id", how="left"))

    def _of_months(self, months: Sequence[str], query: FunnelQuery, scope: Scope) -> pl.DataFrame:
        """Return the flagged rows of the cases that entered in `months`.

        A case may have entered in an earlier month and come back, and goes on in later ones: all events of every case
        with an entry in `months` are read, and those that turn out to have entered elsewhere are left to those months.
        """
        here = self.warehouse.scan("case_events", months).filter(ENTRY).select("case_id").unique().collect().lazy()
        events = self.events or Everywhere(self.warehouse)
        found = journeys(self.funnel, events.of(here, months).lazy(), self.moment.as_of, self.calendar)
        rows = flag_stages(found, self._cases(here, query), query.attribution).filter(pl.col("month").is_in(months))
        conditions = [pl.col(name) == value for name, value in query.where]
        return scope.restrict(rows.filter(conditions) if conditions else rows).collect()

    def _cases(self, wanted: pl.LazyFrame, query: FunnelQuery) -> pl.LazyFrame:
        """Return the dimensions of the wanted cases: always those of the cube, others where the question needs them."""
        facts = {name: as_known(name, self.warehouse.scan(name), self.moment) for name in ("cases", "reason_codes")}
        facts["cases"] = facts["cases"].join(wanted, on="case_id", how="semi")
        units = slices.unit_names(self.warehouse.scan("org_units"))
        rows = slices.with_region(POPULATIONS["cases"].build(facts), units)
        return case_dimensions(rows, {*CUBE, *query.dimensions})


def _within(query: FunnelQuery) -> list[pl.Expr]:
    first = [pl.col("month") >= query.first] if query.first else []
    last = [pl.col("month") <= query.last] if query.last else []
    return [*first, *last]


def _batches(entries: pl.DataFrame) -> list[list[str]]:
    """Return months in groups that fit into memory together, by how many entries they have."""
    batches: list[list[str]] = []
    room = 0
    for month, number in entries.iter_rows():
        if number > room:
            batches.append([])
            room = _AT_ONCE
        batches[-1].append(month)
        room -= number
    return batches
