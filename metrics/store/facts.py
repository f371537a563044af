"""The facts that a population needs for some months: its own rows, their neighbours, and what they are linked to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from functools import cached_property

import polars as pl

from metrics.calendar import shift_month
from metrics.contract import TABLES, UTC
from metrics.model import Moment
from metrics.populations import Facts, Population
from metrics.store.knowledge import as_known
from metrics.store.tables import LINKED
from metrics.store.warehouse import Warehouse

__all__ = ["around", "as_known", "dates_reopenings", "facts"]

_BESIDE = ("links", "settings", "moment", "dating")
_SHORTEST_MONTH = timedelta(days=28)


def around(months: Iterable[str], margin: timedelta) -> frozenset[str]:
    """Return the months and those within `margin` of them; names that are no month ("all", "undated") stay."""
    reach = -(-margin // _SHORTEST_MONTH)
    shifts = range(-reach, reach + 1)
    return frozenset(shift_month(month, by) if month[0].isdigit() else month for month in months for by in shifts)


def facts(warehouse: Warehouse, population: Population, months: Collection[str], moment: Moment) -> Facts:
    """Return every canonical table as far as `population` needs it for `months`, as it was known at `moment`.

    Beside the tables there are "links", "settings", "moment" with its `as_of`, and "dating": one row that says whether
    the source dates `reopenings` at all, in whatever month.
    """
    return _Facts(warehouse, population, around(months, population.margin), moment)


class _Facts(Mapping[str, pl.LazyFrame]):
    """Tables that are opened when they are asked for."""

    def __init__(self, warehouse: Warehouse, population: Population, near: frozenset[str], moment: Moment) -> None:
        self.warehouse, self.population, self.near, self.moment = warehouse, population, near, moment

    def __getitem__(self, name: str) -> pl.LazyFrame:
        if name == "links":
            return self._links
        if name == "dating":
            return pl.LazyFrame({"reopenings": [dates_reopenings(self.warehouse, self.near)]})
        if name == "settings":
            return self.warehouse.scan(name)
        if name == "moment":
            return pl.LazyFrame({"as_of": [self.moment.as_of]}, schema={"as_of": UTC})
        rows = as_known(name, self.warehouse.scan(name, self._months(name)), self.moment)
        return rows if name == self.population.table else rows.drop("month")

    def __iter__(self) -> Iterator[str]:
        return iter((*TABLES, *_BESIDE))

    def __len__(self) -> int:
        return len(TABLES) + len(_BESIDE)

    def _months(self, name: str) -> Collection[str] | None:
        if name == "cases" and self.population.table != "cases":
            return self._months_of_cases
        return self.near if TABLES[name].at and name not in self.population.follows else None

    @cached_property
    def _links(self) -> pl.LazyFrame:
        return self.warehouse.scan("links", self.near)

    @cached_property
    def _months_of_cases(self) -> frozenset[str]:
        """Return the months of the cases to which the population's rows are linked, or which they name."""
        own = self.population.table
        if own in LINKED:
            months = self._links.filter(pl.col("table") == own).select(pl.col("case_month").drop_nulls())
        elif "case_id" in TABLES[own].schema:
            named = self.warehouse.scan(own, self.near).select("case_id")
            months = self.warehouse.scan("cases").join(named, on="case_id", how="semi").select("month")
        else:
            return self.near
        return frozenset(months.unique().collect().to_series())


def dates_reopenings(warehouse: Warehouse, near: Collection[str] = ()) -> bool:
    """Return whether any case event is a reopening; the months `near` are looked at first."""
    places = [near, None] if near else [None]
    return any(_has_reopening(warehouse.scan("case_events", months)) for months in places)


def _has_reopening(events: pl.LazyFrame) -> bool:
    return bool(events.select((pl.col("kind") == "reopen").any()).collect().item())
