"""The groups into which a figure can be cut: which dimensions there are, and what their values are called."""

from dashboard import rows
from dashboard.places import Place, Places
from dashboard.wording import kpi as words
from dashboard.wording.values import WORDED, WORDS
from metrics.model import Kpi
from metrics.populations import POPULATIONS, UNKNOWN
from metrics.text import Language, Text
from metrics.why import Names

_PLACES = ("region", "unit")


def dimensions(kpi: Kpi, place: Place, places: Places) -> list[str]:
    """Return by which dimensions a KPI can be cut at a place: regions first, then units, then its population's own."""
    regions = ["region"] if place.kind == "all" and places.regions else []
    units = [] if place.kind == "unit" else ["unit"]
    rest = [name for name in POPULATIONS[kpi.population].all_dimensions if name not in _PLACES]
    return [*regions, *units, *rest]


def dimension(chosen: str | None, offered: list[str]) -> str:
    """Return the dimension that was chosen where it is offered, else units, else the first one."""
    usual = "unit" if "unit" in offered else offered[0]
    return chosen if chosen in offered else usual


def heading(kpi: Kpi, name: str, language: Language) -> str:
    """Return what a dimension is called."""
    return words.REGION.to(language) if name == "region" else rows.heading(kpi, name, language)


def within_a_sentence(kpi: Kpi, name: str, language: Language) -> str:
    """Return what a dimension is called where no sentence begins with it."""
    words = heading(kpi, name, language)
    return words[:1].lower() + words[1:]


def called(name: str, value: str, places: Places, language: Language) -> str:
    """Return what a value of a dimension is called; a company's own values stand as they came."""
    if name in _PLACES:
        return places.name(Place(name, value), language)
    if value in WORDS and (name in WORDED or value == UNKNOWN):
        return WORDS[value].to(language)
    return value


def names(by: str, values: list[str], places: Places) -> Names:
    """Return the names of a dimension's values in both languages."""
    return {(by, value): Text(called(by, value, places, "zh"), called(by, value, places, "en")) for value in values}
