"""Reading all that happened to some cases: by going through every event, or through those of the months nearby."""

from collections.abc import Collection
from functools import cached_property
from typing import Protocol

import polars as pl

from metrics.calendar import shift_month
from metrics.store.warehouse import Warehouse

ENTRY = pl.col("kind") == "stage_enter"
_ENDING = pl.col("outcome").is_in(["lost", "timed_out"])
_NEEDED = (
    *("event_id", "case_id", "at", "kind", "stage", "outcome", "drop_reason_code", "actor_id"),
    *("source", "source_file", "source_row"),
)
# Most cases are over within so many months of their first event.
_NEAR = 2


class CaseEvents(Protocol):
    """Where the stage entries and endings of cases are read from."""

    def of(self, cases: pl.LazyFrame, months: Collection[str]) -> pl.DataFrame:
        """Return all events of `cases` (`case_id`), each of which entered a stage in one of `months`."""
        ...


class Everywhere:
    """Goes through every event for each question: right for a few."""

    def __init__(self, warehouse: Warehouse) -> None:
        """Take where the events are."""
        self.warehouse = warehouse

    def of(self, cases: pl.LazyFrame, months: Collection[str]) -> pl.DataFrame:  # noqa: ARG002 in whatever month
        """Return all events of `cases`."""
        return self._events().join(cases, on="case_id", how="semi").collect()

    def _events(self, months: Collection[str] | None = None) -> pl.LazyFrame:
        return self.warehouse.scan("case_events", months).filter(ENTRY | _ENDING).select(_NEEDED)


class Nearby(Everywhere):
    """Goes through every event once, to find the cases that lasted long, and then through the months nearby."""

    def of(self, cases: pl.LazyFrame, months: Collection[str]) -> pl.DataFrame:
        """Return all events of `cases`: of those that lasted long from what is held, of the others from nearby."""
        around = {shift_month(month, by) for month in months for by in range(-_NEAR, _NEAR + 1) if month[0].isdigit()}
        short = self._events(around | set(months)).join(cases, on="case_id", how="semi")
        short = short.join(self._lasting.lazy().select("case_id").unique(), on="case_id", how="anti")
        return pl.concat([short, self._lasting.lazy().join(cases, on="case_id", how="semi")]).collect()

    @cached_property
    def _lasting(self) -> pl.DataFrame:
        """Return the events of the cases of which two lie more than `_NEAR` months apart."""
        dated = self.warehouse.scan("case_events").filter(ENTRY | _ENDING, pl.col("month").str.contains(r"^\d"))
        year, month = (pl.col("month").str.slice(start, 2 + 2 * (start == 0)).cast(pl.Int32) for start in (0, 5))
        number = (year * 12 + month).cast(pl.Int16)
        spans = (
            dated.select("case_id", number=number)
            .group_by("case_id")
            .agg(months=pl.col("number").max() - pl.col("number").min())
        )
        lasting = spans.filter(pl.col("months") > _NEAR).select("case_id").collect(engine="streaming")
        return self._events().join(lasting.lazy(), on="case_id", how="semi").collect()
