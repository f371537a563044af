"""The table of a month: every unit with its forms, its averages, the rule that decided, the amounts and the doubts."""

from collections.abc import Mapping, Sequence

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.rewards.sheets import Reading
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.exact import exactly
from metrics.rewards.month_rows import MonthRow
from metrics.rewards.paper.months import COLUMNS, Named, month_sheet
from metrics.rewards.paper.sheet import FIGURES, Value

_TOGETHER = ("used", "returned", "sent")
_WIDE = ("rule", "doubts")


def month_table(rows: Sequence[MonthRow], named: Named, reading: Reading, name: str) -> Table:
    """Return the table; each unit leads to its statement, and the last row sums the amounts."""
    sheet = month_sheet(rows, named)
    shown = [column for column in COLUMNS if column.key not in _TOGETHER]
    heads = [Column(column.head.to(reading.language), column.kind in FIGURES, column.key in _WIDE) for column in shown]
    heads.insert(1, Column(words.FORMS_COLUMN.to(reading.language)))
    cells = [dict(zip((column.key for column in COLUMNS), row, strict=True)) for row in sheet.rows]
    body = [_row(row, told, reading) for row, told in zip(rows, cells, strict=True)]
    return Table(name, heads, [*body, _sum(rows, reading)])


def _row(row: MonthRow, told: Mapping[str, Value], reading: Reading) -> Row:
    words_of = {column.key: reading.words(told[column.key], column) for column in COLUMNS}
    cells = [_unit(row, words_of["unit"], reading), Cell(" / ".join(words_of[key] for key in _TOGETHER))]
    for column in COLUMNS[1:]:
        if column.key not in _TOGETHER:
            note = _exact(row) if column.key == "delta" else ""
            cells.append(Cell(words_of[column.key], note=note))
    return Row(cells)


def _unit(row: MonthRow, name: str, reading: Reading) -> Cell:
    there = reading.filters.choose(unit=row.unit, region=None, status=None, rows=None)
    return Cell(name, href=address("rewards", there), label=say(words.OPEN_UNIT, reading.language, unit=name))


def _exact(row: MonthRow) -> str:
    """Return a difference as a fraction where decimals do not say all of it."""
    delta = row.figure("delta")
    written_exactly = "" if delta is None else exactly(delta, signed=True)
    return f"= {written_exactly}" if "/" in written_exactly else ""


def _sum(rows: Sequence[MonthRow], reading: Reading) -> Row:
    sums = {
        "satisfaction": sum(row.amount("satisfaction") or 0 for row in rows),
        "complaints": sum(row.amount("complaints") or 0 for row in rows),
        "adjusted": sum(row.adjusted for row in rows),
        "total": sum(row.total for row in rows),
    }
    cells = [Cell(words.COLUMN_SUM.to(reading.language)), Cell("")]
    for column in COLUMNS[1:]:
        if column.key in sums:
            cells.append(Cell(numbers.official(sums[column.key])))
        elif column.key not in _TOGETHER:
            cells.append(Cell(""))
    return Row(cells, "group")


def filtered(rows: Sequence[MonthRow], units: Sequence[str] | None) -> list[MonthRow]:
    """Return the rows of some units only (None: all)."""
    return [row for row in rows if units is None or row.unit in units]
