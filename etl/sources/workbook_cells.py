"""Cells of a workbook as a reader of the sheet would write them down."""

from datetime import datetime

import polars as pl

# Times of day and durations are stored as times after this day.
_DAY_ZERO = datetime(1899, 12, 31)  # noqa: DTZ001 - a sheet knows no zone
_MOMENT = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_DURATION = r"^(1899-12-31|1900-0[12]-\d\d) \d\d:\d\d:\d\d"
_MIDNIGHT = " 00:00:00"


def plain_cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with durations as HH:MM:SS, and columns of dates without times of day."""
    return rows.with_columns(_plain(rows[name]) for name in rows.columns)


def _plain(cells: pl.Series) -> pl.Series:
    moments = cells.str.contains(_MOMENT)
    if not moments.any():
        return cells
    durations = cells.str.contains(_DURATION)
    if durations.any():
        return cells.to_frame("cell").select(pl.when(durations).then(_duration()).otherwise("cell").alias(cells.name))[
            :, 0
        ]
    dates = cells.filter(moments).str.ends_with(_MIDNIGHT).all()
    return cells.str.strip_suffix(_MIDNIGHT) if dates else cells


def _duration() -> pl.Expr:
    passed = pl.col("cell").str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False) - _DAY_ZERO
    seconds = (passed.dt.total_milliseconds() / 1000).round().cast(pl.Int64)
    parts = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    return pl.concat_str([part.cast(pl.String).str.zfill(2) for part in parts], separator=":")
