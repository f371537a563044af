"""The typed tables of statements as tables on screen; cases lead to their timelines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.visit import Visit
from dashboard.wording import columns, say
from metrics.rewards.paper.sheet import FIGURES, Kind, Sheet, Value
from metrics.rewards.paper.sheet import Column as Typed
from metrics.rewards.paper.written import NOTHING, written
from metrics.text import Language

# Columns whose texts are broken into lines.
_WIDE = frozenset({"comment", "description", "doubts", "reason", "rows", "rule", "setting", "text", "value"})
_CASES = frozenset({"linked_case", "case_id"})

Link = Callable[[Value], str]


@dataclass(frozen=True)
class Reading:
    """Who reads: in which language, by which clock, on a page with which choices, knowing which units by name.

    Numbers and amounts of money are grouped as the reader has chosen, every amount exact to the cent. What is signed is
    written as on the paper: a statement's arithmetic line by line, a split, and what an act is about to write down.
    """

    language: Language
    zone: str
    filters: Filters
    places: Places

    @classmethod
    def of(cls, visit: Visit) -> "Reading":
        """Return how a visit reads."""
        return cls(visit.language, visit.source.zone, visit.filters, visit.source.places)

    def words(self, value: Value, column: Typed) -> str:
        """Return a value as it is read; a unit by its name."""
        if column.key == "unit" and isinstance(value, str):
            return self.places.name(Place("unit", value), self.language)
        if isinstance(value, int) and column.kind is Kind.COUNT:
            return numbers.whole(value)
        if isinstance(value, int) and column.kind is Kind.MONEY:
            return numbers.official(value)
        return written(value, column.kind, self.language, self.zone)


def table(sheet: Sheet, reading: Reading, links: Mapping[str, Link] | None = None, name: str = "") -> Table:
    """Return a sheet as a table; `links` say where the cells of a column lead, `name` replaces its title."""
    heads = [
        Column(column.head.to(reading.language), column.kind in FIGURES, column.key in _WIDE)
        for column in sheet.columns
    ]
    known = links or {}
    rows = [Row([_cell(value, sheet, place, reading, known) for place, value in enumerate(row)]) for row in sheet.rows]
    return Table(name or sheet.title.to(reading.language), heads, rows)


def _cell(value: Value, sheet: Sheet, place: int, reading: Reading, links: Mapping[str, Link]) -> Cell:
    text, key = reading.words(value, sheet.columns[place]), sheet.columns[place].key
    if key in links and value is not None:
        return Cell(text, href=links[key](value))
    if key in _CASES and text != NOTHING:
        # `rows` tells the case's page that it was opened from here.
        there = reading.filters.choose(case=text, rows=reading.filters.rows or "forms", part=None, status=None)
        return Cell(text, href=address("case", there), label=say(columns.OPEN_CASE, reading.language, case=text))
    return Cell(text)
