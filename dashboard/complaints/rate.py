"""The rate of complaints over months: its points with exact limits, its labels, its table and its sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address, rows_of
from dashboard.axes import axis
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.control import Labels, Mark
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.tone import Tone
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.model import Kpi
from metrics.signals import Meaning
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

# Fewer complaints are good news, whatever keeps customers from complaining: the capture rate stands beside it.
_MEANINGS = {1: Meaning.BAD, -1: Meaning.GOOD}
_VERDICTS = {1: words.ABOVE, -1: words.BELOW, 0: words.WITHIN}
_TONES = {1: Tone.BAD, -1: Tone.GOOD, 0: Tone.QUIET}


def marks(kpi: Kpi, months: "pl.DataFrame", unfinished: Measured | None, language: Language) -> list[Mark]:
    """Return the points of the chart; the month that is not over has no limits."""
    return [*(_mark(kpi, row, language) for row in months.to_dicts()), *_open(kpi, unfinished, language)]


def _mark(kpi: Kpi, row: dict[str, Any], language: Language) -> Mark:
    hover = say(
        words.HOVER,
        language,
        month=numbers.month(row["month"], language),
        value=numbers.value(kpi, row["value"], language),
        limits=numbers.interval(kpi, row["lower"], row["upper"], language),
        complaints=numbers.whole(row["total"]),
    )
    return Mark(
        period=row["month"],
        label=numbers.short_month(row["month"], language),
        value=row["value"],
        low=row["lower"],
        high=row["upper"],
        target=None,
        hover=hover,
        signal=_MEANINGS.get(row["beyond"]),
    )


def _open(kpi: Kpi, shown: Measured | None, language: Language) -> list[Mark]:
    if shown is None or shown.now is None or shown.now["value"] is None:
        return []
    value = numbers.value(kpi, shown.now["value"], language)
    hover = say(words.UNFINISHED, language, month=numbers.month(shown.month, language), value=value)
    label = numbers.short_month(shown.month, language)
    return [Mark(shown.month, label, shown.now["value"], None, None, None, hover, is_partial=True)]


def labels(kpi: Kpi, months: "pl.DataFrame", drawn: Sequence[Mark], language: Language) -> Labels:
    """Return what is written beside the lines."""
    last = months.row(-1, named=True)
    reach = [bound for mark in drawn for bound in (mark.value, mark.low, mark.high)]

    def value(amount: float) -> str:
        # The unit stands in the caption; beside the lines there is room for the figure alone.
        return numbers.decimal(float(amount))

    return Labels(
        last=value(drawn[-1].value),
        centre=say(words.CENTRE, language, value=value(last["centre"])),
        upper=say(words.UPPER, language, value=value(last["upper"])),
        lower=say(words.LOWER, language, value=value(last["lower"])),
        target="",
        axis=axis(kpi, reach, language, from_zero=True),
    )


def limits(months: "pl.DataFrame", language: Language) -> str:
    """Return where the limits come from."""
    return say(words.LIMITS, language, months=numbers.count(months.filter("sets_limits").height))


def alternative(kpi: Kpi, place: str, months: "pl.DataFrame", language: Language) -> str:
    """Return what the chart shows, for those who cannot see it."""
    values = [numbers.value(kpi, value, language) for value in months["value"]]
    beyond = months.filter(months["beyond"] != 0).height
    name = kpi.name.to(language)
    ends = {"first": values[0], "last": values[-1]}
    return say(words.RATE_ALTERNATIVE, language, kpi=name, place=place, months=len(values), beyond=beyond, **ends)


def table(kpi: Kpi, months: "pl.DataFrame", shown: Measured, filters: Filters, language: Language) -> Table:
    """Return the same as a table, the newest month first; every value opens its rows."""
    figures = (words.VALUE, words.INTERVAL, words.COUNT, words.CASES, words.LIMIT_COLUMN)
    columns = (words.MONTH, *figures, words.BEYOND)
    heads = [Column(text.to(language), is_figure=text in figures) for text in columns]
    rows = [Row(_cells(kpi, row, shown, filters, language)) for row in reversed(months.to_dicts())]
    return Table(kpi.name.to(language), heads, rows)


def _cells(kpi: Kpi, row: dict[str, Any], shown: Measured, filters: Filters, language: Language) -> list[Cell]:
    there = rows_of(shown, filters).choose(month=row["month"], status="counted", part=None)
    beyond = row["beyond"]
    return [
        Cell(numbers.month(row["month"], language)),
        Cell(numbers.value(kpi, row["value"], language), href=address("evidence", there), value=row["value"]),
        Cell(numbers.interval(kpi, row["low"], row["high"], language), value=(row["low"], row["high"])),
        *(Cell(numbers.whole(row[counted]), value=int(row[counted])) for counted in ("total", "exposure")),
        Cell(numbers.interval(kpi, row["lower"], row["upper"], language), value=(row["lower"], row["upper"])),
        Cell(_VERDICTS[beyond].to(language), tone=_TONES[beyond]),
    ]
