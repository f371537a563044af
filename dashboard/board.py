"""The table of regions and centres: every KPI of every place, the worst news first."""

from collections.abc import Mapping, Sequence
from typing import Literal

from dashboard import numbers, tone
from dashboard.address import address, rows_of
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.places import Place, Places
from dashboard.wording import judgement, overview, say
from metrics.change import Verdict
from metrics.model import Kpi
from metrics.text import Language

# More rows than this are not read; the picker narrows them down.
MOST_UNITS = 60

_KINDS: dict[str, Literal["group", "member"]] = {"region": "group", "unit": "member"}
Measures = Mapping[Place, Sequence[Measured]]


def board(kpis: Sequence[Kpi], measures: Measures, places: Places, filters: Filters, language: Language) -> Table:
    """Return the table; `measures` holds each place's KPIs in the order of `kpis`."""
    heads = [Column(overview.UNIT.to(language), is_figure=False), *(Column(kpi.name.to(language)) for kpi in kpis)]
    regions = any(place.kind == "region" for place in measures)
    rows = []
    for place in ordered(measures, places)[:MOST_UNITS]:
        cells = [cell(shown, places, filters, language) for shown in measures[place]]
        rows.append(Row([Cell(places.name(place, language)), *cells], kind=_KINDS[place.kind] if regions else ""))
    return Table(overview.BY_UNIT.to(language), heads, rows)


def rows_at(place: Place, places: Places) -> list[Place]:
    """Return the places that the table has rows for: the units at a place, and the regions above them."""
    units = places.within(place)
    regions = {places.region_of(unit) for unit in units} & set(places.regions)
    return [*sorted(regions), *units]


def ordered(measures: Measures, places: Places) -> list[Place]:
    """Return regions with their units below them, each in the order of what worsened most beyond noise."""

    def worst(place: Place) -> tuple[float, str]:
        falls = (shown.beyond_noise for shown in measures[place] if shown.is_worse)
        return -max(falls, default=0.0), place.code

    regions = [place for place in measures if place.kind == "region"]
    units = sorted((place for place in measures if place.kind == "unit"), key=worst)
    groups = {region: [unit for unit in units if places.region_of(unit) == region] for region in regions}
    by_news = sorted(regions, key=lambda region: min(map(worst, (region, *groups[region]))))
    grouped = [place for region in by_news for place in (region, *groups[region])]
    return [*grouped, *(unit for unit in units if unit not in grouped)]


def cell(shown: Measured, places: Places, filters: Filters, language: Language) -> Cell:
    """Return one figure of the table: its value, how it stands, how it moved, and the way to its rows."""
    figure = numbers.figure(shown.kpi, shown.now, language)
    if shown.now is None:
        return Cell(figure)
    name = places.name(shown.place, language)
    return Cell(
        text=figure,
        symbol=judgement.SYMBOLS[shown.status],
        tone=tone.of_status(shown),
        note=note(shown, language),
        note_tone=tone.of_change(shown),
        href=address("kpi", rows_of(shown, filters)),
        label=say(overview.CELL_LABEL, language, place=name, kpi=shown.kpi.name.to(language), value=figure),
    )


def note(shown: Measured, language: Language) -> str:
    """Return how a figure moved, in a few words; nothing where it could not be compared."""
    moved = shown.change.difference
    if moved is None:
        return "" if shown.change.verdict is Verdict.NO_COMPARISON else _verdict(shown, language)
    size = numbers.difference(shown.kpi, moved, language)
    return f"{tone.arrow(shown)} {size} · {_verdict(shown, language)}".strip()


def _verdict(shown: Measured, language: Language) -> str:
    return judgement.VERDICTS[shown.change.verdict].to(language)
