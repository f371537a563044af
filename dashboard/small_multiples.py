"""The last months of every place as small lines, all of one KPI on one axis, so that places can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.components.linked_table import Row, Table
from dashboard.data import Published
from dashboard.figures.sparkline import Shape, sparkline
from dashboard.numbers import FEWEST
from dashboard.places import Place
from metrics.calendar import shift_month
from metrics.model import Kpi

MONTHS = 12
_SIZE = 84, 24

Values = Mapping[Place, Sequence[float | None]]


def lines(values: Values) -> dict[Place, Shape]:
    """Return the lines of one KPI's places on one axis."""
    known = [value for months in values.values() for value in months if value is not None]
    reach = (min(known), max(known)) if known else None
    return {place: sparkline(months, reach, _SIZE) for place, months in values.items()}


def values(source: Published, kpi: Kpi, places: Sequence[Place], last: str) -> Values:
    """Return the values of a KPI at places in the months up to `last`; None where they rest on too few rows."""
    months = [shift_month(last, -back) for back in reversed(range(MONTHS))]
    histories = {place: source.history(kpi.key, place) for place in places}
    return {place: [_value(found.get(month)) for month in months] for place, found in histories.items()}


def _value(reading: Mapping[str, float] | None) -> float | None:
    return reading["value"] if reading and reading["n"] >= FEWEST else None


def with_lines(table: Table, places: Sequence[Place], drawn: Sequence[Mapping[Place, Shape]]) -> Table:
    """Return a table whose rows are `places` and whose figures are KPIs with the lines of each KPI in it."""
    return replace(table, rows=[_row(row, place, drawn) for row, place in zip(table.rows, places, strict=True)])


def _row(row: Row, place: Place, drawn: Sequence[Mapping[Place, Shape]]) -> Row:
    name, *cells = row.cells
    lined = [replace(cell, line=shapes[place]) for cell, shapes in zip(cells, drawn, strict=True)]
    return replace(row, cells=[name, *lined])
