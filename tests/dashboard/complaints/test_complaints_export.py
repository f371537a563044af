"""What the page about complaints exports: the figures of the part on screen, in files and on paper."""

import pytest

from dashboard.complaints import choice
from dashboard.complaints.reads import Complaints
from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.exports.files import csv_file
from dashboard.wording import exports as words
from metrics.store import Scope
from tests.dashboard.told import handed, texts
from tests.dashboard.visiting import printed, squeezed, visit_to

HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png)"


@pytest.fixture
def exported(wronged):
    """Return what makes the sheets of a visit, by name, and the visit."""

    def made(language="en", scope=None, **chosen):
        visit = visit_to(wronged, "complaints", language, **({"scope": scope} if scope else {}), **chosen)
        makers = pages.complaints(visit, Complaints(visit.source, choice.period(visit)))
        return visit, {name: make() for name, make in makers.items()}

    return made


@pytest.fixture
def paper(wronged):
    """Return the words of the page on paper."""

    def made(language="en", **chosen):
        visit = visit_to(wronged, "complaints", language, **chosen)
        known = Complaints(visit.source, choice.period(visit))
        return printed(pages.complaints_pdf(visit, known, "What the month says")(visit))

    return made


def test_the_rate_is_exported_with_its_limits(exported):
    _, sheets = exported()
    may = sheets[words.RATE].rows.row(0, named=True)
    assert (may["Month"], may["Per 100 cases"], may["Complaints"], may["Cases"]) == ("May 2025", 4 / 1.1, 4, 110)
    assert may["Limits from"] < may["Per 100 cases"] < may["Limits to"]


@pytest.mark.parametrize(
    ("name", "key"),
    [(words.BY_COUNT, "pareto_complaints_table"), (words.BY_COST, "pareto_cost_table"), (words.SEVERITY, "severities")],
)
def test_causes_and_severity_hold_the_figures_of_the_screen(exported, open_app, wronged, name, key):
    _, sheets = exported(part="causes")
    screen = texts(open_app("complaints", folder=wronged, part="causes"), key)
    assert [(row[0], float(row[1])) for row in sheets[name].rows.iter_rows()] == [
        (row[0], float(row[1].replace(",", ""))) for row in screen
    ]


def test_every_complaint_of_the_choice_is_exported_hostile_ones_as_text(exported):
    visit, sheets = exported(part="causes", cause="T2")
    rows = sheets[words.COMPLAINTS].rows
    assert rows.height == 3
    told = csv_file(about(visit, [sheets[words.COMPLAINTS]]), sheets[words.COMPLAINTS]).decode("utf-8-sig")
    assert HOSTILE in told
    assert "Cause,Attitude" in told
    assert "Complaints,3 rows" in told


def test_whoever_sees_one_unit_exports_its_complaints_only(exported):
    _, sheets = exported(scope=Scope(frozenset({"S1"})), part="causes")
    assert sheets[words.COMPLAINTS].rows.height == 1
    assert sheets[words.BY_COUNT].rows["Amount"].sum() == 1


def test_the_recovery_board_is_exported_whole_with_times_as_lengths(exported, open_app, wronged):
    _, sheets = exported(part="recovery")
    rows = sheets[words.BOARD_OF_RECOVERIES].rows
    assert rows.height == len(texts(open_app("complaints", folder=wronged, part="recovery"), "board"))
    (apology,) = rows.filter(Recovery="B2")["Apology"]
    assert apology.total_seconds() == 2 * 3600
    assert len(sheets[words.TILES].rows) == 12


def test_after_a_recovery_the_comparison_and_the_scenario_are_exported(exported):
    _, sheets = exported(part="after", repurchase="10-20-50-80", customers="100-0-0-0", worth="1000")
    assert sheets[words.COMPARED].rows["Scores"].to_list() == [0, 0, None]
    assert sheets[words.SUPPOSED].rows["At risk"].to_list() == [90_000.0, 0.0, 0.0, 0.0, 90_000.0]


def test_the_head_says_part_and_period_in_chinese_too(exported):
    visit, sheets = exported("zh", part="causes", span="3", severity="general")
    told = dict(about(visit, list(sheets.values())))
    assert told["部分"] == "原因与严重度"
    assert told["时段"].startswith("2025 年 3 月 至 2025 年 5 月")
    assert told["地址"] == "/complaints?month=2025-05&part=causes&severity=general&span=3"


@pytest.mark.parametrize(("language", "words_of_it"), [("en", ["Attitude", "Waiting"]), ("zh", ["态度", "等待"])])
def test_the_paper_holds_the_causes_in_both_languages(paper, language, words_of_it):
    told = paper(language, part="causes")
    assert all(word in told for word in words_of_it)
    assert squeezed("What the month says") in told


def test_the_paper_says_tiles_sentences_and_filters_of_the_screen(paper, open_app, wronged):
    told, app = paper(part="recovery"), open_app("complaints", folder=wronged, part="recovery")
    for tile in handed(app, "recovery_tiles")["tiles"]:
        assert squeezed(tile["label"] + tile["value"]) in told
    for row in texts(app, "board"):
        assert all(squeezed(text) in told for text in row)
    assert squeezed("Recovery board 3 rows") in told
    assert "Asia/Shanghai" in told


def test_a_place_without_complaints_exports_its_tiles_alone(exported, paper):
    _, sheets = exported(part="causes", unit="S1", month="2025-04", span="1")
    assert list(sheets) == [words.TILES]
    assert squeezed("What the month says") in paper(part="causes", unit="S1", month="2025-04", span="1")
