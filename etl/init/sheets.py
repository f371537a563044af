"""Which sheet of a workbook holds the table, and where in it the table lies."""

from pathlib import Path

import fastexcel
import polars as pl

from etl.init.layout import Layout
from etl.sources.errors import EmptyFileError, UnreadableFileError

_SEARCHED = 30  # a header stands in one of the first rows
_WIDE = 0.6


def sheet_layout(path: Path, shown: str) -> Layout:
    """Return the sheet with the largest table and its range; other sheets are asked about."""
    if not path.stat().st_size:
        raise EmptyFileError(shown)
    try:
        book = fastexcel.read_excel(path)
    except fastexcel.FastExcelError:
        raise UnreadableFileError(shown, "it is not a workbook that can be opened.") from None
    found = {name: _table(_loaded(book, name)) for name in book.sheet_names}
    tables = {name: table for name, table in found.items() if table}
    if not tables:
        raise EmptyFileError(shown)
    sheet = max(tables, key=lambda name: tables[name][1])
    others = [name for name in book.sheet_names if name != sheet]
    asked = f"{shown}: is anything needed from the other sheets ({', '.join(others)})? They are not read."
    settings = {"path": shown, "sheet": sheet, "range": tables[sheet][0]}
    return Layout(settings, f"{path.stem} {sheet}" if others else path.stem, (asked,) if others else ())


def _table(sheet: fastexcel.ExcelSheet) -> tuple[str, int] | None:
    """Return the range of the sheet's table and the number of its cells, or None where there is no table."""
    places = {column.name: column.absolute_index for column in sheet.selected_columns}
    frame = sheet.to_polars().select(pl.all().cast(pl.String)) if places else pl.DataFrame()
    if not frame.width or not frame.height:
        return None
    filled = frame.head(_SEARCHED).select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    # A title stands nearly alone in its row; a header is about as wide as the rows under it.
    wide = max(max(filled.to_list(), default=0) * _WIDE, 2)
    header = next((row for row in range(filled.len()) if filled[row] >= wide), None)
    if header is None:
        return None
    cells = frame.row(header)
    first = next(i for i, cell in enumerate(cells) if cell is not None)
    last = next((i for i in range(first, len(cells)) if cells[i] is None), len(cells)) - 1
    left, right = (column_letters(places[frame.columns[i]]) for i in (first, last))
    return f"{left}{header + 1}:{right}", (frame.height - header) * (last - first + 1)


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters


def _loaded(book: fastexcel.ExcelReader, name: str) -> fastexcel.ExcelSheet:
    return book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
