"""Worked examples: the tiny populations of a KPI's definition as frames that the engine can read."""

from datetime import UTC, datetime, timedelta

import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.engine import add_up, flag, parts, readings
from metrics.model import Example, Kpi, Moment
from metrics.populations import CUBE, POPULATIONS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def reading_of(kpi: Kpi, example: Example) -> pl.DataFrame:
    """Return the one reading that the engine gives for an example's rows."""
    rows = example_rows(kpi, example)
    flagged = flag(kpi, rows.lazy(), Moment(_EPOCH + timedelta(hours=example.as_of)), BusinessCalendar("UTC"))
    return readings(kpi, add_up(parts(flagged, []), []))


def example_rows(kpi: Kpi, example: Example) -> pl.DataFrame:
    """Return the rows of an example with every column of the KPI's population."""
    columns = POPULATIONS[kpi.population].columns
    frame = pl.DataFrame(
        {name: [_hours(row.get(name), columns[name]) for row in example.given] for name in columns},
        schema=columns,
    )
    return frame.with_columns(key=pl.int_range(pl.len()).cast(pl.String), **dict.fromkeys(CUBE, pl.lit("unknown")))


def _hours(value: object, dtype: pl.DataType) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    if isinstance(dtype, pl.Datetime):
        return _EPOCH + timedelta(hours=value)
    return timedelta(hours=value) if isinstance(dtype, pl.Duration) else value
