"""Parquet files and Delta tables: typed columns, read by polars."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import polars as pl

from etl.errors import in_one_line
from etl.sources.errors import NoFileError, UnreadableFileError
from etl.sources.extract import Fingerprint
from etl.sources.header import numbered
from etl.workspace import Source, Workspace


def read_parquet(stream: BinaryIO, file: str, source: Source) -> tuple[pl.DataFrame, list[str]]:
    """Return the rows with `source_row` counted from 1."""
    del source  # a Parquet file tells all about itself
    try:
        return numbered(pl.read_parquet(stream.read()), first_row=1)
    except pl.exceptions.PolarsError as error:
        raise UnreadableFileError(file, f"it is not Parquet ({error}).") from None


def read_delta(source: Source, workspace: Workspace) -> tuple[str, pl.DataFrame, list[str]]:
    """Return the hash of the table's latest version, and its rows with `source_row` counted from 1."""
    sha256 = delta_fingerprint(source, workspace).sha256
    with _problems_in_words(source):
        frame = pl.read_delta(_location(source, workspace))
    return sha256, *numbered(frame, first_row=1)


def delta_fingerprint(source: Source, workspace: Workspace) -> Fingerprint:
    """Return what identifies the table's latest version: its number and the names of its data files."""
    from deltalake import DeltaTable

    with _problems_in_words(source):
        table = DeltaTable(_location(source, workspace))
        files = sorted(table.file_uris())
    digest = hashlib.sha256("\n".join([str(table.version()), *files]).encode()).hexdigest()
    return Fingerprint(source.path or "", digest, len(files))


@contextmanager
def _problems_in_words(source: Source) -> Iterator[None]:
    from deltalake.exceptions import DeltaError, TableNotFoundError

    try:
        yield
    except TableNotFoundError:
        raise NoFileError(source.name, source.path or "") from None
    except (DeltaError, OSError, pl.exceptions.PolarsError) as error:
        raise UnreadableFileError(source.path or "", f"the table cannot be read ({in_one_line(error)}).") from None


def _location(source: Source, workspace: Workspace) -> str:
    path = source.path or ""
    return path if "://" in path else str(workspace.folder / path)
