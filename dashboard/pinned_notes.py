"""Which notes belong to a page, how they are numbered, and how each reads."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.early_warning.words import who
from dashboard.places import EVERYWHERE, Place, Places
from dashboard.visit import Visit
from dashboard.wording import notes as words
from dashboard.wording import say
from metrics.model import Kpi
from metrics.store.notes import Note, read_notes
from metrics.text import Language


def notes_at(visit: Visit, kpi: Kpi, place: Place) -> list[Note]:
    """Return the notes about a KPI that concern a place: about itself, what it lies in, and what lies in it."""
    found = read_notes(visit.source.store, visit.source.scope, kpi.key)
    return [note for note in found if concerns(Place(note.kind, note.place), place, visit.source.places)]


def concerns(noted: Place, place: Place, places: Places) -> bool:
    """Return whether one of two places holds the other, or they are the same."""
    if EVERYWHERE in (noted, place) or noted == place:
        return True
    kinds = {noted.kind: noted, place.kind: place}
    return len(kinds) > 1 and places.region_of(kinds["unit"]) == kinds["region"]


def numbered(notes: Sequence[Note]) -> dict[str, str]:
    """Return the numbers of the notes that are pinned to each month, counted from 1 in their order."""
    found: dict[str, list[str]] = {}
    for number, note in enumerate(notes, start=1):
        found.setdefault(note.month, []).append(str(number))
    return {month: ",".join(numbers_) for month, numbers_ in found.items()}


def in_words(number: int, note: Note, places: Places, zone: str, language: Language) -> str:
    """Return a note with its number, month, place, author and time."""
    return say(
        words.NOTE,
        language,
        number=number,
        month=numbers.month(note.month, language),
        place=places.name(Place(note.kind, note.place), language),
        note=note.text,
        who=who(note.who, language),
        at=numbers.moment(note.at, zone),
    )
