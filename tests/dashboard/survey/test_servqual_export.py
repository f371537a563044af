"""What the SERVQUAL page exports: the figures of a wave as numbers, in files and on paper."""

import pytest

from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.survey.reads import Surveyed
from dashboard.wording import exports as words
from metrics.store import Scope
from tests.dashboard.told import texts
from tests.dashboard.visiting import printed, squeezed, visit_to

SHORT = {"instrument": "short"}
HOSTILE_WAVE = "<b>2025</b>"


@pytest.fixture
def exported(surveyed):
    """Return what makes the sheets of a visit, by name, and the visit."""

    def made(language="en", scope=None, **chosen):
        visit = visit_to(surveyed, "servqual", language, **({"scope": scope} if scope else {}), **SHORT, **chosen)
        known = Surveyed(visit.source, visit.filters)
        makers = pages.servqual(visit, known, known.survey)
        return visit, {name: make() for name, make in makers.items()}

    return made


def rounded(value):
    return "–" if value is None else f"{value:+.2f}".replace("+0.00", "0.00").replace("-", "−")


def test_the_dimensions_hold_the_gaps_of_the_screen_as_numbers(exported, open_app, surveyed):
    _, sheets = exported()
    screen = texts(open_app("servqual", folder=surveyed, **SHORT), "dimensions")
    rows = sheets[words.DIMENSIONS].rows
    assert [[name, rounded(gap)] for name, gap in rows.select("Dimension", "Gap").iter_rows()] == [
        [row[0], row[3]] for row in screen
    ]
    assert {"95 % interval from", "95 % interval to"} <= {*rows.columns}


def test_the_five_gaps_are_exported_with_what_they_rest_on(exported):
    _, sheets = exported()
    rows = sheets[words.FIVE].rows
    assert rows.height == 5
    # Nobody rated delivery or promises.
    assert rows["Value"].null_count() == 2
    assert rows["Rests on · beside it"][4] == "pairs answered by 3 customers"


def test_waves_are_side_by_side(exported):
    _, sheets = exported()
    assert sheets[words.WAVES].rows.columns[:3] == ["Dimension", "2024", HOSTILE_WAVE]


def test_an_opened_dimension_exports_its_items_and_all_its_answers(exported):
    visit, sheets = exported(dimension="speed")
    assert sheets[words.ITEMS].rows.height == 2
    assert sheets[words.ANSWERS].rows.height == 6
    assert sheets[words.ANSWERS].rows["Counted?"].to_list().count("counted") == 5
    assert dict(about(visit, list(sheets.values())))["Answers"] == "6 rows"


def test_whoever_sees_one_unit_exports_its_answers_only(exported):
    _, sheets = exported(scope=Scope(frozenset({"N1"})), dimension="speed")
    assert {*sheets[words.ANSWERS].rows["Unit"]} == {"North One"}


def test_the_head_names_wave_and_instrument_in_chinese_too(exported):
    visit, sheets = exported("zh", dimension="speed")
    told = dict(about(visit, list(sheets.values())))
    assert (told["批次"], told["量表"], told["维度"]) == (HOSTILE_WAVE, "short", "speed")
    assert "月份" in told


@pytest.mark.parametrize(("language", "gap"), [("en", "Gap 1 · Knowledge"), ("zh", "差距 1 · 认知")])
def test_the_paper_holds_the_tables_in_both_languages(surveyed, open_app, language, gap):
    visit = visit_to(surveyed, "servqual", language, **SHORT)
    known = Surveyed(visit.source, visit.filters)
    told = printed(pages.servqual_pdf(visit, known, known.survey, "Speed falls short")(visit))
    assert squeezed("Speed falls short") in told
    assert squeezed(gap) in told
    app = open_app("servqual", folder=surveyed, lang=language, **SHORT)
    for row in (*texts(app, "dimensions"), *texts(app, "waves")):
        assert all(squeezed(text) in told for text in row)
