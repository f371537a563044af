"""What the signals page exports: every signal of the box that is looked at, and what was done about one."""

from datetime import UTC, datetime

import pytest

from dashboard.early_warning.reads import read_warnings
from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.exports.files import workbook
from dashboard.wording import exports as words
from metrics.signals.handling import Act, Step
from metrics.store import EVERYTHING
from metrics.store.signal_log import record
from tests.dashboard.told import texts
from tests.dashboard.visiting import printed, sheets_in, squeezed, visit_to

HOSTILE = "=HYPERLINK(1) ![p](http://evil.example)"


@pytest.fixture
def exported(watched):
    """Return what makes the sheets of a visit, by name, the visit, and the signals that it sees."""

    def made(language="en", **chosen):
        visit = visit_to(watched, "signals", language, **chosen)
        entries = read_warnings(visit.source).entries
        return visit, {name: make() for name, make in pages.signals(visit, entries).items()}, entries

    return made


def test_the_signals_of_the_box_are_exported_with_kpi_and_unit_apart(exported, open_app, watched):
    _, sheets, _ = exported()
    screen = texts(open_app("signals", folder=watched), "signals")
    rows = sheets[words.SIGNALS].rows
    assert rows.columns[:3] == ["KPI", "unit", "Value"]
    assert [*rows.select("KPI", "Value", "When").iter_rows()] == [tuple(row[:3]) for row in screen]


def test_the_choice_narrows_the_file_as_it_does_the_screen(exported):
    visit, sheets, _ = exported(news="good")
    assert {*sheets[words.SIGNALS].rows["unit"]} == {"South One"}
    told = dict(about(visit, list(sheets.values())))
    assert (told["State"], told["News"]) == ("open", "For the better")
    assert "Month" not in told


def test_a_note_is_text_in_the_file_and_the_log_comes_along(exported):
    visit, _, entries = exported()
    (worse,) = (entry for entry in entries if entry.key.unit == "N1" and entry.raised)
    record(
        visit.source.store, EVERYTHING, Act(worse.key, Step.NOTE, "local", datetime(2025, 7, 2, tzinfo=UTC), HOSTILE)
    )
    visit, sheets, _ = exported(signal=worse.key.id)
    assert sheets[words.LOG].rows["Text"].to_list() == [HOSTILE]
    assert str(sheets[words.LOG].rows["When"][0]) == "2025-07-02 08:00:00"
    book = sheets_in(workbook(about(visit, list(sheets.values())), "A", list(sheets.values())))
    assert f"'{HOSTILE}" in str(book["Log of the signal"].rows())


@pytest.mark.parametrize(("language", "unit"), [("en", "North One"), ("zh", "北一店")])
def test_the_paper_holds_the_signals_in_both_languages(watched, open_app, language, unit):
    visit = visit_to(watched, "signals", language)
    found = read_warnings(visit.source)
    told = printed(pages.signals_pdf(visit, found, found.entries, "One fell")(visit))
    assert squeezed("One fell") in told
    assert squeezed(unit) in told
    for row in texts(open_app("signals", folder=watched, lang=language), "signals"):
        assert all(squeezed(text) in told for text in row)
