"""Funnels counted at a load, so that they are read in an instant: rows, parts by entry month and cube, and segments."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.funnel.definition import Funnel
from metrics.funnel.dimensions import OF_CASES
from metrics.funnel.parts import funnel_parts
from metrics.model import Moment
from metrics.populations import CUBE
from metrics.store.funnel_rows import FunnelRows
from metrics.store.funnel_stored import ORDER
from metrics.store.funnel_survey import survey_answers
from metrics.store.tables import FUNNEL_PARTS, FUNNEL_ROWS, FUNNEL_SEGMENTS
from metrics.store.warehouse import Warehouse

# A region is that of the unit as the organisation stands when it is looked at, so it is not counted by.
SEGMENTED = tuple(name for name in OF_CASES if name != "region")
_STANDS = ("step", "stage", "state")
_SCHEMAS = (FUNNEL_ROWS, FUNNEL_PARTS, FUNNEL_SEGMENTS)


@dataclass(frozen=True, eq=False)
class Counted:
    """What the cases that entered a funnel in some months yield: their flagged rows, the parts, those of segments."""

    rows: pl.DataFrame
    parts: pl.DataFrame
    segments: pl.DataFrame


def counted(
    warehouse: Warehouse,
    funnels: Mapping[str, Funnel],
    months: Collection[str],
    moment: Moment,
    calendar: BusinessCalendar,
) -> Iterator[Counted]:
    """Yield what every funnel yields for the cases that entered in `months`, some of them at a time."""
    for name, funnel in funnels.items():
        reader = FunnelRows(warehouse, funnel, moment, calendar, is_of_the_load=True)
        for flagged in reader.of(months, SEGMENTED):
            told = survey_answers(reader, flagged.lazy())
            rows = flagged.join(told, on="case_id", how="left").sort(ORDER)
            frames = (rows, funnel_parts(flagged.lazy(), ["month", *CUBE]), _segments(flagged))
            yield Counted(*(_as_stored(name, *of) for of in zip(frames, _SCHEMAS, strict=True)))


def _as_stored(funnel: str, frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    return (
        frame.with_columns(funnel=pl.lit(funnel))
        .select(schema.names())
        .match_to_schema(schema, integer_cast="upcast", float_cast="upcast")
    )


def _segments(flagged: pl.DataFrame) -> pl.DataFrame:
    """Return how many cases of every value of each dimension stood where, per entry month and unit."""
    counts = [
        flagged.lazy().group_by("month", "unit", *_STANDS, segment=name).agg(n=pl.len(), dimension=pl.lit(name).first())
        for name in SEGMENTED
    ]
    return pl.concat(pl.collect_all(counts))
