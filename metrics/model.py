"""What a KPI is: meaning, unit, direction and target as data, and a measure whose parts add up."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import polars as pl

from metrics.errors import DefinitionError
from metrics.text import Text


class Unit(StrEnum):
    """What a KPI's value is counted in."""

    SHARE = "share"
    SCORE = "score"
    POINTS = "points"
    SECONDS = "seconds"
    WORKING_SECONDS = "working_seconds"
    PER_HUNDRED = "per_100"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"


@dataclass(frozen=True)
class Target:
    """The value that meets the target, and the one that is still near it."""

    meet: float
    near: float


@dataclass(frozen=True, eq=False)
class Share:
    """The share of counted rows for which `hit` holds; a null `hit` is not a hit."""

    hit: pl.Expr


@dataclass(frozen=True, eq=False)
class Mean:
    """The mean of `value` over counted rows; it can only lie within `bounds`."""

    value: pl.Expr
    bounds: tuple[float, float] = (-math.inf, math.inf)


@dataclass(frozen=True, eq=False)
class Rate:
    """`count` events per `per` units of `exposure`; one event counts for at most `heaviest`, where they are weighed."""

    count: pl.Expr
    exposure: pl.Expr
    per: int = 100
    heaviest: float = 1.0

    @property
    def is_weighed(self) -> bool:
        """Return whether events weigh differently, so that their sum is no Poisson count."""
        return self.heaviest != 1


@dataclass(frozen=True, eq=False)
class Quantile:
    """The duration `value` within which the share `q` of counted rows ends.

    A row that is not `observed` is still going on: its value is how long it has taken so far.
    """

    value: pl.Expr
    q: float
    observed: pl.Expr = field(default_factory=lambda: pl.lit(value=True))

    def __post_init__(self) -> None:
        """Refuse a share that no row, or every row, has ended within."""
        if not 0 < self.q < 1:
            message = f"A quantile lies between 0 and 1, got q={self.q}."
            raise ValueError(message)


Measure = Share | Mean | Rate | Quantile


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Why a row is not counted; the first reason that holds is the one given."""

    reason: str
    text: Text
    when: pl.Expr


@dataclass(frozen=True)
class Example:
    """A tiny population with the value it must give; shown in the handbook and run as a test.

    `given` lists rows of the KPI's population (what a row does not say is null); in time columns a whole number
    stands for an hour since 1970, and so it does in `as_of`.
    """

    because: Text
    given: Sequence[Mapping[str, Any]]
    value: float | None
    n: int
    immature: int = 0
    excluded: int = 0
    as_of: int = 10_000


@dataclass(frozen=True, eq=False)
class Kpi:
    """A declared measure; one that contradicts itself cannot be imported.

    `population` names the rows it is about, `at` the time that dates a row, `immature` holds for rows that cannot
    be judged yet at the column `as_of`, `window` says how long that takes at most (None: it depends on the row).
    """

    key: str
    name: Text
    question: Text
    why: Text
    formula: Text
    caveat: Text
    unit: Unit
    direction: Direction
    target: Target | None
    population: str
    at: pl.Expr
    measure: Measure
    examples: tuple[Example, ...]
    immature: pl.Expr = field(default_factory=lambda: pl.lit(value=False))
    left_out: tuple[LeftOut, ...] = ()
    window: timedelta | None = None
    rank: int = 100

    def __post_init__(self) -> None:
        """Refuse a target that contradicts the direction, and a KPI that does not say what "no data" gives."""
        if self.target and (contradiction := self.contradiction(self.target)):
            raise DefinitionError(self.key, contradiction)
        if not any(example.value is None and example.n == 0 for example in self.examples):
            raise DefinitionError(self.key, "one of its examples must show what 'no data' gives.")

    def contradiction(self, target: Target) -> str | None:
        """Return how a target contradicts the direction: its `near` would be better than its `meet`; else None."""
        if not self._is_better(target.near, target.meet):
            return None
        which_way = self.direction.replace("_", " ")
        return f"{which_way}, so near={target.near:g} must not be better than meet={target.meet:g}."

    def _is_better(self, one: float, other: float) -> bool:
        return one > other if self.direction is Direction.HIGHER_IS_BETTER else one < other

    @property
    def reasons(self) -> Mapping[str, Text]:
        """Return every reason for which a row may be left out, and its text."""
        return {rule.reason: rule.text for rule in self.left_out}


@dataclass(frozen=True)
class Moment:
    """What is known when: the time as of which rows are judged and the time since which data exists."""

    as_of: datetime
    data_from: datetime | None = None
