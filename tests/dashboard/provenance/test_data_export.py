"""What the data page exports: every row of the part on screen, as far as the viewer may see it."""

import pytest

from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.exports.files import csv_file, workbook
from dashboard.provenance.parts import PARTS
from dashboard.provenance.reads import Provenance
from dashboard.wording import exports as words
from dashboard.wording import provenance as data_words
from metrics.store import Scope
from tests.dashboard.told import texts
from tests.dashboard.visiting import printed, sheets_in, squeezed, visit_to

HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png) =1+1"


@pytest.fixture
def exported(broken):
    """Return what makes the sheets of a visit, by name, and the visit."""

    def made(language="en", scope=None, **chosen):
        visit = visit_to(broken, "data", language, **({"scope": scope} if scope else {}), **chosen)
        return visit, {name: make() for name, make in pages.data(visit, Provenance(visit.source)).items()}

    return made


def test_the_account_adds_up_in_the_file_too(exported):
    _, sheets = exported()
    rows = sheets[data_words.PARTS["sources"]].rows
    added = rows["= loaded"] + rows["+ held back"] + rows["+ duplicates"] + rows["+ superseded"]
    assert rows["Read"].to_list() == added.to_list()
    assert rows["Read"].sum() > 0


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_part_makes_a_workbook_and_a_paper_in_both_languages(exported, part, language):
    visit, sheets = exported(language, part=part)
    book = sheets_in(workbook(about(visit, list(sheets.values())), "A", list(sheets.values())))
    assert [table.height - 1 for table in book.values()][1:] == [sheet.rows.height for sheet in sheets.values()]
    told = printed(pages.data_pdf(visit, Provenance(visit.source), "All is in")(visit))
    assert squeezed(data_words.PARTS[part].to(language)) in told


def test_the_rows_held_back_are_exported_whole_and_hostile_ones_as_text(exported):
    visit, sheets = exported(part="quarantine")
    rows = sheets[words.HELD_BACK].rows
    assert rows.height == Provenance(visit.source).waiting(visit.filters, 1).total
    told = csv_file(about(visit, [sheets[words.HELD_BACK]]), sheets[words.HELD_BACK]).decode("utf-8-sig")
    assert HOSTILE in told
    assert f"Rows held back,{rows.height} rows" in told


def test_whoever_may_not_see_personal_data_exports_no_raw_row(exported):
    _, sheets = exported(scope=Scope(personal=False), part="quarantine")
    rows = sheets[words.HELD_BACK].rows
    assert {*rows["Raw row"], *rows["What is wrong"]} == {"(not shown)"}


def test_whoever_sees_some_units_only_exports_no_row_held_back(exported):
    _, sheets = exported(scope=Scope(frozenset({"N1"})), part="quarantine")
    assert list(sheets) == [words.REASONS]


def test_checks_are_those_of_the_screen_and_the_head_says_of_which_source(exported, open_app, broken):
    visit, sheets = exported(part="checks", source="calls")
    rows = sheets[data_words.PARTS["checks"]].rows
    screen = texts(open_app("data", folder=broken, part="checks", source="calls"), "checks")
    assert [[rule, f"{failed:,}"] for rule, failed in rows.select("Rule", "Failed").iter_rows()] == [
        [row[0], row[3]] for row in screen[: rows.height]
    ]
    told = dict(about(visit, list(sheets.values())))
    assert (told["Source"], told["Part"]) == ("calls", "Checks")
    assert not {"Month", "Unit"} & {*told}
