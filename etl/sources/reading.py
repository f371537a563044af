"""Reading a source: its files one after another, each as it stands, with the columns that the mapping needs."""

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

import polars as pl

from etl.sources.errors import SchemaDriftError
from etl.sources.extract import Extract, Fingerprint
from etl.sources.header import ROW
from etl.sources.places import Place, places
from etl.sources.query import queried
from etl.workspace import Source, Workspace

_Rows = tuple[pl.DataFrame, list[str]]
_Read = tuple[str, pl.DataFrame, list[str]]
_Reader = Callable[[BinaryIO, str, Source], _Rows]

_READERS = {
    "csv": ("delimited", "read_delimited"),
    "xlsx": ("workbook", "read_workbook"),
    "json": ("documents", "read_json"),
    "jsonl": ("documents", "read_json_lines"),
    "parquet": ("columnar", "read_parquet"),
}


def fingerprint(source: Source, workspace: Workspace) -> list[Fingerprint]:
    """Return what identifies the content of each file of the source, without parsing any.

    The hash is of the stored bytes; of a Delta table, of its version; of a database, of the rows that are read.
    """
    if source.kind == "database":
        from etl.sources.database import database_fingerprint

        return [database_fingerprint(source, workspace)]
    if source.kind == "delta":
        from etl.sources.columnar import delta_fingerprint

        return [delta_fingerprint(source, workspace)]
    return [Fingerprint(place.file, *place.digest()) for place in places(source, workspace)]


def extracts(source: Source, workspace: Workspace, only: set[str] | None = None) -> Iterator[Extract]:
    """Yield the rows of each file of the source, or of just the files in `only`; SourceError names what is wrong."""
    for file, read in _readings(source, workspace):
        if only is None or file in only:
            sha256, frame, notes = read()
            rows, more = queried(frame, source, file)
            yield Extract(file, sha256, rows, (*notes, *more, *_unmapped(rows, source, file)))


def _readings(source: Source, workspace: Workspace) -> Iterator[tuple[str, Callable[[], _Read]]]:
    if source.kind == "database":
        from etl.sources.database import database_file, read_database

        yield database_file(source), partial(read_database, source, workspace)
    elif source.kind == "delta":
        from etl.sources.columnar import read_delta

        yield source.path or "", partial(read_delta, source, workspace)
    else:
        for place in places(source, workspace):
            yield place.file, partial(_read_file, place, source)


def _read_file(place: Place, source: Source) -> _Read:
    with place.opened() as stream:
        return place.digest()[0], *_reader(source)(stream, place.file, source)


def _reader(source: Source) -> _Reader:
    # Each reader brings a library of its own; only the one in use is imported.
    module, name = _READERS[source.kind]
    reader: _Reader = getattr(importlib.import_module(f"etl.sources.{module}"), name)
    return reader


def _unmapped(rows: pl.DataFrame, source: Source, file: str) -> list[str]:
    found = [name for name in rows.columns if name != ROW]
    new = [name for name in found if name not in source.raw_columns]
    missing = [name for name in source.raw_columns if name not in found]
    if missing:
        raise SchemaDriftError(file, missing, found, new)
    return [f"columns not mapped: {', '.join(new)}"] if new else []
