"""Which signals a viewer looks at: by place, KPI and news, and in which box they lie."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.filters import Filters
from dashboard.places import Place, Places
from metrics.signals import Meaning
from metrics.signals.inbox import Box, Entry

_NEWS = {"bad": {Meaning.BAD}, "good": {Meaning.GOOD}}


def at(entries: Iterable[Entry], place: Place, places: Places) -> list[Entry]:
    """Return the signals of a unit, of a region's units, or all of them."""
    if place.kind == "all":
        return list(entries)
    units = {place.code} if place.kind == "unit" else {unit.code for unit in places.within(place)}
    return [entry for entry in entries if entry.key.unit in units]


def of_kind(entries: Iterable[Entry], filters: Filters) -> list[Entry]:
    """Return the signals of the chosen KPI and news; all where none is chosen."""
    wanted = _NEWS.get(filters.news or "")
    return [
        entry
        for entry in entries
        if (filters.kpi is None or entry.key.kpi == filters.kpi) and (wanted is None or news(entry) in wanted)
    ]


def news(entry: Entry) -> Meaning:
    """Return whether a signal is good or bad news; one that is no longer there is neither."""
    return entry.raised.meaning if entry.raised else Meaning.NEITHER


def boxes(entries: Iterable[Entry]) -> dict[Box, int]:
    """Return how many signals lie in each box."""
    counted = Counter(entry.box for entry in entries)
    return {box: counted[box] for box in Box}


def box(filters: Filters) -> Box:
    """Return which box is looked at."""
    return Box(filters.state) if filters.state else next(iter(Box))


def lying(entries: Iterable[Entry], filters: Filters) -> list[Entry]:
    """Return the signals of the chosen KPI and news that lie in the chosen box."""
    return [entry for entry in of_kind(entries, filters) if entry.box is box(filters)]


def called(entries: Sequence[Entry], name: str | None) -> Entry | None:
    """Return the signal with a short name; None where there is none."""
    return next((entry for entry in entries if entry.key.id == name), None)
