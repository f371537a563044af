"""Notes pinned to a month: written on a KPI's page, seen wherever that KPI is shown at that place."""

import shutil
from datetime import UTC, datetime

import pytest

from dashboard.pinned_notes import concerns, in_words, numbered
from dashboard.places import EVERYWHERE, Place, Places
from metrics.store.notes import Note

FCR = "first_contact_resolution"
HOSTILE = "![p](http://evil.example/p.png) <b>strike</b> =1+1"
PLACES = Places([{"unit": "N1", "region": "NORTH", "name_zh": "北一店", "name_en": "North One"}])
NOON = datetime(2025, 7, 1, 4, tzinfo=UTC)


def note(month="2025-05", text="Strike") -> Note:
    return Note(FCR, "unit", "N1", month, "local", NOON, text)


@pytest.fixture
def own(tiny, tmp_path):
    """Return a copy of the tiny workspace that may be written to."""
    return shutil.copytree(tiny, tmp_path / "workspace")


def written(open_app, folder, text, **params):
    """Return the KPI's page after a note was written there."""
    app = open_app("kpi", folder=folder, **params)
    app.text_area(key="note_text").set_value(text)
    return app.button[-1].click().run()


def said(app):
    return " ".join(part.value for part in app.markdown)


@pytest.mark.parametrize(
    ("noted", "place", "belongs"),
    [
        (Place("unit", "N1"), Place("unit", "N1"), True),
        (Place("unit", "N1"), Place("region", "NORTH"), True),
        (Place("region", "NORTH"), Place("unit", "N1"), True),
        (Place("unit", "N1"), EVERYWHERE, True),
        (Place("unit", "N1"), Place("unit", "S1"), False),
        (Place("unit", "N1"), Place("region", "SOUTH"), False),
        (Place("region", "NORTH"), Place("region", "SOUTH"), False),
    ],
)
def test_a_note_belongs_where_its_data_is_shown(noted, place, belongs):
    assert concerns(noted, place, PLACES) is belongs


def test_notes_are_numbered_in_their_order_by_month():
    assert numbered([note("2025-04"), note(), note()]) == {"2025-04": "1", "2025-05": "2,3"}


def test_a_note_reads_with_month_place_author_and_time():
    told = in_words(2, note(), PLACES, "Asia/Shanghai", "en")
    assert told == "Note 2 · May 2025 · North One: Strike (local user, 2025-07-01 12:00)"
    assert in_words(1, note(), PLACES, "Asia/Shanghai", "zh").startswith(
        "备注 1 · 2025 年 5 月 · 北一店:Strike(本机用户,"
    )


def test_a_note_is_kept_and_seen_wherever_the_kpi_is_shown_there(open_app, own):
    app = written(open_app, own, "Strike", unit="N1", month="2025-05")
    assert not app.exception
    assert "Note 1 · May 2025 · North One\\: Strike" in said(app)
    for page in ("kpi", "evidence", "overview"):
        assert "North One\\: Strike" in said(open_app(page, folder=own, unit="N1", month="2025-05")), page
    assert "North One\\: Strike" not in said(open_app("kpi", folder=own, unit="S1"))
    assert "North One\\: Strike" not in said(open_app("kpi", folder=own, kpi="satisfaction_score"))


def test_the_proof_of_another_month_does_not_show_it(open_app, own):
    written(open_app, own, "Strike", unit="N1", month="2025-05")
    assert "Strike" not in said(open_app("evidence", folder=own, unit="N1", month="2025-04"))


def test_the_text_of_a_note_is_text_only(open_app, own):
    app = written(open_app, own, HOSTILE, unit="N1")
    assert "![p]" not in said(app)
    assert "<b>" not in said(app).replace("\\<b\\>", "")
    assert "strike" in said(app)


def test_an_empty_note_is_not_kept(open_app, own):
    app = written(open_app, own, "   ", unit="N1")
    assert app.warning[0].value == "The note is empty and was not kept."
    assert any(part.value == "No note yet." for part in app.caption)
