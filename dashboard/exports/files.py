"""Sheets as files: XLSX with typed cells, or CSV; both begin with what the figures are of."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import polars as pl
import xlsxwriter

from dashboard.exports.sheet import TIME, Sheet
from metrics.store.exports import csv_of, neutralised

Lines = Sequence[tuple[str, str]]
_BOM = b"\xef\xbb\xbf"
_LONGEST_TEXT = 32_767  # signs that a spreadsheet keeps in a cell
_LONGEST_NAME = 31  # signs that a spreadsheet allows in the name of a sheet
_NOT_IN_NAMES = dict.fromkeys(map(ord, "[]:*?/\\'"), " ")
# Text is text: no cell becomes a formula or a link of itself.
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
# The moment of writing would make equal exports differ.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 a workbook knows no zone


def workbook(about: Lines, about_name: str, sheets: Sequence[Sheet]) -> bytes:
    """Return an XLSX file: first the sheet that says what the figures are of, then the sheets."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _AS_TEXT) as book:
        book.set_properties({"created": _CREATED})
        told = pl.DataFrame(about, schema={"": pl.String, " ": pl.String}, orient="row")
        neutralised(told).write_excel(book, worksheet=_name(about_name), include_header=False, autofit=True)
        for sheet in sheets:
            formats: dict[Any, str] = {**sheet.formats}
            _cut(neutralised(sheet.rows)).write_excel(
                book,
                worksheet=_name(sheet.name),
                column_formats=formats,
                dtype_formats={pl.Datetime: TIME},
                freeze_panes=(1, 0),
                autofit=True,
            )
    return content.getvalue()


def csv_file(about: Lines, sheet: Sheet) -> bytes:
    """Return a CSV file: lines that say what the figures are of, an empty line, then the table."""
    told = io.StringIO(newline="")
    rows = pl.DataFrame(about, schema={"name": pl.String, "text": pl.String}, orient="row")
    csv.writer(told).writerows([*neutralised(rows).iter_rows(), ()])
    times = [pl.col(name).dt.strftime("%Y-%m-%d %H:%M:%S") for name in sheet.rows.select(pl.col(pl.Datetime)).columns]
    return _BOM + told.getvalue().encode() + csv_of(sheet.rows.with_columns(times)).removeprefix(_BOM)


def _cut(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows whose texts fit into cells; a spreadsheet would leave out a longer one altogether."""
    text = pl.col(pl.String)
    return rows.with_columns(
        pl.when(text.str.len_chars() > _LONGEST_TEXT)
        .then(text.str.head(_LONGEST_TEXT - 1) + "…")
        .otherwise(text)
        .name.keep()
    )


def _name(text: str) -> str:
    return text.translate(_NOT_IN_NAMES)[:_LONGEST_NAME]
