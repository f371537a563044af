"""What has become of each month of entry: the points of a trend and its table; fresh months by estimate."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.trend import Labels, Point
from dashboard.filters import Filters
from dashboard.waterfalls import share
from dashboard.wording import funnel_parts as words
from dashboard.wording import judgement, say
from dashboard.wording import waterfall as bar_words
from metrics.quantity import from_to
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

Cohort = Mapping[str, Any]
_COUNTS = ("entered", "converted", "lost", "timed_out", "open", "mature")
_HEADS = (bar_words.ENTERED, bar_words.DONE, bar_words.LOST, bar_words.TIMED_OUT, bar_words.OPEN, words.COLUMN_MATURE)


def points(cohorts: "pl.DataFrame", language: Language) -> list[Point]:
    """Return the points of the trend: a month that is not mature is an estimate, and marked so."""
    return [_point(row, language) for row in cohorts.iter_rows(named=True)]


def labels(cohorts: "pl.DataFrame", language: Language) -> Labels:
    """Return what is written into the figure."""
    rows = cohorts.row(-1, named=True) if cohorts.height else None
    return Labels(completed(rows, language) if rows else "", "", {"tickformat": ".1~%"})


def alternative(cohorts: "pl.DataFrame", language: Language) -> str:
    """Return what the figure shows, for those who cannot see it."""
    first, last = (cohorts.row(place, named=True) for place in (0, -1))
    return say(
        words.COHORTS_ALTERNATIVE,
        language,
        first=completed(first, language),
        last=completed(last, language),
        first_month=numbers.month(first["month"], language),
        last_month=numbers.month(last["month"], language),
        months=cohorts.height,
    )


def table(cohorts: "pl.DataFrame", filters: Filters, name: str, language: Language) -> Table:
    """Return the same figures as a table, the newest month first; each month opens its own waterfall."""
    heads = [Column(head.to(language)) for head in (*_HEADS, words.COLUMN_COMPLETED, words.COLUMN_INTERVAL)]
    first = Column(words.COLUMN_MONTH.to(language), is_figure=False)
    return Table(name, [first, *heads], [_row(row, filters, language) for row in reversed(cohorts.to_dicts())])


def completed(row: Cohort, language: Language) -> str:
    """Return the share of a month that was completed; of a fresh one, by which day it is estimated."""
    value = told(row)[0]
    if value is None or row["entered"] < numbers.FEWEST:
        return (
            say(judgement.TOO_FEW, language, n=row["entered"]) if value is not None else judgement.NO_DATA.to(language)
        )
    if row["is_mature"]:
        return share(value, language)
    return say(words.COHORT_SO_FAR, language, value=share(value, language), day=row["estimate_day"])


def told(row: Cohort) -> tuple[float | None, float | None, float | None]:
    """Return what is known of the share that a month completes, with its interval: how it ended, or the estimate."""
    names = ("value", "low", "high") if row["is_mature"] else ("estimate", "estimate_low", "estimate_high")
    value, low, high = (row[name] for name in names)
    return value, low, high


def _interval(row: Cohort, language: Language) -> str:
    _, low, high = told(row)
    return judgement.NO_DATA.to(language) if low is None else from_to(share(low, language), share(high, language), "–")


def _point(row: Cohort, language: Language) -> Point:
    value, low, high = told(row) if row["entered"] >= numbers.FEWEST else (None, None, None)
    hover = say(
        words.COHORT_HOVER,
        language,
        month=numbers.month(row["month"], language),
        value=completed(row, language),
        interval=_interval(row, language),
        entered=numbers.count(row["entered"]),
    )
    month = row["month"]
    return Point(month, numbers.short_month(month, language), value, low, high, None, hover, not row["is_mature"])


def _row(row: Cohort, filters: Filters, language: Language) -> Row:
    opened = address("funnel", filters.choose(month=row["month"], span=None, part=None))
    counts = [Cell(numbers.count(row[name])) for name in _COUNTS]
    figures = (completed(row, language), _interval(row, language))
    return Row([Cell(numbers.month(row["month"], language), href=opened), *counts, *map(Cell, figures)])
