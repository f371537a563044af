"""Reading one column: its values, what could not be read of it, and which letters were mended."""

from dataclasses import dataclass

import polars as pl

from etl.mapping.cells import present, trimmed
from etl.mapping.errors import ZoneNeededError
from etl.mapping.reader import CELL, Reader, because
from etl.mapping.readers import reader_of, times_of
from etl.workspace import ColumnMapping, Source
from metrics.contract import UTC, Column

_RAW = pl.col("raw")
_NOTHING = pl.lit(None, pl.String)


@dataclass(frozen=True)
class Reading:
    """A column of the contract and what decides how its raw cells are read; `zone` is the business zone.

    `place` is what an error names as the place of the cells.
    """

    column: Column
    mapping: ColumnMapping
    source: Source
    zone: str
    place: str = ""


def read_column(raw: pl.Series, reading: Reading) -> pl.DataFrame:
    """Return for each raw cell its `value`, the `problem` of a cell without one, and the text `repaired` for it.

    `filled` tells whether the cell holds anything.
    """
    # Exports repeat themselves: each different text is read once.
    cells = raw.alias("raw").unique().to_frame()
    return (
        raw.alias("raw")
        .to_frame()
        .join(_read(cells, reading), on="raw", how="left", nulls_equal=True, maintain_order="left")
    )


def _read(cells: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    mapping, source = reading.mapping, reading.source
    stated = cells.with_columns(cell=present(trimmed(_RAW), source.missing, mapping.values))
    if reading.column.dtype == UTC:
        _need_zone(stated, reading)
    meant = stated.with_columns(cell=_meant(mapping))
    reader = reader_of(reading.column, mapping, source, reading.zone)
    value = meant.select(reader.value.cast(reading.column.dtype)).to_series()
    unlisted = _problem(stated, meant["cell"], because(f"is not among the values {_listed(mapping)}"))
    unreadable = _problem(meant, value, reader.reason)
    return meant.select(
        "raw",
        value.alias("value"),
        problem=unlisted.zip_with(unlisted.is_not_null(), unreadable),
        repaired=_repaired(reader, reading),
        filled=stated["cell"].is_not_null(),
    )


def _need_zone(cells: pl.DataFrame, reading: Reading) -> None:
    times = times_of(reading.mapping, reading.source)
    naive = cells.filter(times.naive().is_not_null()) if times.zone is None else cells.clear()
    if naive.height:
        place, source = reading.place, reading.source.name
        raise ZoneNeededError(place, source, reading.mapping.column or "constant", naive["cell"].sort()[0])


def _meant(mapping: ColumnMapping) -> pl.Expr:
    if mapping.values is None:
        return CELL
    meant = CELL.replace_strict(mapping.values, default=mapping.fallback, return_dtype=pl.String)
    return pl.when(CELL.is_not_null()).then(meant)


def _listed(mapping: ColumnMapping) -> str:
    return ", ".join(key for key in mapping.values or {} if key)


def _problem(cells: pl.DataFrame, values: pl.Series, reason: pl.Expr | None) -> pl.Series:
    """Return the cell and the reason where there is a cell and no value; reasons are worked out for those alone."""
    lost = cells["cell"].is_not_null() & values.is_null()
    sentences = pl.Series([None], dtype=pl.String).new_from_index(0, cells.height)
    if reason is None or not lost.any():
        return sentences
    told = cells.filter(lost).select(pl.format("'{}' {}", CELL, reason)).to_series()
    return sentences.scatter(lost.arg_true(), told)


def _repaired(reader: Reader, reading: Reading) -> pl.Expr:
    if reader.repaired is None or reading.mapping.values is not None:
        return _NOTHING
    # The spaces around a grade are logged as well; those around a number are nobody's concern.
    before = _RAW if reading.column.allowed else CELL
    return pl.when(reader.repaired != before).then(reader.repaired)
