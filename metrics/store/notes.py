"""Notes that people pin to a month of a KPI at a place: what happened there that the figures do not say."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, insert, inspect, select

from metrics.errors import MetricsError
from metrics.registry import kpi as kpi_called
from metrics.store.database import upgrade
from metrics.store.errors import QueryError
from metrics.store.schema import notes
from metrics.store.scope import Scope
from metrics.store.store import Store

LONGEST = 1_000
KINDS = ("all", "region", "unit")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class NoteError(MetricsError):
    """A note that cannot be kept: whoever wrote it writes it otherwise."""


@dataclass(frozen=True)
class Note:
    """One note: about which KPI, where (all, a region or a unit, by its code) and when, by whom, and its text."""

    kpi: str
    kind: str
    place: str
    month: str
    who: str
    at: datetime
    text: str

    def __post_init__(self) -> None:
        """Refuse a note without a word or too long, about no KPI, about no month, or about no place."""
        kpi_called(self.kpi)
        if not 0 < len(self.text.strip()) <= LONGEST:
            message = f"A note has 1 to {LONGEST:,} signs; got {len(self.text.strip()):,}."
            raise NoteError(message)
        if not _MONTH.fullmatch(self.month):
            message = f"'{self.month}' is not a month; write it as 2025-06."
            raise NoteError(message)
        if self.kind not in KINDS or (self.kind == "all") == bool(self.place):
            message = f"A note is about all, one region or one unit; got '{self.kind}' with the code '{self.place}'."
            raise NoteError(message)


def read_notes(store: Store, scope: Scope, key: str) -> list[Note]:
    """Return the notes about a KPI, oldest month first; who sees some units only sees the notes about these."""
    asked = select(notes).where(notes.c.kpi == key).order_by(notes.c.month, notes.c.id)
    if scope.units is not None:
        asked = asked.where(notes.c.kind == "unit", notes.c.place.in_(sorted(scope.units)))
    with store.records(scope) as connection:
        # Records that an earlier version wrote get this table with the first note or load.
        if not inspect(connection).has_table(notes.name):
            return []
        return [_note(row) for row in connection.execute(asked).mappings()]


def pin(store: Store, scope: Scope, note: Note) -> None:
    """Keep a note; QueryError where its place is not in the writer's scope."""
    if scope.units is not None and not (note.kind == "unit" and note.place in scope.units):
        message = f"The note is about {note.kind} '{note.place}', which this viewer may not see as a whole."
        raise QueryError(message)
    with store.records(scope) as connection:
        missing = not inspect(connection).has_table(notes.name)
    if missing:
        upgrade(store.settings.database)
    kept = {name: getattr(note, name) for name in Note.__dataclass_fields__}
    with store.records(scope) as connection, connection.begin():
        connection.execute(insert(notes).values(**kept, load=store.published(scope).id))


def _note(row: RowMapping) -> Note:
    return Note(**{name: row[name] for name in Note.__dataclass_fields__})
