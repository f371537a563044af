"""The rows behind a reading, each with the reason why it was counted or not."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from metrics.engine import COUNTED, IMMATURE
from metrics.model import Kpi, Share
from metrics.populations import CUBE, POPULATIONS, PROVENANCE

_ORDER = ("month", "key")
HIT, LEFT_OUT = "hit", "left_out"


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
    names = ("key", "month", "status", "value", *CUBE, *population.dimensions, *population.shown, *PROVENANCE)
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


def page(kpi: Kpi, months: Iterator[pl.LazyFrame], status: str | None, offset: int, limit: int | None) -> Evidence:
    """Return one page of the evidence whose flagged rows come month by month, with the counts of all of it.

    Of all rows only what places and counts them is read; the columns to show are read of the page's rows alone.
    """
    counts: dict[str, int] = {}
    pages: list[pl.DataFrame] = []
    total = 0
    for flagged in months:
        rows = flagged.select(*_ORDER, "status", value="_value").collect()
        _count(kpi, rows, counts)
        wanted = rows.filter(matching(status))
        start = max(offset - total, 0)
        if limit is None:
            pages.append(shown(kpi, flagged).filter(matching(status)).sort(_ORDER).slice(start).collect())
        else:
            part = _part(wanted, start, limit - sum(taken.height for taken in pages))
            pages.append(_shown(kpi, flagged, part))
        total += wanted.height
    return Evidence(pl.concat(pages) if pages else pl.DataFrame(), counts, total)


def _part(rows: pl.DataFrame, start: int, room: int) -> pl.DataFrame:
    """Return a few of many rows in order, without putting the others in order."""
    return rows.bottom_k(start + room, by=_ORDER).sort(_ORDER).slice(start, room)


def _shown(kpi: Kpi, flagged: pl.LazyFrame, part: pl.DataFrame) -> pl.DataFrame:
    found = flagged.filter(pl.col("key").is_in(part["key"].to_list()))
    return shown(kpi, found).sort(_ORDER).collect()


def _count(kpi: Kpi, rows: pl.DataFrame, counts: dict[str, int]) -> None:
    for name, number in rows.group_by("status").len().sort("status").iter_rows():
        counts[name] = counts.get(name, 0) + number
    if isinstance(kpi.measure, Share):
        counts[HIT] = counts.get(HIT, 0) + rows.filter(matching(HIT)).height
