"""Which calendar counts for whom and since when, and working time over spans that see several of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise

import polars as pl

from metrics.clocks.errors import UnknownCalendarError
from metrics.clocks.working_calendar import WorkingCalendar
from metrics.clocks.worktime import worktime

EVERY_UNIT = "*"
_ALWAYS, _NEVER = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
_PERIODS = pl.Schema(
    {
        "unit": pl.String(),
        "calendar": pl.String(),
        "since": pl.Datetime("us", "UTC"),
        "until": pl.Datetime("us", "UTC"),
    }
)


class Several(StrEnum):
    """How a life under several schedules is measured.

    `pieces`: each piece by the schedule in force then. `last`: all of it by the schedule in force at its end.
    """

    PIECES = "pieces"
    LAST = "last"


@dataclass(frozen=True)
class Assignment:
    """A calendar that counts for a unit ("*": every unit without one of its own) from a moment on."""

    calendar: str
    unit: str = EVERY_UNIT
    since: datetime = _ALWAYS


@dataclass(frozen=True, eq=False)
class Schedules:
    """The calendars there are, by id, and who works by which of them since when.

    Without any assignment the only calendar counts for everybody; of several calendars none does.
    """

    calendars: Mapping[str, WorkingCalendar]
    assignments: tuple[Assignment, ...] = ()
    several: Several = Several.PIECES

    def __post_init__(self) -> None:
        """Refuse an assignment of a calendar that is not there."""
        for assignment in self.assignments:
            if assignment.calendar not in self.calendars:
                raise UnknownCalendarError(assignment.calendar, self.calendars)

    def worked(self, spans: pl.DataFrame) -> pl.Series:
        """Return the working time within each span; null where for some of it no calendar counts.

        `spans` has `unit`, `begin`, `end`, and `judged_at`: the end of the life that the span is a piece of.
        """
        numbered = spans.select("unit", "begin", "end", "judged_at").with_row_index("row")
        measured = [self._measured(*group) for group in self._by_calendar(numbered)]
        sums = pl.concat(measured) if measured else pl.DataFrame(schema={"row": pl.UInt32, "worked": pl.Duration("us")})
        added = sums.group_by("row").agg(pl.when(pl.col("worked").is_not_null().all()).then(pl.col("worked").sum()))
        return numbered.select("row").join(added, on="row", how="left", maintain_order="left")["worked"]

    def periods(self, units: pl.Series) -> pl.DataFrame:
        """Return, per unit, which calendar counts from when (`since`) until when: its own before that for all."""
        rows = [row for unit in units.unique().sort() for row in self._periods_of(unit)]
        return pl.DataFrame(rows, schema=_PERIODS, orient="row")

    def _periods_of(self, unit: str | None) -> Iterator[tuple[str | None, str, datetime, datetime]]:
        mine = self._assignments_of(unit)
        changes = sorted({assignment.since for assignment in mine})
        for since, until in pairwise([*changes, _NEVER]):
            begun = [assignment for assignment in mine if assignment.since <= since]
            # The unit's own come first, then the newest.
            newest = max(begun, key=lambda assignment: (assignment.unit == unit, assignment.since))
            yield unit, newest.calendar, since, until

    def _assignments_of(self, unit: str | None) -> tuple[Assignment, ...]:
        if not self.assignments and len(self.calendars) == 1:
            return (Assignment(next(iter(self.calendars))),)
        return tuple(assignment for assignment in self.assignments if assignment.unit in {EVERY_UNIT, unit})

    def _by_calendar(self, spans: pl.DataFrame) -> Iterator[tuple[WorkingCalendar, pl.DataFrame]]:
        """Yield the pieces of spans that each calendar measures."""
        found = spans.join(self.periods(spans["unit"]), on="unit", how="inner", nulls_equal=True)
        if self.several is Several.LAST:
            pieces = found.filter(pl.col("judged_at") >= pl.col("since"), pl.col("judged_at") < pl.col("until"))
        else:
            pieces = _cut(found)
        for (key,), group in pieces.partition_by("calendar", as_dict=True).items():
            yield self.calendars[str(key)], group

    def _measured(self, calendar: WorkingCalendar, pieces: pl.DataFrame) -> pl.DataFrame:
        return pieces.select("row", worked=worktime(calendar, pieces["begin"], pieces["end"]))


def _cut(found: pl.DataFrame) -> pl.DataFrame:
    """Return spans cut at the changes of schedule; a span that begins before any schedule counted is not told."""
    begin, end, since, until = (pl.col(name) for name in ("begin", "end", "since", "until"))
    at_once = (begin == end) & (begin >= since) & (begin < until)
    told = begin >= since.min().over("unit")
    pieces = found.filter(told & (at_once | ((begin < until) & (end > since) & (begin < end))))
    return pieces.with_columns(begin=pl.max_horizontal("begin", "since"), end=pl.min_horizontal("end", "until"))
