"""Delimited text: every cell as it stands, quoted line breaks kept, no row silently mended."""

import csv
import io
from typing import IO, BinaryIO

import polars as pl
from pyarrow import csv as arrow_csv
from pyarrow import lib, string

from etl.sources.decoding import as_utf8
from etl.sources.errors import EmptyFileError, RaggedRow, RaggedRowsError, UnreadableFileError
from etl.sources.header import column_names, numbered
from etl.workspace import Source

_BLOCK = 1 << 23  # a single record must fit into it


def read_delimited(stream: BinaryIO, file: str, source: Source) -> tuple[pl.DataFrame, list[str]]:
    """Return the rows with `source_row`, all cells text, and notes; SourceError names file and row."""
    delimiter = source.delimiter or ("\t" if (source.path or "").lower().endswith((".tsv", ".tab")) else ",")
    with as_utf8(stream, file, source.encoding) as text:
        header, before = _header(text, delimiter, file)
        names = column_names(header, file)
        cells = _cells(text, delimiter, names, file)
        _refuse_open_quote(text, cells, file)
    rows, notes = numbered(cells.slice(before), first_row=before + 1)
    return rows.drop(_nameless(rows, header, names)), notes


def _nameless(rows: pl.DataFrame, header: list[str], names: list[str]) -> list[str]:
    # A delimiter at the end of each line makes a column without name and cells.
    empty = [name for name in names if not rows[name].str.len_bytes().sum()]
    return [name for name, cell in zip(names, header, strict=True) if not cell and name in empty]


def _header(text: IO[bytes], delimiter: str, file: str) -> tuple[list[str], int]:
    """Return the first record that is not blank, and how many records there are up to and with it."""
    letters = io.TextIOWrapper(text, encoding="utf-8", newline="")
    try:
        for number, record in enumerate(csv.reader(letters, delimiter=delimiter), start=1):
            if any(cell.strip() for cell in record):
                return record, number
    except csv.Error as error:
        raise UnreadableFileError(file, f"the header cannot be read ({error}).") from None
    finally:
        letters.detach()
        text.seek(0)
    raise EmptyFileError(file)


def _cells(text: IO[bytes], delimiter: str, names: list[str], file: str) -> pl.DataFrame:
    ragged: list[RaggedRow] = []

    def note(row: arrow_csv.InvalidRow) -> str:
        ragged.append(RaggedRow(row.number, row.actual_columns, row.text))
        return "skip"

    try:
        table = arrow_csv.read_csv(
            text,
            # One thread, because only then are ragged rows numbered; it is fast enough.
            read_options=arrow_csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=note
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, string()), strings_can_be_null=False
            ),
        )
    except lib.ArrowInvalid as error:
        raise UnreadableFileError(file, _reason(error)) from None
    if ragged:
        raise RaggedRowsError(file, len(names), ragged)
    return pl.DataFrame(table)


def _reason(error: lib.ArrowInvalid) -> str:
    is_too_long = "straddling object" in str(error)
    return f"a row is longer than {_BLOCK >> 20} MB; is a quote left open?" if is_too_long else str(error)


def _refuse_open_quote(text: IO[bytes], cells: pl.DataFrame, file: str) -> None:
    # A quote that is opened and never closed swallows all the rows after it into the last cell.
    if "\n" not in str(cells[-1, -1]):
        return
    text.seek(0)
    if sum(line.count(b'"') for line in text) % 2:
        raise UnreadableFileError(file, f"a quote opened in row {cells.height} is never closed.")
