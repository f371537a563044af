"""Reading a source: its files one after another, each as it stands, with the columns that the mapping needs."""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import BinaryIO

import polars as pl

from etl.errors import SourceError
from etl.sources.errors import SchemaDriftError
from etl.sources.extract import Extract, Fingerprint
from etl.sources.header import ROW
from etl.sources.places import Place, places
from etl.sources.query import queried
from etl.workspace import Source, Workspace

_Rows = tuple[pl.DataFrame, list[str]]
_Read = tuple[str, pl.DataFrame, list[str]]
_Digest = Callable[[], tuple[str, int]]
_Reader = Callable[[BinaryIO, str, Source], _Rows]

_READERS = {
    "csv": ("delimited", "read_delimited"),
    "xlsx": ("workbook", "read_workbook"),
    "json": ("documents", "read_json"),
    "jsonl": ("documents", "read_json_lines"),
    "parquet": ("columnar", "read_parquet"),
}


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file of a source: `fingerprint` tells its content without parsing it, `read` its rows; it is hashed once."""

    file: str
    fingerprint: Callable[[], Fingerprint]
    read: Callable[[], Extract]


def fingerprint(source: Source, workspace: Workspace) -> list[Fingerprint]:
    """Return what identifies the content of each file of the source, without parsing any.

    The hash is of the stored bytes; of a Delta table, of its version; of a database, of the rows that are read.
    """
    return [file.fingerprint() for file in files(source, workspace)]


def extracts(source: Source, workspace: Workspace, only: set[str] | None = None) -> Iterator[Extract]:
    """Yield the rows of each file of the source, or of just the files in `only`; SourceError names what is wrong."""
    yield from (file.read() for file in files(source, workspace) if only is None or file.file in only)


def files(source: Source, workspace: Workspace) -> list[SourceFile]:
    """Return the files of the source, sorted by name; SourceError where there are none."""
    if source.kind == "database":
        from etl.sources.database import database_file, database_fingerprint, read_database

        mark, read = partial(database_fingerprint, source, workspace), partial(read_database, source, workspace)
        return [_file(database_file(source), mark, read, source)]
    if source.kind == "delta":
        from etl.sources.columnar import delta_fingerprint, read_delta

        mark, read = partial(delta_fingerprint, source, workspace), partial(read_delta, source, workspace)
        return [_file(source.path or "", mark, read, source)]
    # The members of one archive share its hash.
    digests: dict[str, _Digest] = {}
    found = []
    for place in places(source, workspace):
        digest = digests.setdefault(place.location, cache(place.digest))
        found.append(
            _file(place.file, partial(_mark, place, digest), partial(_read_file, place, digest, source), source)
        )
    return found


def found_files(workspace: Workspace) -> dict[str, list[str]]:
    """Return the files of every source by its name; SourceError tells of all the sources that have none."""
    found, problems = {}, []
    for source in workspace.sources:
        try:
            found[source.name] = [file.file for file in files(source, workspace)]
        except SourceError as problem:
            problems.append(str(problem))
    if problems:
        raise SourceError("\n".join(problems))
    return found


def _file(file: str, mark: Callable[[], Fingerprint], read: Callable[[], _Read], source: Source) -> SourceFile:
    return SourceFile(file, mark, partial(_extract, file, read, source))


def _extract(file: str, read: Callable[[], _Read], source: Source) -> Extract:
    sha256, frame, notes = read()
    rows, more = queried(frame, source, file)
    return Extract(file, sha256, rows, (*notes, *more, *_unmapped(rows, source, file)))


def _mark(place: Place, digest: _Digest) -> Fingerprint:
    return Fingerprint(place.file, *digest())


def _read_file(place: Place, digest: _Digest, source: Source) -> _Read:
    with place.opened() as stream:
        return digest()[0], *_reader(source)(stream, place.file, source)


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
