"""A paper as a workbook: numbers, money and times as typed cells, text as text that no program runs."""

import io
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import xlsxwriter

from metrics.rewards.money import MINOR_UNITS
from metrics.rewards.paper.breadth import breadths
from metrics.rewards.paper.paper import Paper, Working
from metrics.rewards.paper.sheet import Column, Kind, Sheet, Value
from metrics.rewards.paper.written import written
from metrics.store.exports import harmless
from metrics.text import Language, Text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FIRST = Text("奖惩单", "Statement")
_FORMATS: Final = {
    Kind.COUNT: "#,##0",
    Kind.SCORE: "0.00",
    Kind.SIGNED: "+0.00;-0.00;0.00",
    Kind.MONEY: "#,##0.00",
    Kind.SHARE: "0.0%",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
# A workbook says when it was made; without a moment of its data it says this one, never a clock's.
_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 a workbook knows no zone
_WHAT, _HOW = 24, 80


def workbook_of(paper: Paper, language: Language) -> bytes:
    """Return a paper as XLSX: facts and arithmetic on the first sheet, each table on a sheet of its own."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": paper.title.to(language), "created": _local(paper.made, paper.zone) or _MADE})
        writer = _Writer(book, language, paper.zone)
        writer.first(paper)
        for sheet in (*(block for block in paper.blocks if isinstance(block, Sheet)), *paper.appendix):
            writer.sheet(sheet)
    return content.getvalue()


class _Writer:
    """Writes into one workbook, in one language and by one clock."""

    def __init__(self, book: xlsxwriter.Workbook, language: Language, zone: str) -> None:
        self.book, self.language, self.zone = book, language, zone
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bold = book.add_format({"bold": True})
        self.formats: dict[Kind, Format] = {
            kind: book.add_format({"num_format": code}) for kind, code in _FORMATS.items()
        }
        self.taken: set[str] = set()

    def first(self, paper: Paper) -> None:
        """Write the title, the facts, the arithmetic with its notes, and who signs."""
        page = self._page(_FIRST)
        page.set_column(0, 0, _WHAT)
        page.set_column(1, 1, _HOW)
        page.write_string(0, 0, harmless(paper.title.to(self.language)), self.title)
        page.write_string(1, 0, harmless(paper.state.to(self.language)))
        line = 3
        for fact in paper.facts:
            line = self._pair(page, line, fact.what, fact.value, fact.kind)
        for block in (block for block in paper.blocks if isinstance(block, Working)):
            line = self._working(page, line + 1, block)
        line += 1
        for signature in paper.signatures:
            line = self._pair(page, line, signature.role, signature.name, Kind.TEXT)

    def _working(self, page: "Worksheet", line: int, working: Working) -> int:
        page.write_string(line, 0, harmless(working.title.to(self.language)), self.bold)
        line += 1
        for each in working.lines:
            line = self._pair(page, line, each.what, each.how, Kind.TEXT)
        for note in working.notes:
            page.write_string(line, 1, harmless(note.to(self.language)))
            line += 1
        return line

    def _pair(self, page: "Worksheet", line: int, what: Text, value: Value, kind: Kind) -> int:
        page.write_string(line, 0, harmless(what.to(self.language)))
        self._cell(page, (line, 1), value, kind)
        return line + 1

    def sheet(self, sheet: Sheet) -> None:
        """Write a table: its head in the first line, so that programs read it as it is."""
        page = self._page(sheet.title)
        page.freeze_panes(1, 1)
        heads = [self._head(column) for column in sheet.columns]
        words = [[self._read(value, column) for value, column in _cells(row, sheet)] for row in sheet.rows]
        for place, (head, breadth) in enumerate(zip(heads, breadths(heads, words), strict=True)):
            page.set_column(place, place, breadth)
            page.write_string(0, place, harmless(head), self.head)
        for line, row in enumerate(sheet.rows, start=1):
            for place, (value, column) in enumerate(_cells(row, sheet)):
                self._cell(page, (line, place), value, column.kind)
        if sheet.about and not sheet.rows:
            page.write_string(1, 0, harmless(sheet.about.to(self.language)))

    def _head(self, column: Column) -> str:
        head = column.head.to(self.language)
        return f"{head} ({self.zone})" if column.kind is Kind.MOMENT else head

    def _read(self, value: Value, column: Column) -> str:
        return written(value, column.kind, self.language, self.zone)

    def _cell(self, page: "Worksheet", at: tuple[int, int], value: Value, kind: Kind) -> None:
        match value:
            case None:
                page.write_blank(*at, None)
            case str() | Text():
                text = value.to(self.language) if isinstance(value, Text) else value
                page.write_string(*at, harmless(text))
            case datetime():
                page.write_datetime(*at, _local(value, self.zone), self.formats[Kind.MOMENT])
            case _:
                page.write_number(*at, _number(value, kind), self.formats.get(kind))

    def _page(self, title: Text) -> "Worksheet":
        """Return a new sheet; titles that are the same are told apart by a number."""
        name = title.to(self.language)[:28]
        number = 2
        while name in self.taken:
            name, number = f"{title.to(self.language)[:25]} {number}", number + 1
        self.taken.add(name)
        return self.book.add_worksheet(name)


def _cells(row: tuple[Value, ...], sheet: Sheet) -> Iterator[tuple[Value, Column]]:
    return zip(row, sheet.columns, strict=True)


def _number(value: float | Fraction, kind: Kind) -> float:
    """Return a number as a cell holds it: money in main units."""
    return float(Fraction(value) / MINOR_UNITS if kind is Kind.MONEY else value)


def _local(at: datetime | None, zone: str) -> datetime | None:
    return None if at is None else at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
