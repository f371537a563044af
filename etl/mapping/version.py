"""The version of a row: text that sorts as versions do, so that the newer of two rows can be told."""

from collections.abc import Mapping

import polars as pl

from etl.mapping.cells import as_text, trimmed
from etl.workspace import Source
from metrics.contract import UTC

_WIDTH = 20


def version_of(frame: pl.DataFrame, source: Source, values: Mapping[str, pl.Series]) -> pl.Series:
    """Return the version of each row; null where the source names no version column.

    Whole numbers are filled with zeros; a column that is also mapped as a time counts as that time, in UTC.
    """
    if source.version is None:
        return pl.Series([None], dtype=pl.String).new_from_index(0, frame.height)
    times = [values[name] for name, mapping in source.columns.items() if mapping.column == source.version]
    read = next((time for time in times if time.dtype == UTC), None)
    if read is not None:
        return read.dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ")
    text = frame.select(cell=trimmed(as_text(frame, source.version)))
    cell = pl.col("cell")
    padded = pl.when(cell.str.contains(r"^\d+$")).then(cell.str.zfill(_WIDTH)).otherwise(cell)
    return text.select(pl.when(cell != "").then(padded)).to_series()
