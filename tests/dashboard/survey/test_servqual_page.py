from dataclasses import replace

import pytest

from dashboard.survey.message import basis
from dashboard.survey.reads import Surveyed
from tests.dashboard.told import handed, texts
from tests.dashboard.visiting import visit_to

WAVE = "<b>2025</b>"


@pytest.fixture
def servqual_page(open_app, surveyed):
    """Return what opens the SERVQUAL page over the workspace with a survey."""
    return lambda **params: open_app("servqual", folder=surveyed, **params)


def test_the_title_names_the_dimension_that_falls_shortest(servqual_page):
    app = servqual_page()
    assert not app.exception
    # a −1.5, b −1.5, c −1.0; the wave's own name is shown as text.
    assert app.title[0].value == "\\<b\\>2025\\</b\\>\\: speed falls shortest of expectations (−1.33)"


def test_the_dimensions_stand_with_gap_interval_weight_and_reliability(servqual_page):
    speed, reliability = texts(servqual_page(), "dimensions")
    assert speed[:7] == ["speed", "6.17", "4.83", "−1.33", "−2.05 … −0.62", "3", "60.00"]
    assert speed[-1] == "Mend first"
    assert reliability[:7] == ["Reliability", "5.33", "5.67", "+0.33", "−1.10 … +1.77", "3", "40.00"]
    assert reliability[7:] == ["–", "–", "–", "Good enough"]


def test_the_figures_are_drawn_with_what_they_show_in_words(servqual_page):
    charts = servqual_page(locale="zh-CN").get("plotly_chart")
    assert len(charts) == 4
    assert charts[1].proto.alt == "speed −1.33(−2.05 … −0.62); 可靠性 +0.33(−1.10 … +1.77)"
    assert sum(len(chart.proto.spec) for chart in charts) < 300_000


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "responses left out because they are on another scale: 2"), ("zh", "另有 2 份答卷用的是别的分制")],
)
def test_responses_on_another_scale_are_counted_in_a_sentence(surveyed, language, said):
    visit = visit_to(surveyed, "servqual", language, instrument="short")
    survey = Surveyed(visit.source, visit.filters).survey
    assert said in basis(replace(survey, on_another_scale=2), language)
    assert said[-5:] not in basis(survey, language)


def test_waves_are_compared_with_what_is_chance(servqual_page):
    app = servqual_page()
    # Speed was −2 and −1, is −1.5, −1.5 and −1: up by a sixth, far within noise.
    assert texts(app, "waves")[0][:4] == ["speed", "−1.50", "−1.33", "+0.17"]
    assert texts(app, "waves")[0][-1] == "within noise"


def test_the_first_wave_has_nothing_to_be_compared_with(servqual_page):
    app = servqual_page(wave="2024")
    assert app.info[-1].value == "There is only one wave, nothing to compare it with."


def test_each_gap_has_its_own_figure_and_source_and_none_where_nobody_was_asked(servqual_page):
    boxes = {box["name"]: box for box in handed(servqual_page(), "five_gaps")["boxes"]}
    knowledge = boxes["Gap 1 · Knowledge"]
    # Managers 5 and 6; customers 6, 6.25 and 5.5 over both dimensions: 5.5 − 5.92.
    assert (knowledge["value"], knowledge["source"]) == ("−0.42", "2 managers and 3 customers, the same questions")
    assert (boxes["Gap 2 · Standards"]["value"], boxes["Gap 2 · Standards"]["interval"]) == ("−1.50", "–")
    assert (boxes["Gap 3 · Delivery"]["value"], boxes["Gap 3 · Delivery"]["interval"]) == ("no evidence", "")
    assert boxes["Gap 3 · Delivery"]["source"] == "Those concerned were not asked in this wave."
    assert boxes["Gap 5 · Customer"]["value"] == "−0.50"


def test_the_gaps_are_never_added_up(servqual_page):
    app = servqual_page()
    assert any("never added up" in caption.value for caption in app.caption)
    assert texts(app, "five_by_dimension")[0] == ["speed", "−1.00", "−2.00", "no evidence", "no evidence", "−1.33"]


def test_a_dimension_opens_its_items_and_as_many_answers_as_it_counts(servqual_page):
    app = servqual_page(dimension="speed")
    assert [row[:2] for row in texts(app, "items")] == [["Item 1", "7.00"], ["Item 2", "6.00"]]
    listed = texts(app, "answers")
    assert [row[2] for row in listed].count("counted") == 5
    assert app.text[1].value == "5 complete pairs + 1 halves = 6 answers, from 3 customers."
    assert listed[0] == ["a", "Item 1", "counted", "7.00", "6.00", "−1.00", "North One", "answers.csv", "8"]


def test_choosing_a_unit_shows_its_own_answers_only(servqual_page):
    app = servqual_page(unit="S1")
    assert texts(app, "dimensions")[0][3:6] == ["−1.00", "–", "1"]
    assert app.warning[0].value.startswith("Only 1 customers answered")


def test_a_unit_that_nobody_was_asked_about_in_a_wave_says_so(servqual_page):
    app = servqual_page(unit="S1", wave="2024")
    assert not app.exception
    assert app.info[0].value.startswith("At South One no customer answered both expectation and perception in 2024")


def test_without_any_survey_the_page_says_how_to_bring_one(open_app):
    app = open_app("servqual", locale="zh-CN")
    assert app.title[0].value == "还没有期望与感知的调查"


@pytest.mark.parametrize("params", [{"wave": "1999"}, {"dimension": "no such"}, {"instrument": "x"}])
def test_an_address_out_of_range_falls_back_and_says_so(servqual_page, params):
    app = servqual_page(**params)
    assert "which is not known; the default is shown instead" in app.warning[0].value
    assert "speed" in app.title[0].value


def test_choosing_a_dimension_and_none_again_changes_the_address(servqual_page):
    app = servqual_page()
    app.segmented_control(key="servqual_dimension").set_value("speed").run()
    assert app.query_params == {"dimension": "speed"}
    app.segmented_control(key="servqual_dimension").set_value("").run()
    assert app.query_params == {}
