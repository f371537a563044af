"""Notes pinned to months: kept for everybody, within scope, in records of an earlier version too."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import inspect

from metrics.errors import UnknownKpiError
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.errors import QueryError
from metrics.store.notes import Note, NoteError, pin, read_notes

FCR = "first_contact_resolution"
NOON = datetime(2025, 7, 1, 12, tzinfo=UTC)
PARTS = {"month": "2025-06", "unit": "N1", "n": 10, "total": 8.0}


def note(**said) -> Note:
    usual = {"kpi": FCR, "kind": "unit", "place": "N1", "month": "2025-06", "who": "local", "at": NOON, "text": "罢工"}
    return Note(**usual | said)


@pytest.fixture
def store(published):
    return open_store(published(PARTS))


def test_a_note_is_kept_and_read_by_whoever_comes_later(store):
    pin(store, EVERYTHING, note())
    assert read_notes(open_store(store.settings.folder), EVERYTHING, FCR) == [note()]
    assert read_notes(store, EVERYTHING, "satisfaction_score") == []


def test_notes_come_by_month_then_as_they_were_written(store):
    for written in (note(text="b"), note(text="c"), note(text="a", month="2025-05")):
        pin(store, EVERYTHING, written)
    assert [kept.text for kept in read_notes(store, EVERYTHING, FCR)] == ["a", "b", "c"]


def test_a_viewer_of_some_units_sees_and_writes_notes_about_these_only(store):
    pin(store, EVERYTHING, note(place="S1"))
    pin(store, EVERYTHING, note(kind="all", place=""))
    pin(store, EVERYTHING, note())
    narrow = Scope(frozenset({"N1"}))
    assert read_notes(store, narrow, FCR) == [note()]
    for kind, place in (("unit", "S1"), ("region", "NORTH"), ("all", "")):
        with pytest.raises(QueryError, match="may not see"):
            pin(store, narrow, note(kind=kind, place=place))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"text": "  "}, "1 to 1,000 signs; got 0"),
        ({"text": "x" * 1001}, "got 1,001"),
        ({"month": "June"}, "'June' is not a month"),
        ({"kind": "unit", "place": ""}, "got 'unit' with the code ''"),
        ({"kind": "all", "place": "N1"}, "got 'all' with the code 'N1'"),
    ],
)
def test_a_note_that_says_nothing_or_is_about_nothing_is_refused(said, message):
    with pytest.raises(NoteError, match=message):
        note(**said)


def test_a_note_about_no_kpi_is_refused():
    with pytest.raises(UnknownKpiError):
        note(kpi="first_contact")


def test_records_of_an_earlier_version_are_read_and_get_the_table_with_the_first_note(store, back_to):
    engine = back_to(store.settings.database, "0003")
    assert read_notes(store, EVERYTHING, FCR) == []
    pin(store, EVERYTHING, note())
    assert read_notes(store, EVERYTHING, FCR) == [note()]
    assert inspect(engine).has_table("notes")
