"""What a trend says: its points, its table and its sentence, decided before anything is drawn."""

from collections.abc import Sequence

from dashboard import cards, numbers
from dashboard.address import address, rows_of
from dashboard.axes import axis
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.data import Published
from dashboard.figures.trend import Labels, Point
from dashboard.filters import Filters
from dashboard.measured import Measured, measured
from dashboard.places import Place, Places
from dashboard.wording import judgement, say
from dashboard.wording import tile as tile_words
from dashboard.wording import trend as trend_words
from metrics.model import Kpi
from metrics.text import Language

# Two years: a month stands beside the same month of the year before.
MONTHS = 24


def drawn(source: Published, kpi: Kpi, place: Place) -> list[Measured]:
    """Return the months that a trend draws: the newest ones, as far back as there is data."""
    known = source.months[-MONTHS:]
    return [measured(source, kpi, place, month) for month in known]


def points(months: Sequence[Measured], language: Language) -> list[Point]:
    """Return the points of a trend; a month with too few rows has none."""
    return [_point(shown, language) for shown in months]


def _point(shown: Measured, language: Language) -> Point:
    now = shown.now if shown.now and shown.n >= numbers.FEWEST else {"value": None, "low": None, "high": None}
    between = numbers.interval(shown.kpi, now["low"], now["high"], language)
    hover = say(
        trend_words.HOVER,
        language,
        month=numbers.month(shown.month, language),
        value=numbers.figure(shown.kpi, shown.now, language),
        interval=between,
        n=numbers.count(shown.n),
    )
    return Point(
        month=shown.month,
        label=numbers.short_month(shown.month, language),
        value=now["value"],
        low=now["low"],
        high=now["high"],
        target=shown.target.meet if shown.target else None,
        hover=hover,
        is_partial=shown.partial,
    )


def labels(months: Sequence[Measured], language: Language) -> Labels:
    """Return what is written into the figure."""
    valued = [shown for shown in months if shown.now and shown.now["value"] is not None and shown.n >= numbers.FEWEST]
    last = numbers.figure(valued[-1].kpi, valued[-1].now, language) if valued else ""
    if valued and valued[-1].partial:
        last = say(trend_words.UNFINISHED_POINT, language, value=last)
    kpi, target = months[-1].kpi, months[-1].target
    aim = say(tile_words.TARGET, language, target=numbers.value(kpi, target.meet, language)) if target else ""
    return Labels(last, aim, axis(kpi, [shown.now["value"] for shown in valued if shown.now], language))


def alternative(months: Sequence[Measured], places: Places, language: Language) -> str:
    """Return what the figure shows, for those who cannot see it."""
    valued = [shown for shown in months if shown.now and shown.now["value"] is not None]
    if not valued:
        return trend_words.NOTHING.to(language)
    first, last = valued[0], valued[-1]
    return say(
        trend_words.ALTERNATIVE,
        language,
        kpi=first.kpi.name.to(language),
        place=places.name(first.place, language),
        first=numbers.figure(first.kpi, first.now, language),
        last=numbers.figure(last.kpi, last.now, language),
        first_month=numbers.month(first.month, language),
        last_month=numbers.month(last.month, language),
        months=len(valued),
    )


def table(months: Sequence[Measured], filters: Filters, name: str, language: Language) -> Table:
    """Return the same figures as a table, the newest month first; every value opens its rows."""
    heads = (
        trend_words.COLUMN_VALUE, trend_words.COLUMN_INTERVAL, trend_words.COLUMN_N, trend_words.COLUMN_IMMATURE,
        trend_words.COLUMN_TARGET,
    )  # fmt: skip
    first = Column(trend_words.COLUMN_MONTH.to(language), is_figure=False)
    rows = [_row(shown, filters, language) for shown in reversed(months)]
    return Table(name, [first, *(Column(head.to(language)) for head in heads)], rows)


def _row(shown: Measured, filters: Filters, language: Language) -> Row:
    now = shown.now
    href = address("kpi", rows_of(shown, filters)) if now else ""
    none = judgement.NO_DATA.to(language)
    return Row(
        [
            Cell(numbers.month(shown.month, language)),
            Cell(numbers.figure(shown.kpi, now, language), href=href),
            Cell(numbers.interval(shown.kpi, now["low"], now["high"], language) if now else none),
            Cell(numbers.count(shown.n)),
            Cell(numbers.count(now["immature"]) if now else none),
            Cell(cards.standing(shown, language)),
        ]
    )
