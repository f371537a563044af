import pytest

from tests.dashboard.told import texts

FCR = "first_contact_resolution"


def test_the_page_shows_value_definition_trend_and_rows(open_app):
    app = open_app("kpi", month="2025-05", unit="S1")
    assert not app.exception
    assert app.title[0].value.startswith("May 2025, South One\\: First-contact resolution 80.0 %")
    assert "= 16 / 20 = 80.0 %" in app.markdown[1].value
    assert len(app.get("plotly_chart")) == 1
    assert len(texts(app, "rows")) == 20


def test_only_the_chosen_part_is_drawn(open_app):
    app = open_app("kpi", month="2025-05")
    app.segmented_control(key="kpi_part").set_value("breakdown").run()
    assert app.query_params == {"month": "2025-05", "part": "breakdown"}
    assert len(app.get("plotly_chart")) == 1
    assert app.selectbox(key="kpi_by").value == "unit"


def test_the_trend_as_a_table_holds_the_months_that_are_over(open_app):
    app = open_app("kpi", form="table")
    assert [row[:2] for row in texts(app, "kpi_trend_table")] == [["May 2025", "65.1 %"], ["April 2025", "90.0 %"]]
    assert len(app.get("plotly_chart")) == 0


def test_a_breakdown_puts_the_worst_first_and_too_few_rows_last(open_app):
    app = open_app("kpi", part="breakdown", form="table")
    assert [row[:2] for row in texts(app, "kpi_breakdown_table")] == [
        ["North One", "50.0 %"],
        ["South One", "80.0 %"],
        ["![pixel](http://evil.example/p.png) <b>Harbin</b>", "too few (n = 3)"],
    ]


def test_a_breakdown_by_any_dimension_adds_up_to_the_whole(open_app):
    app = open_app("kpi", part="breakdown", by="product", form="table")
    assert sum(int(row[3]) for row in texts(app, "kpi_breakdown_table")) == 43


def test_units_are_held_against_each_other(open_app):
    app = open_app("kpi", part="units", form="table")
    assert {row[0]: row[1:3] for row in texts(app, "kpi_units_table")} == {
        "North One": ["50.0 %", "20"],
        "South One": ["80.0 %", "20"],
        "![pixel](http://evil.example/p.png) <b>Harbin</b>": ["too few (n = 3)", "3"],
    }


def test_a_percentile_says_why_it_has_no_such_comparison(open_app):
    for part, said in {"units": "A percentile has no such limits", "why": "A percentile is no sum"}.items():
        app = open_app("kpi", kpi="resolution_time_p50", part=part)
        assert app.info[0].value.startswith(said)


def test_why_it_moved_is_one_sentence_and_a_table_that_adds_up(open_app):
    app = open_app("kpi", part="why", form="table")
    said = [part.value for part in app.markdown if "2025\\-05" in part.value or "2025-05" in part.value]
    assert said[0].startswith("First-contact resolution was 65.1 % in 2025-05")
    assert any(part.value.startswith("The groups' shares come to") for part in app.caption)
    assert texts(app, "kpi_why_table")[-1][0] == "Sum"
    assert texts(app, "kpi_why_table")[-1][-1] == "−24.9 pp"


def test_periods_that_are_not_in_order_are_refused_with_a_sentence(open_app):
    app = open_app("kpi", part="why", before="2025-05", now="2025-04")
    assert app.warning[0].value == "The period From must end before the period To begins."


def test_an_unfinished_month_withholds_the_explanation(open_app):
    app = open_app("kpi", part="why", month="2025-06")
    assert any("too early to compare" in part.value for part in app.markdown)
    assert len(app.get("plotly_chart")) == 0


def test_choosing_another_dimension_goes_into_the_address(open_app):
    app = open_app("kpi", part="breakdown")
    app.selectbox(key="kpi_by").set_value("channel").run()
    assert app.query_params == {"part": "breakdown", "by": "channel"}


@pytest.mark.parametrize("part", ["trend", "breakdown", "units", "why"])
def test_a_month_without_any_row_is_a_sentence_in_every_part(open_app, part):
    app = open_app("kpi", month="2025-04", unit="X1", part=part)
    assert not app.exception
    assert app.title[0].value.endswith("no data for First-contact resolution")


@pytest.mark.parametrize(
    ("name", "value"),
    [("part", "secret"), ("by", "customer_id"), ("before", "2025-01..2025-09"), ("form", "<b>"), ("grain", "day")],
)
def test_an_address_that_is_not_understood_falls_back_and_says_so(open_app, name, value):
    app = open_app("kpi", **{name: value})
    assert not app.exception
    assert f"The address holds '{name}=" in app.warning[0].value


def test_the_proof_of_the_figure_is_one_click_away(open_app):
    app = open_app("kpi", month="2025-05", unit="S1", part="why")
    assert app.get("page_link")[0].proto.query_string == f"month=2025-05&unit=S1&kpi={FCR}"
