"""What the overview says, decided before anything is shown or printed: message, tiles, table, cause and signals."""

from collections.abc import Mapping

from dashboard import bridges, numbers, segments
from dashboard.address import address
from dashboard.board import MOST_UNITS, board, ordered, rows_at
from dashboard.cards import MONTHS, Card, card
from dashboard.components.linked_list import Item
from dashboard.components.linked_table import Table
from dashboard.early_warning import choice
from dashboard.early_warning import words as told
from dashboard.early_warning.reads import read_warnings
from dashboard.figures.bridge import Step
from dashboard.measured import Measured, trail
from dashboard.places import Place
from dashboard.sentences import sentence
from dashboard.small_multiples import lines, values, with_lines
from dashboard.tracked import why
from dashboard.visit import Visit
from dashboard.wording import kpi as kpi_words
from dashboard.wording import overview, say
from metrics.calendar import shift_month
from metrics.model import Kpi, Quantile
from metrics.signals.inbox import Box, Entry
from metrics.why.record import WhyRecord


def message(visit: Visit) -> str:
    """Return the sentence of the month."""
    headline = visit.leading[0]
    # Where one unit is looked at, there is no other whose move could be named.
    named = () if visit.place.kind == "unit" else visit.source.places.within(visit.place)
    units = [visit.measured(headline, unit) for unit in named]
    return sentence(visit.measured(headline), units, visit.source.places, visit.language)


def unfinished(visit: Visit) -> str:
    """Return that the month is not over, and what follows from it; nothing where it is over."""
    if not visit.source.is_partial(visit.month):
        return ""
    at = numbers.moment(visit.source.load.as_of, visit.source.zone)
    return say(overview.PARTIAL, visit.language, month=numbers.month(visit.month, visit.language), at=at)


def tiles(visit: Visit) -> list[Card]:
    """Return the leading KPIs as tiles."""
    return [_tile(visit, kpi) for kpi in visit.leading]


def _tile(visit: Visit, kpi: Kpi) -> Card:
    months = trail(visit.source, kpi, visit.place, visit.month, MONTHS)
    return card(visit.measured(kpi), months, visit.filters, visit.language)


def measures(visit: Visit) -> Mapping[Place, list[Measured]]:
    """Return the leading KPIs of every region and unit at the chosen place."""
    places = rows_at(visit.place, visit.source.places)
    return {place: [visit.measured(kpi, place) for kpi in visit.leading] for place in places}


def places_table(visit: Visit, measured: Mapping[Place, list[Measured]]) -> Table:
    """Return the table of regions and centres with a small line for each figure."""
    table = board(visit.leading, measured, visit.source.places, visit.filters, visit.language)
    shown = ordered(measured, visit.source.places)[:MOST_UNITS]
    drawn = [lines(values(visit.source, kpi, shown, visit.month)) for kpi in visit.leading]
    return with_lines(table, shown, drawn)


def cause(visit: Visit, kpi: Kpi) -> WhyRecord | None:
    """Return what moved a KPI since the month before; None for a percentile, which is no sum."""
    if isinstance(kpi.measure, Quantile):
        return None
    by = segments.dimension(None, segments.dimensions(kpi, visit.place, visit.source.places))
    return why(visit, kpi, _between(visit), by)


def steps(visit: Visit, kpi: Kpi, found: WhyRecord) -> list[Step]:
    """Return the bridge of a cause; empty where the comparison is withheld."""
    before, now = (numbers.month(month, visit.language) for month in _between(visit))
    return bridges.steps(kpi, found, (before, now), visit.language)


def _between(visit: Visit) -> tuple[str, str]:
    return shift_month(visit.month, -1), visit.month


def signals(visit: Visit) -> list[Item]:
    """Return the open signals of the leading KPIs at the chosen place, the newest first."""
    leading = {kpi.key for kpi in visit.leading}
    entries = choice.at(read_warnings(visit.source, of=visit.leading).entries, visit.place, visit.source.places)
    return [_item(visit, entry) for entry in entries if entry.box is Box.OPEN and entry.key.kpi in leading]


def _item(visit: Visit, entry: Entry) -> Item:
    meaning = choice.news(entry)
    says = entry.raised.says.to(visit.language) if entry.raised else told.state(entry, visit.language)
    owner = entry.handling.owner
    return Item(
        mark=kpi_words.MEANINGS[meaning].to(visit.language),
        tone=told.TONES[meaning],
        title=f"· {told.when(entry, visit.language)}",
        text=says if not owner else say(overview.OWNED, visit.language, says=says, owner=owner),
        href=address("signals", visit.filters.choose(signal=entry.key.id)),
    )
