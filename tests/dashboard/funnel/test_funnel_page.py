"""The funnel's page over the company of two centres: what it says, and where a click on it leads."""

from urllib.parse import parse_qsl

import pytest


def followed(cell):
    """Return the parameters of the address to which a cell leads."""
    return dict(parse_qsl(cell["href"].partition("?")[2]))


def cell_of(table, row, column):
    place = next(place for place, head in enumerate(table["columns"]) if head["text"] == column)
    return next(cells["cells"][place] for cells in table["rows"] if cells["cells"][0]["text"] == row)


def test_the_title_is_the_message_and_the_sentence_tells_news_from_noise(visit_flow):
    app = visit_flow(month="2025-05")
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == (
        "May 2025: 50.0 % of the 10 cases that entered were completed; most were lost after Contact (3, 30.0 %)"
    )
    assert "down 50.0 percentage points on April 2025 (within noise)" in app.markdown[1].value
    assert "main reason there is 'Out of stock' (2, 66.7 %)" in app.markdown[1].value


def test_a_month_whose_window_has_not_passed_is_not_compared(visit_flow):
    app = visit_flow(month="2025-06")
    assert "50.0 % of the 2 cases that entered are completed so far (still open\\: 1)" in app.title[0].value
    assert "The window (10 days) has not passed yet for 1 of them" in app.markdown[1].value


def test_states_of_every_step_stand_in_the_table_and_add_up(visit_flow, listed):
    app = visit_flow(month="2025-05")
    assert [row[:6] for row in listed(app, "steps")] == [
        ["Referral", "10", "8", "1", "1", "0"],
        ["Contact", "8", "5", "3", "0", "0"],
        ["Completion", "5", "5", "0", "0", "0"],
    ]
    assert any("In all 10 = 5 done + 4 lost + 1 timed out + 0 still open" in note.value for note in app.caption)


def test_the_page_opens_with_the_cases_lost_where_most_were_lost(visit_flow, listed):
    app = visit_flow(month="2025-05")
    assert [row[0] for row in listed(app, "cases")] == ["M6", "M7", "M8"]
    assert app.text[0].value == "Rows 1–3 of 3"


def test_each_case_names_its_file_and_the_row_that_says_how_it_ended(visit_flow, listed):
    rows = {row[0]: row[-1] for row in listed(visit_flow(month="2025-05"), "cases")}
    assert rows["M6"] == "exports/events.csv · row 31"


@pytest.mark.parametrize(
    ("figure", "cases"),
    [
        (("Referral", "Timed out"), ["M10"]),
        (("Referral", "Lost"), ["M9"]),
        (("Contact", "Went on"), ["M1", "M2", "M3", "M4", "M5"]),
    ],
)
def test_a_figure_of_the_table_leads_to_exactly_the_cases_it_counts(visit_flow, handed, listed, figure, cases):
    cell = cell_of(handed(visit_flow(month="2025-05"), "steps"), *figure)
    app = visit_flow(**followed(cell))
    assert [case[0] for case in listed(app, "cases")] == cases
    assert int(cell["text"]) == len(cases)


def test_what_is_zero_leads_nowhere(visit_flow, handed):
    steps = handed(visit_flow(month="2025-05"), "steps")
    assert cell_of(steps, "Contact", "Still open")["href"] == ""


def test_a_reason_leads_to_its_cases(visit_flow, handed, listed):
    reasons = handed(visit_flow(month="2025-05"), "reasons")
    assert [cell["text"] for cell in reasons["rows"][0]["cells"]] == ["Out of stock", "2", "66.7 %", "66.7 %"]
    app = visit_flow(**followed(reasons["rows"][0]["cells"][0]))
    assert [row[0] for row in listed(app, "cases")] == ["M6", "M7"]


def test_cases_that_do_not_count_are_told_by_reason_and_listed(visit_flow, handed, listed):
    left_out = handed(visit_flow(month="2025-05"), "left_out")
    assert [cell["text"] for cell in left_out["rows"][0]["cells"]] == ["merged into another case", "1"]
    assert [row[0] for row in listed(visit_flow(**followed(left_out["rows"][0]["cells"][0])), "cases")] == ["M11"]


def test_time_out_and_losses_of_all_steps_can_be_listed_together(visit_flow, listed):
    assert [row[0] for row in listed(visit_flow(month="2025-05", bar="*:lost"), "cases")] == ["M6", "M7", "M8", "M9"]


def test_a_unit_and_a_segment_narrow_everything_down(visit_flow, listed):
    app = visit_flow(month="2025-05", unit="S1", segment="product:glass", bar="contact:lost")
    assert app.title[0].value.startswith("South One · Product\\: glass · May 2025")
    assert listed(app, "steps")[0][:2] == ["Referral", "4"]
    assert [row[0] for row in listed(app, "cases")] == ["M6", "M7"]


def test_choosing_a_segment_a_span_and_a_part_rewrites_the_address(visit_flow):
    app = visit_flow(month="2025-05", bar="contact:lost", page="2")
    app.selectbox(key="funnel_segment").set_value("channel:phone").run()
    app.selectbox(key="funnel_span").set_value("3").run()
    app.segmented_control(key="funnel_part").set_value("times").run()
    assert app.query_params == {
        "month": "2025-05", "bar": "contact:lost", "segment": "channel:phone", "span": "3", "part": "times",
    }  # fmt: skip


def test_another_funnel_forgets_the_bar_of_the_one_before(visit_flow, listed):
    app = visit_flow(month="2025-05", bar="contact:lost")
    app.selectbox(key="funnel_funnel").set_value("short").run()
    assert app.query_params == {"month": "2025-05", "funnel": "short"}
    assert [row[0] for row in listed(app, "steps")] == ["referral", "completion"]


def test_a_period_of_three_months_counts_all_who_entered_in_it(visit_flow, listed):
    app = visit_flow(month="2025-06", span="3")
    assert listed(app, "steps")[0][:2] == ["Referral", "16"]
    assert app.title[0].value.startswith("April 2025 to June 2025")


def test_times_between_steps_are_withheld_from_too_few_cases(visit_flow, listed):
    assert listed(visit_flow(month="2025-05", part="times"), "times") == [
        ["Referral → Contact", "8", "60.0 min", "60.0 min", "60.0 min", "60.0 min"],
        ["Contact → Completion", "5", "60.0 min", "60.0 min", "2.0 h", "2.0 h"],
    ]
    assert listed(visit_flow(month="2025-06", part="times"), "times")[0][1:3] == ["1", "–"]


def test_cohorts_say_which_months_have_had_their_window(visit_flow, listed):
    app = visit_flow(month="2025-06", part="cohorts")
    app.toggle(key="cohorts_as_table").set_value(True).run()
    assert [row[:3] + row[6:8] for row in listed(app, "cohorts_table")] == [
        ["June 2025", "2", "1", "1", "too few (n = 2)"],
        ["May 2025", "10", "5", "10", "50.0 %"],
        ["April 2025", "4", "4", "4", "too few (n = 4)"],
    ]


def test_segments_are_compared_and_those_with_too_few_cases_held_back(visit_flow, handed):
    app = visit_flow(month="2025-05", part="where", by="unit")
    app.toggle(key="segments_as_table").set_value(True).run()
    table = handed(app, "segments_table")
    cell = cell_of(table, "South One", "Contact")
    assert (cell["text"], cell["note"]) == ("66.7 %", "2 / 3")
    assert cell["label"].endswith("the others 20.0 %. too few")
    assert followed(cell) == {"month": "2025-05", "unit": "S1", "bar": "contact:dropped", "by": "unit"}


def test_within_one_unit_units_are_not_compared(visit_flow):
    app = visit_flow(month="2025-05", unit="S1", part="where", by="unit")
    assert app.segmented_control(key="funnel_by").value == "channel"


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"funnel": "flwo"}, "'funnel=flwo'"),
        ({"bar": "contact:losst"}, "'bar=contact\\:losst'"),
        ({"bar": "*:entered"}, "'bar=\\*\\:entered'"),
        ({"segment": "colour:red"}, "'segment=colour\\:red'"),
        ({"span": "99"}, "'span=99'"),
        ({"month": "2019-13"}, "'month=2019-13'"),
        ({"case": "x" * 300}, "'case=xxx"),
    ],
    ids=str,
)
def test_an_address_out_of_range_falls_back_with_a_message(visit_flow, params, says):
    app = visit_flow(**{"month": "2025-05"} | params)
    assert not app.exception
    assert says in app.warning[0].value
    assert app.title[0].value


def test_a_segment_that_nobody_is_in_says_which_filters_empty_the_page(visit_flow):
    app = visit_flow(month="2025-05", segment="product:door")
    assert app.title[0].value == "No case entered in May 2025"
    assert "All units (Product\\: door) has no case that entered 'Repair flow' in May 2025" in app.info[0].value


def test_a_bar_without_cases_says_so(visit_flow):
    app = visit_flow(month="2025-05", bar="contact:open")
    assert app.info[0].value == "There are no such cases\\: Still open after Contact."


def test_a_page_after_the_last_shows_the_last(visit_flow):
    app = visit_flow(month="2025-05", page="9")
    assert app.text[0].value == "Rows 1–3 of 3"


def test_a_workspace_without_a_funnel_says_how_one_is_declared(open_app):
    app = open_app("funnel")
    assert app.title[0].value == "The workspace declares no funnel"


def test_chinese_readers_read_chinese(visit_flow, listed):
    app = visit_flow(month="2025-05", locale="zh-CN")
    assert (
        app.title[0]
        .value.replace("\\", "")
        .startswith("2025 年 5 月进入的 10 个案件:50.0 % 完成,流失最多的是“联系”之后")
    )
    assert listed(app, "cases")[0][1:4] == ["流失", "南一店", "电话"]


def test_names_that_came_with_the_data_are_text(visit_flow, handed):
    app = visit_flow(month="2025-05", segment="product:<b>glass</b> [x](http://evil.example)")
    shown = [*app.title, *app.markdown, *app.caption, *app.header]
    assert all("<b>" not in part.value.replace("\\<b\\>", "") for part in shown)
    figure = app.get("plotly_chart")[0].proto.spec
    assert "<a href" not in figure
    assert "&lt;a href" in figure
    assert handed(app, "reasons")["rows"][0]["cells"][0]["text"].startswith("<a href=")
