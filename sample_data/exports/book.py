"""Workbooks as a clerk leaves them: a title above the table, notes beside it, an empty row in the middle."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import polars as pl
import xlsxwriter

_CREATED: Final = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HEADER_ROW: Final = 2
_NOTES: Final = ("说明", "A=非常满意 … E=非常不满意", "核实由监督部电话抽查", "空白=客户未填", "请勿改动表头!")


@dataclass(frozen=True)
class Book:
    """One sheet: its name, the title above, the table of text, and the columns whose text is to become real dates."""

    sheet: str
    title: str
    table: pl.DataFrame
    dates: tuple[str, ...]


def write_book(path: Path, book: Book) -> None:
    """Write the workbook; the same book always gives the same file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook = xlsxwriter.Workbook(path)
    workbook.set_properties({"created": _CREATED, "author": "监督部"})
    sheet = workbook.add_worksheet(book.sheet)
    day, bold = workbook.add_format({"num_format": "yyyy/m/d"}), workbook.add_format({"bold": True})
    sheet.write_string(0, 0, book.title, bold)
    sheet.write_string(1, 0, "填表:各服务中心文员    核实:监督部")
    table = book.table
    sheet.write_row(_HEADER_ROW, 0, table.columns, bold)
    middle = table.height // 2
    for number, row in enumerate(table.iter_rows(named=True)):
        at = _HEADER_ROW + 1 + number + (number >= middle)
        for column, (name, cell) in enumerate(row.items()):
            if cell is not None and name in book.dates:
                sheet.write_datetime(at, column, _midnight(cell), day)
            elif cell is not None:
                sheet.write_string(at, column, cell)
    for number, note in enumerate(_NOTES):
        sheet.write_string(_HEADER_ROW + number, table.width + 1, note)
    workbook.close()


def _midnight(iso: str) -> datetime:
    return datetime.combine(date.fromisoformat(iso), datetime.min.time())
