import pytest

from tests.dashboard.told import cells, handed, texts

HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png)"


@pytest.fixture
def complaints_page(open_app, wronged):
    """Return what opens the page over the workspace with complaints."""
    return lambda **params: open_app("complaints", folder=wronged, **params)


def test_the_title_is_the_message_of_the_month(complaints_page):
    app = complaints_page()
    assert not app.exception
    # Four complaints over 110 cases in May, two over 100 in April.
    assert app.title[0].value.startswith("May 2025\\: Complaints per 100 cases 3.64, up 1.64 on April, within noise")


def test_the_tiles_stand_in_their_order_and_lead_to_their_rows(complaints_page):
    tiles = handed(complaints_page(), "complaint_tiles")["tiles"]
    assert [tile["label"] for tile in tiles][:3] == [
        "Complaints per 100 cases", "Complaint capture", "Upheld complaints",
    ]  # fmt: skip
    assert tiles[0]["href"] == "kpi?month=2025-05&kpi=complaints_per_100_cases&status=counted"


def test_the_rate_is_drawn_with_limits_and_is_also_a_table(complaints_page):
    app = complaints_page()
    (chart,) = app.get("plotly_chart")
    assert chart.proto.alt == (
        "Complaints per 100 cases, All units: 2 months, from 2.00 per 100 to 3.64 per 100; 0 of them beyond the limits."
    )
    app.toggle(key="complaints_rate_as_table").set_value(True).run()
    may, april = cells(app, "complaints_rate_table")
    assert [cell["text"] for cell in may][:2] == ["May 2025", "3.64 per 100"]
    assert [cell["text"] for cell in may][3:5] == ["4", "110"]
    assert may[1]["href"] == "evidence?month=2025-05&kpi=complaints_per_100_cases&status=counted"
    assert april[-1]["text"] == "within noise"


def test_causes_by_number_and_by_cost_differ(complaints_page):
    app = complaints_page(part="causes")
    assert [row[:2] for row in texts(app, "pareto_complaints_table")] == [
        ["Attitude", "3"], ["Waiting", "2"], ["Other", "1"],
    ]  # fmt: skip
    assert [row[:2] for row in texts(app, "pareto_cost_table")] == [["Waiting", "600.00"], ["Attitude", "100.00"]]


def test_a_cause_opens_exactly_as_many_complaints_as_it_counts(complaints_page):
    attitude = cells(complaints_page(part="causes"), "pareto_complaints_table")[0]
    assert attitude[1]["href"] == "complaints?part=causes&cause=T2"
    listed = texts(complaints_page(part="causes", cause="T2"), "complaints")
    assert len(listed) == int(attitude[1]["text"])
    assert {row[7] for row in listed} == {"Attitude"}


def test_other_causes_open_too(complaints_page):
    assert [row[0] for row in texts(complaints_page(part="causes", cause="other"), "complaints")] == ["C7"]


def test_severities_say_what_they_weigh_and_open_their_complaints(complaints_page):
    app = complaints_page(part="causes", locale="zh-CN")
    assert texts(app, "severities") == [["严重", "1", "5", "5"], ["一般", "3", "2", "6"], ["轻微", "2", "1", "2"]]
    assert app.text[0].value.startswith("按严重度加权:每百件 6.19")
    listed = texts(complaints_page(part="causes", severity="major"), "complaints")
    assert [row[0] for row in listed] == ["C4"]


def test_a_complaint_leads_to_its_case_and_what_was_said_is_text(complaints_page):
    app = complaints_page(part="causes", severity="major")
    row = cells(app, "complaints")[0]
    assert any(cell["href"].startswith("case?") and "case=M002" in cell["href"] for cell in row)
    assert HOSTILE in [cell["text"] for cell in row]
    shown = [*app.title, *app.markdown, *app.caption, *app.text]
    assert all("<img" not in part.value for part in shown)


def test_the_period_can_be_the_month_alone(complaints_page):
    app = complaints_page(part="causes", span="1")
    assert texts(app, "pareto_complaints_table")[0][:2] == ["Attitude", "2"]
    assert app.caption[0].value == "May 2025 · All units"


def test_the_board_shows_the_late_first_with_each_step(complaints_page):
    app = complaints_page(part="recovery")
    board = texts(app, "board")
    assert [row[0] for row in board] == ["B2", "B3", "B1"]
    assert board[0][1:7] == ["late · 39.6 days", "2.0 h", "–", "–", "–", "–"]
    assert app.text[0].value.splitlines()[:2] == [
        "2 late + 0 under way + 1 satisfied = 3 recoveries",
        "Apology 3 of 3 · Redo 1 of 3 · Calm 1 of 3 · Compensate 2 of 3 · Confirm 2 of 3",
    ]


def test_the_board_says_what_went_out_of_order_above_authority_and_was_refused(complaints_page):
    rows = {row[0]["text"]: row for row in cells(complaints_page(part="recovery"), "board")}
    assert (rows["B3"][7]["text"], rows["B3"][1]["note"]) == ("out of order", "the customer said no")
    assert (rows["B1"][8]["text"], rows["B1"][8]["tone"]) == ("600.00 / 500.00", "bad")
    assert rows["B2"][7]["text"] == "–"
    assert "case=M002" in rows["B2"][0]["href"]


def test_what_began_lately_is_under_way(complaints_page):
    app = complaints_page(part="recovery", month="2025-06", span="1")
    assert texts(app, "board")[0][:2] == ["B4", "under way · 5.0 days"]


def test_scores_after_a_recovery_stand_beside_the_others_and_say_nothing_of_loyalty(complaints_page):
    app = complaints_page(part="after")
    assert [row[0] for row in texts(app, "compared")][:2] == ["After a recovery", "Nothing went wrong"]
    assert "satisfied is not loyal" in app.text[0].value


def test_the_scenario_is_marked_and_starts_from_the_records(complaints_page):
    app = complaints_page(part="after")
    assert "not a measurement" in app.warning[0].value
    fields = {field.key: field.value for field in app.number_input}
    assert {group: fields[f"supposed_customers_{group}"] for group in ("no_contact", "unsatisfied")} == {
        "no_contact": 1, "unsatisfied": 1,
    }  # fmt: skip
    assert (fields["supposed_customers_satisfied_quickly"], fields["supposed_customers_satisfied"]) == (1, 0)
    # 1000 × (0.91 + 0.81 + 0.18)
    assert "Supposed to be at risk in all: 1,900" in app.text[-1].value


def test_the_scenario_can_be_edited_and_stands_in_the_address(complaints_page):
    app = complaints_page(part="after")
    app.number_input(key="supposed_customers_no_contact").set_value(10).run()
    assert app.query_params == {"part": "after", "customers": "10-1-0-1"}
    app.number_input(key="supposed_repurchase_no_contact").set_value(50.0).run()
    assert app.query_params["repurchase"] == "50-19-54-82"
    app.number_input(key="supposed_worth").set_value(200).run()
    # 200 × (10 × 0.5 + 0.81 + 0.18)
    assert "1,198" in app.text[-1].value
    again = complaints_page(**dict(app.query_params))
    assert again.text[-1].value == app.text[-1].value


def test_a_place_without_complaints_says_so(complaints_page):
    app = complaints_page(part="causes", unit="S1", month="2025-04", span="1")
    assert not app.exception
    assert app.info[0].value == "April 2025 · South One\\: no complaints."
    assert "no recoveries on record" in complaints_page(part="recovery", unit="S1").info[0].value


def test_a_workspace_without_any_complaint_shows_no_error(open_app):
    for part in ("rate", "causes", "recovery", "after"):
        assert not open_app("complaints", part=part).exception


@pytest.mark.parametrize(
    "params",
    [
        {"part": "gossip"},
        {"repurchase": "1-2-3"},
        {"repurchase": "200-1-1-1"},
        {"customers": "-1-2-3-4"},
        {"worth": "1e9"},
    ],
)
def test_an_address_out_of_range_falls_back_and_says_so(complaints_page, params):
    app = complaints_page(**params)
    assert "which is not known" in app.warning[0].value
    assert "3.64" in app.title[0].value


def test_an_unknown_scenario_falls_back_and_says_so(complaints_page):
    app = complaints_page(part="after", scenario="hope")
    assert any("scenario=hope" in warning.value for warning in app.warning)
