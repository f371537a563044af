"""How long cases took from step to step: a table of medians and P90."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.funnel_names import Names
from dashboard.wording import funnel_parts as words
from dashboard.wording import say
from dashboard.wording import waterfall as bar_words
from metrics.model import Unit
from metrics.quantity import in_words

if TYPE_CHECKING:
    import polars as pl

_HEADS = (
    bar_words.COLUMN_CASES,
    words.COLUMN_MEDIAN,
    words.COLUMN_NINE_IN_TEN,
    words.COLUMN_SINCE_START,
    words.COLUMN_SINCE_START_NINE_IN_TEN,
)
_TIMES = ("median_since_previous", "p90_since_previous", "median_since_start", "p90_since_start")


def times_table(times: "pl.DataFrame", names: Names) -> Table:
    """Return one row per step that any case reached: how many, and how long it took them."""
    heads = [Column(head.to(names.language)) for head in _HEADS]
    first = Column(bar_words.COLUMN_STEP.to(names.language), is_figure=False)
    rows = [_row(row, names) for row in times.iter_rows(named=True)]
    return Table(words.TIMES.to(names.language), [first, *heads], rows)


def _row(row: Mapping[str, Any], names: Names) -> Row:
    before = names.funnel.steps[row["step"] - 2]
    step = say(words.TIMES_STEP, names.language, before=names.stage(before), stage=names.stage(row["stage"]))
    n = row["n_since_previous"]
    enough = n >= numbers.FEWEST
    times = (in_words(row[name] if enough else None, Unit.SECONDS).to(names.language) for name in _TIMES)
    return Row([Cell(step), Cell(numbers.count(n)), *map(Cell, times)])
