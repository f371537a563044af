"""The rows behind a reading, each with the reason why it was counted or not."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from metrics.engine import COUNTED, IMMATURE
from metrics.model import Kpi, Share
from metrics.populations import CUBE, POPULATIONS

HIT, LEFT_OUT = "hit", "left_out"
_LINEAGE = ("source", "source_file", "source_row")


@dataclass(frozen=True)
class Evidence:
    """One page of rows; `counts` per status over the whole slice, `total` of the rows that were asked for.

    `counts` holds "counted", "immature" and one entry per reason; for a share also "hit", which is part of "counted".
    """

    rows: pl.DataFrame
    counts: dict[str, int]
    total: int


def columns_of(kpi: Kpi) -> list[str]:
    """Return the columns that the evidence of a KPI shows."""
    population = POPULATIONS[kpi.population]
    names = ("key", "month", "status", "value", *CUBE, *population.dimensions, *population.shown, *_LINEAGE)
    return list(dict.fromkeys(names))


def shown(kpi: Kpi, flagged: pl.LazyFrame) -> pl.LazyFrame:
    """Return flagged rows as evidence: `value` is what a counted row contributed."""
    return flagged.with_columns(value=pl.col("_value")).select(columns_of(kpi))


def contributed(kpi: Kpi, flagged: pl.LazyFrame) -> pl.LazyFrame:
    """Return flagged rows as evidence with all that they contribute: also the exposure of a rate.

    Of a percentile `exposure` says whether a wait is over (1) or still going on (0).
    """
    first = ["key", "month", "status", "value", "exposure"]
    rest = [name for name in columns_of(kpi) if name not in first]
    return flagged.with_columns(value=pl.col("_value"), exposure=pl.col("_exposure")).select(*first, *rest)


def matching(status: str | None) -> pl.Expr:
    """Return which evidence rows belong to a status, a reason, "hit" or "left_out"; all where it is None."""
    column = pl.col("status")
    match status:
        case None:
            return pl.lit(value=True)
        case "hit":
            return (column == COUNTED) & (pl.col("value") == 1)
        case "left_out":
            return ~column.is_in([COUNTED, IMMATURE])
        case _:
            return column == status


def page(kpi: Kpi, months: Iterator[pl.DataFrame], status: str | None, offset: int, limit: int | None) -> Evidence:
    """Return one page of the evidence that comes month by month, with the counts of all of it."""
    counts: dict[str, int] = {}
    pages: list[pl.DataFrame] = []
    total = 0
    for rows in months:
        _count(kpi, rows, counts)
        wanted = rows.filter(matching(status)).sort("month", "key")
        start = max(offset - total, 0)
        room = None if limit is None else limit - sum(taken.height for taken in pages)
        pages.append(wanted.slice(start, room))
        total += wanted.height
    return Evidence(pl.concat(pages) if pages else pl.DataFrame(), counts, total)


def _count(kpi: Kpi, rows: pl.DataFrame, counts: dict[str, int]) -> None:
    for name, number in rows.group_by("status").len().sort("status").iter_rows():
        counts[name] = counts.get(name, 0) + number
    if isinstance(kpi.measure, Share):
        counts[HIT] = counts.get(HIT, 0) + rows.filter(matching(HIT)).height
