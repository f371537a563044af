"""What a breakdown shows: its bars, its table and its sentence, decided before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import numbers, segments
from dashboard.address import address
from dashboard.axes import axis
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.bars import Bar, Whole
from dashboard.filters import Filters
from dashboard.measured import Measured, Reading
from dashboard.places import Place, Places
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.model import Direction, Kpi
from metrics.text import Language

# More bars than this are not taken in; the table holds them all.
MOST = 20


@dataclass(frozen=True)
class Group:
    """One value of a dimension: its key, its name and its reading."""

    key: str
    name: str
    reading: Reading

    @property
    def has_figure(self) -> bool:
        """Return whether it rests on enough rows to be a figure."""
        return self.reading["value"] is not None and self.reading["n"] >= numbers.FEWEST


def groups(kpi: Kpi, by: str, readings: Sequence[Reading], places: Places, language: Language) -> list[Group]:
    """Return the groups of a dimension, the worst value first, those without a figure last."""
    found = [Group(row[by], segments.called(by, row[by], places, language), row) for row in readings]
    sign = 1 if kpi.direction is Direction.HIGHER_IS_BETTER else -1

    def order(group: Group) -> tuple[bool, float, str]:
        return not group.has_figure, sign * group.reading["value"] if group.has_figure else 0.0, group.name

    return sorted((group for group in found if _holds_rows(group.reading)), key=order)


def _holds_rows(reading: Reading) -> bool:
    return any(reading[name] for name in ("n", "immature", "excluded"))


def drawn(found: Sequence[Group]) -> list[Group]:
    """Return the groups that are drawn: those with a figure, and of many the ones with most rows."""
    valued = [group for group in found if group.has_figure]
    largest = sorted(valued, key=lambda group: -group.reading["n"])[:MOST]
    return [group for group in valued if group in largest]


def bars(kpi: Kpi, found: Sequence[Group], language: Language) -> list[Bar]:
    """Return the groups as bars."""
    return [_bar(kpi, group, language) for group in found]


def _bar(kpi: Kpi, group: Group, language: Language) -> Bar:
    now = group.reading
    said: dict[str, Any] = {"value": numbers.figure(kpi, now, language), "n": numbers.count(now["n"])}
    between = numbers.interval(kpi, now["low"], now["high"], language)
    hover = say(words.BAR_HOVER, language, name=group.name, interval=between, **said)
    end = say(words.BAR_END, language, **said)
    return Bar(group.key, group.name, now["value"], now["low"], now["high"], end, hover)


def whole(shown: Measured, drawn: Sequence[Group], language: Language) -> Whole | None:
    """Return the line of the whole; None where it has no value."""
    if shown.now is None or shown.now["value"] is None:
        return None
    label = say(words.WHOLE, language, value=numbers.figure(shown.kpi, shown.now, language))
    reach = [group.reading[bound] for group in drawn for bound in ("value", "high")]
    return Whole(shown.now["value"], label, axis(shown.kpi, reach, language, from_zero=True))


def alternative(kpi: Kpi, by: str, found: Sequence[Group], language: Language) -> str:
    """Return what the bars show, for those who cannot see them."""
    worst, best = found[0], found[-1]
    return say(
        words.BREAKDOWN_ALTERNATIVE,
        language,
        kpi=kpi.name.to(language),
        by=segments.within_a_sentence(kpi, by, language),
        segments=len(found),
        worst=worst.name,
        worst_value=numbers.figure(kpi, worst.reading, language),
        best=best.name,
        best_value=numbers.figure(kpi, best.reading, language),
    )


def table(shown: Measured, by: str, found: Sequence[Group], filters: Filters, language: Language) -> Table:
    """Return the groups as a table; a place leads to its own page."""
    heads = [
        Column(segments.heading(shown.kpi, by, language), is_figure=False),
        *(Column(text.to(language)) for text in (words.COLUMN_VALUE, words.COLUMN_INTERVAL, words.COLUMN_N)),
    ]
    return Table(heads[0].text, heads, [_row(shown.kpi, by, group, filters, language) for group in found])


def _row(kpi: Kpi, by: str, group: Group, filters: Filters, language: Language) -> Row:
    now = group.reading
    return Row(
        [
            Cell(group.name, href=place_address(by, group.key, filters)),
            Cell(numbers.figure(kpi, now, language)),
            Cell(numbers.interval(kpi, now["low"], now["high"], language)),
            Cell(numbers.count(now["n"])),
        ]
    )


def place_address(by: str, key: str, filters: Filters) -> str:
    """Return the address of the page at a group that is a place; nothing where it is none."""
    return address("kpi", filters.at(Place(by, key))) if by in ("region", "unit") else ""
