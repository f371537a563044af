"""Workbooks: a named sheet and range, cells as text, rows numbered as the sheet numbers them."""

import re
from typing import BinaryIO

import fastexcel
import polars as pl

from etl.sources.errors import EmptyFileError, NoSheetError, UnreadableFileError
from etl.sources.header import column_names, numbered
from etl.sources.signatures import told_by
from etl.sources.workbook_cells import plain_cells
from etl.sources.workbook_range import SheetRange
from etl.workspace import Source

_WORKBOOKS = (b"PK", b"\xd0\xcf\x11\xe0")


def read_workbook(stream: BinaryIO, file: str, source: Source) -> tuple[pl.DataFrame, list[str]]:
    """Return the rows of the sheet's range with `source_row`, all cells text, and notes."""
    area = SheetRange.parse(source.range)
    sheet = _sheet(_workbook(stream.read(), file), file, source.sheet)
    cells = _cells(sheet, area)
    filled = cells.select(pl.any_horizontal(pl.lit(value=False), pl.all().is_not_null())).to_series()
    if not filled.any():
        raise EmptyFileError(f"{file}, sheet '{sheet.name}'" + (f", range {source.range}" if source.range else ""))
    at = 0 if area.first_row else int(filled.arg_max() or 0)
    return _rows(cells, at, file, (area.first_row or 1) + at)


def _workbook(content: bytes, file: str) -> fastexcel.ExcelReader:
    if not content:
        raise EmptyFileError(file)
    try:
        return fastexcel.read_excel(content)
    except fastexcel.FastExcelError as error:
        reason = re.sub(r"^calamine error: ", "", str(error).splitlines()[0])
        hint = " Was it cut off, or is it locked by a password?" if content.startswith(_WORKBOOKS) else ""
        told = f"it is not a workbook that can be opened ({reason}).{hint}"
        raise UnreadableFileError(file, told if hint else told_by(content) or told) from None


def _sheet(workbook: fastexcel.ExcelReader, file: str, name: str | None) -> fastexcel.ExcelSheet:
    names = workbook.sheet_names
    chosen = names[0] if name is None and len(names) == 1 else name
    if chosen not in names:
        raise NoSheetError(file, name, names)
    return workbook.load_sheet(chosen, header_row=None, skip_rows=0, dtypes="string")


def _cells(sheet: fastexcel.ExcelSheet, area: SheetRange) -> pl.DataFrame:
    inside = {c.name: f"{c.absolute_index}" for c in sheet.selected_columns if area.holds_column(c.absolute_index)}
    if not inside:
        return pl.DataFrame()
    # A column without any cell of its own comes as a null column.
    frame = sheet.to_polars().select(pl.col(name).cast(pl.String).alias(place) for name, place in inside.items())
    return frame.slice((area.first_row or 1) - 1, area.height)


def _rows(cells: pl.DataFrame, at: int, file: str, header_row: int) -> tuple[pl.DataFrame, list[str]]:
    header = cells.row(at)
    body = cells.slice(at + 1)
    used = [i for i, cell in enumerate(header) if cell is not None or body[:, i].null_count() < body.height]
    names = column_names([header[i] for i in used], file)
    rows = body.select(pl.col(cells.columns[i]).alias(name) for i, name in zip(used, names, strict=True))
    return numbered(plain_cells(rows), first_row=header_row + 1)
