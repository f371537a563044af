"""The tables of a page as sheets: the very cells on screen, with the figures behind their texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import polars as pl

from dashboard.components.linked_table import Cell, Table, Value
from dashboard.exports.sheet import COUNT, DECIMAL, SHARE, SIGNED, TIME, Makers, Sheet
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import say
from metrics.text import Language, Text

# What makes the tables of a page, by the names of their sheets.
Drawn = Mapping[Text, Callable[[], Table]]
# What stands between the names of a cell's two lines in the head of its column.
_BOTH = " · "
# A head, the column below it, and the number format of its figures ("" for texts).
Headed = tuple[str, pl.Series, str]


def sheets(drawn: Drawn, visit: Visit) -> Makers:
    """Return what makes the sheets of tables."""

    def made(name: Text, make: Callable[[], Table]) -> Sheet:
        return sheet_of(make(), name.to(visit.language), visit)

    return {name: partial(made, name, make) for name, make in drawn.items()}


def sheet_of(table: Table, name: str, visit: Visit) -> Sheet:
    """Return a table as a sheet: figures as figures, an interval as two columns, second lines as a column too."""
    columns = [
        headed
        for place, column in enumerate(table.columns)
        for headed in _columns(column.text, [row.cells[place] for row in table.rows], visit)
    ]
    heads = _distinct([head for head, _, _ in columns])
    rows = pl.DataFrame([column.alias(head) for head, (_, column, _) in zip(heads, columns, strict=True)])
    formats = {head: written for head, (_, _, written) in zip(heads, columns, strict=True) if written}
    return Sheet(name, rows, formats)


def _columns(head: str, cells: Sequence[Cell], visit: Visit) -> Iterator[Headed]:
    values = [cell.value for cell in cells]
    noted = any(cell.note for cell in cells)
    first, second = _heads(head, visit.language) if noted else (head, "")
    if any(isinstance(value, tuple) for value in values):
        ends = zip(*(value if isinstance(value, tuple) else (None, None) for value in values), strict=True)
        for text, each in zip((words.LOW_OF, words.HIGH_OF), ends, strict=True):
            yield _figures(say(text, visit.language, column=first), each, cells, visit.source.zone)
    elif any(value is not None for value in values):
        yield _figures(first, values, cells, visit.source.zone)
    else:
        yield first, pl.Series([cell.text for cell in cells], dtype=pl.String), ""
    if noted:
        yield second, pl.Series([cell.note for cell in cells], dtype=pl.String), ""


def _heads(head: str, language: Language) -> tuple[str, str]:
    """Return the heads of the two lines of a column's cells, of which the head on screen may name both."""
    first, both, second = head.partition(_BOTH)
    return (first, second) if both else (head, say(words.BESIDE, language, column=head))


def _figures(head: str, values: Sequence[Value | None], cells: Sequence[Cell], zone: str) -> Headed:
    if any(isinstance(value, datetime) for value in values):
        times = [value.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if isinstance(value, datetime) else None
                 for value in values]  # fmt: skip
        return head, pl.Series(times, dtype=pl.Datetime), TIME
    column = pl.Series(values, strict=False)
    if not column.dtype.is_numeric():
        return head, column.cast(pl.Float64) if column.dtype == pl.Null else column, ""
    return head, column, COUNT if column.dtype.is_integer() else _decimals([cell.text for cell in cells])


def _decimals(texts: Sequence[str]) -> str:
    """Return in which format fractions read as on screen."""
    if any(text.endswith("%") for text in texts):
        return SHARE
    return SIGNED if any(text.startswith("+") for text in texts) else DECIMAL


def _distinct(heads: Sequence[str]) -> list[str]:
    """Return heads of which no two are alike: the second of a name bears its number."""
    return [
        head if head not in heads[:at] else f"{head} ({heads[:at].count(head) + 1})" for at, head in enumerate(heads)
    ]
