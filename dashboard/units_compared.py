"""What the comparison of units shows: its points, its lines, its table and its sentence, decided before drawing."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import numbers
from dashboard.address import address
from dashboard.axes import axis, axis_of_counts
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.funnel_plot import Dot, Lines
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.places import Place, Places
from dashboard.tone import Tone
from dashboard.wording import kpi as words
from dashboard.wording import say
from metrics.model import Direction, Kpi, Rate
from metrics.signals.funnel_plot import FunnelPlot
from metrics.text import Language

_OUTER = 2
Point = Mapping[str, Any]


def dots(shown: Measured, plot: FunnelPlot, places: Places, language: Language) -> list[Dot]:
    """Return the units as points."""
    return [_dot(shown, point, places, language) for point in plot.points.to_dicts()]


def _dot(shown: Measured, point: Point, places: Places, language: Language) -> Dot:
    unit = Place("unit", point["unit"])
    name = places.name(unit, language)
    said = say(
        words.BAR_HOVER,
        language,
        name=name,
        value=numbers.figure(shown.kpi, point, language),
        interval=standing(point["beyond"], language),
        n=numbers.count(point["n"]),
    )
    return Dot(
        key=unit.code,
        name=name,
        size=point["size"],
        value=point["value"],
        hover=said,
        tone=tone(shown.kpi, point["beyond"]),
        is_beyond=abs(point["beyond"]) == _OUTER,
        is_named=point["beyond"] != 0 or unit == shown.place,
        is_chosen=unit == shown.place,
    )


def tone(kpi: Kpi, beyond: int) -> Tone:
    """Return whether a unit lies beyond the outer line on the good side, on the bad one, or within."""
    if abs(beyond) < _OUTER:
        return Tone.QUIET
    return Tone.GOOD if (beyond > 0) == (kpi.direction is Direction.HIGHER_IS_BETTER) else Tone.BAD


def standing(beyond: int, language: Language) -> str:
    """Return how a unit stands beside the whole."""
    return words.BEYOND[abs(beyond)].to(language)


def lines(shown: Measured, plot: FunnelPlot, language: Language) -> Lines:
    """Return the limits and the words beside them."""
    size = words.SIZE_EXPOSURE if isinstance(shown.kpi.measure, Rate) else words.SIZE_ROWS
    value = numbers.value(shown.kpi, plot.centre, language)
    return Lines(
        curve=plot.curve.to_dict(as_series=False),
        centre=plot.centre,
        whole=say(words.WHOLE, language, value=value),
        inner=words.INNER_LIMIT.to(language),
        outer=words.OUTER_LIMIT.to(language),
        size=size.to(language),
        measure=shown.kpi.name.to(language),
        sizes=axis_of_counts(plot.curve["size"]),
        axis=axis(shown.kpi, plot.points["value"], language),
    )


def alternative(shown: Measured, plot: FunnelPlot, drawn: Sequence[Dot], language: Language) -> str:
    """Return what the plot shows, for those who cannot see it."""
    beyond = [dot.name for dot in drawn if dot.is_beyond]
    comma = "、" if language == "zh" else ", "
    return say(
        words.UNITS_ALTERNATIVE,
        language,
        kpi=shown.kpi.name.to(language),
        units=len(drawn),
        value=numbers.value(shown.kpi, plot.centre, language),
        beyond=comma.join(beyond) if beyond else words.NOBODY.to(language),
    )


def table(shown: Measured, plot: FunnelPlot, places: Places, filters: Filters, language: Language) -> Table:
    """Return the units as a table, those furthest beyond the lines first; each leads to its own page."""
    heads = [
        Column(words.COLUMN_UNIT.to(language), is_figure=False),
        Column(words.COLUMN_VALUE.to(language)),
        Column(words.COLUMN_N.to(language)),
        Column(words.COLUMN_STANDING.to(language), is_figure=False),
    ]
    ordered = sorted(plot.points.to_dicts(), key=lambda point: (-abs(point["beyond"]), point["value"]))
    rows = [_row(shown, point, places, filters, language) for point in ordered]
    return Table(heads[0].text, heads, rows)


def _row(shown: Measured, point: Point, places: Places, filters: Filters, language: Language) -> Row:
    unit = Place("unit", point["unit"])
    return Row(
        [
            Cell(places.name(unit, language), href=address("kpi", filters.at(unit))),
            Cell(numbers.figure(shown.kpi, point, language)),
            Cell(numbers.count(point["n"])),
            Cell(standing(point["beyond"], language), tone=tone(shown.kpi, point["beyond"])),
        ]
    )
