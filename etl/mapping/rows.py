"""Mapping the rows of one extract to the contract."""

from dataclasses import dataclass

import polars as pl

from etl.mapping.cells import as_text
from etl.mapping.column import Reading, read_column
from etl.mapping.version import version_of
from etl.sources.errors import SchemaDriftError, TypeDriftError
from etl.sources.header import ROW
from etl.workspace import ColumnMapping, Source
from metrics.contract import Table

_SYSTEMATIC = 20  # so many cells, and not one of them readable, are no slips of the pen
_Read = dict[str, pl.DataFrame]


@dataclass(frozen=True, eq=False)
class Mapped:
    """Rows of the contract, each with `source_row`, `version` and what is `unreadable`; and the mended letters."""

    frame: pl.DataFrame
    repairs: pl.DataFrame


def map_rows(frame: pl.DataFrame, source: Source, table: Table, zone: str, file: str = "") -> Mapped:
    """Return the rows mapped to `table`, unmapped columns null; `zone` decides the day of a moment.

    A cell that cannot be read is null and told in `unreadable` ("column: 'cell' reason; …"); a column that cannot
    be read at all raises SchemaDriftError, times without any zone MappingError.
    """
    place = file or f"Source '{source.name}'"
    _need_columns(frame, source, place)
    read: _Read = {}
    for column in table.columns:
        if column.name in source.columns:
            reading = Reading(column, source.columns[column.name], source, zone, place)
            read[column.name] = read_column(_raw(frame, reading.mapping), reading)
            _refuse_another_type(read[column.name], reading, place)
    return Mapped(_rows(frame, read, source, table), _repairs(frame, read))


def _need_columns(frame: pl.DataFrame, source: Source, place: str) -> None:
    missing = [name for name in source.raw_columns if name not in frame.columns]
    if missing:
        found = [name for name in frame.columns if name != ROW]
        raise SchemaDriftError(place, missing, found, [name for name in found if name not in source.raw_columns])


def _raw(frame: pl.DataFrame, mapping: ColumnMapping) -> pl.Series:
    if mapping.column is None:
        return pl.Series([mapping.constant], dtype=pl.String).new_from_index(0, frame.height)
    return frame.select(as_text(frame, mapping.column)).to_series()


def _refuse_another_type(cells: pl.DataFrame, reading: Reading, place: str) -> None:
    problems = cells["problem"].drop_nulls()
    if reading.mapping.values is None and problems.len() == cells["filled"].sum() >= _SYSTEMATIC:
        kind = reading.column.dtype.to_python().__name__
        wanted = f"{reading.column.name} ({kind})"
        raise TypeDriftError(place, reading.mapping.column or "", wanted, cells=problems.len(), first=problems[0])


def _rows(frame: pl.DataFrame, read: _Read, source: Source, table: Table) -> pl.DataFrame:
    values = {name: cells["value"] for name, cells in read.items()}
    return frame.select(
        *(values.get(name, pl.lit(None, dtype)).alias(name) for name, dtype in table.schema.items()),
        pl.col(ROW).cast(pl.Int64),
        version_of(frame, source, values).alias("version"),
        _unreadable(read).alias("unreadable"),
    )


def _unreadable(read: _Read) -> pl.Series:
    told = {name: cells["problem"] for name, cells in read.items() if cells["problem"].count()}
    if not told:
        height = next((cells.height for cells in read.values()), 0)
        return pl.Series([None], dtype=pl.String).new_from_index(0, height)
    sentences = (pl.format("{}: {}", pl.lit(name), pl.col(name)) for name in told)
    joined = pl.DataFrame(told).select(pl.concat_str(list(sentences), separator="; ", ignore_nulls=True))
    return joined.to_series().replace("", None)


def _repairs(frame: pl.DataFrame, read: _Read) -> pl.DataFrame:
    parts = [
        cells.select(
            frame[ROW].cast(pl.Int64).alias(ROW), pl.lit(name).alias("column"), before="raw", after="repaired"
        ).drop_nulls("after")
        for name, cells in read.items()
    ]
    return pl.concat(parts).sort(ROW, maintain_order=True)
