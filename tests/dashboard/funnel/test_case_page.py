"""The page of one case over the company of two centres, with customers who write hostile texts."""

import pytest

# What the complaint of case M8 says, followed by a hundred thousand signs.
HOSTILE = '![pixel](http://evil.example/p.png) <img src=x onerror="alert(1)"> =1+1 \u202egnirts\u202c 🧨 **bold** $x$'


def test_the_title_says_how_the_case_stands_and_whether_promises_were_kept(visit_flow):
    app = visit_flow("case", case="M8")
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == ("Case M8: created 2025-05-06, open, promises kept in time: 0 of 2")
    assert "6 moments from 6 records (Cases 1, Case events 4, Complaints 1)" in app.markdown[1].value


def test_moments_of_all_sources_stand_in_order_with_the_time_between(visit_flow, handed):
    entries = handed(visit_flow("case", case="M8"), "timeline")["entries"]
    assert [(entry["at"][-5:], entry["title"], entry["source"], entry["gap"]) for entry in entries] == [
        ("09:00", "Case created", "Cases", ""),
        ("09:00", "Stage entered", "Case events", ""),
        ("10:00", "Stage entered", "Case events", "60.0 min by the clock"),
        ("10:00", "Promise made", "Case events", ""),
        ("14:00", "Stage left", "Case events", "4.0 h by the clock"),
        ("10:00", "Complaint received", "Complaints", "20.0 h by the clock"),
    ]


def test_every_moment_says_from_which_row_it_comes_and_how_it_was_linked(visit_flow, handed):
    entry = handed(visit_flow("case", case="M8"), "timeline")["entries"][-1]
    assert entry["origin"] == "register · exports/complaints.csv · row 2"
    assert entry["link"] == "the record names the case · confidence 100.0 %"


def test_stages_and_reasons_are_called_by_their_names(visit_flow, handed):
    entry = handed(visit_flow("case", case="M6", locale="zh-CN"), "timeline")["entries"][3]
    assert (entry["title"], entry["tone"]) == ("离开阶段", "bad")
    assert entry["details"] == [["阶段", "联系"], ["结果", "流失"], ["流失原因", "缺货"]]


def test_a_promise_says_where_it_was_made_what_became_of_it(visit_flow, handed, listed):
    app = visit_flow("case", case="M8")
    made = handed(app, "timeline")["entries"][3]
    assert made["details"][-1] == ["Outcome", "✗ past due, not kept"]
    assert [": ".join(row[:2]) for row in listed(app, "promises")] == [
        "Resolution: past due, not kept", "A promise on the way: past due, not kept",
    ]  # fmt: skip


def test_a_case_that_kept_its_promises_says_so(visit_flow, listed):
    app = visit_flow("case", case="M1")
    assert app.title[0].value.endswith("resolved, every promise kept in time (1)")
    assert listed(app, "promises")[0][1] == "kept"


def test_the_customers_other_cases_lead_to_their_own_timelines(visit_flow, handed):
    [row] = handed(visit_flow("case", case="M8", month="2025-05", bar="contact:lost"), "others")["rows"]
    assert [cell["text"] for cell in row["cells"]][::7] == ["A1", "same customer number"]
    assert row["cells"][0]["href"] == "case?month=2025-05&bar=contact%3Alost&case=A1"


def test_what_a_customer_wrote_reaches_the_browser_whole_and_as_text_only(visit_flow, handed):
    app = visit_flow("case", case="M8")
    said = handed(app, "timeline")["entries"][-1]["said"]
    assert (said[: len(HOSTILE)], len(said)) == (HOSTILE, len(HOSTILE) + 100_000)
    shown = [*app.title, *app.markdown, *app.caption, *app.header]
    assert all("<b>" not in part.value and "![" not in part.value for part in shown)


def test_the_way_back_leads_to_the_bar_that_the_case_was_opened_from(visit_flow):
    app = visit_flow("case", case="M8", month="2025-05", bar="contact:lost")
    assert app.get("page_link")[-1].proto.query_string == "month=2025-05&bar=contact%3Alost"


def test_the_way_back_leads_to_the_evidence_where_a_kpi_led_here(visit_flow):
    app = visit_flow("case", case="M8", kpi="resolution_on_time", status="missed")
    assert "Back to the evidence" in app.get("page_link")[-1].proto.label


@pytest.mark.parametrize("case", ["M99", "<b>", "* : =1+1"])
def test_an_unknown_case_is_a_sentence_and_a_way_to_ask_for_another(visit_flow, case):
    app = visit_flow("case", case=case)
    assert not app.exception
    assert app.title[0].value.startswith("There is no case")
    app.text_input(key="case_asked").set_value(" M8 ").run()
    assert app.query_params == {"case": "M8"}
    assert app.title[0].value.startswith("Case M8")


def test_without_a_case_the_page_asks_for_one(visit_flow):
    app = visit_flow("case", locale="zh-CN")
    assert app.title[0].value == "哪个案件?"
    assert app.text_input(key="case_asked").label == "案件号"


def test_rows_of_evidence_lead_to_the_timeline_of_their_case(visit_flow, handed):
    app = visit_flow("evidence", kpi="resolution_on_time", month="2025-05", unit="S1", status="counted")
    cells = [row["cells"][0] for row in handed(app, "rows")["rows"]]
    assert [cell["text"] for cell in cells] == ["M10", "M5", "M6", "M7"]
    assert cells[0]["href"] == "case?month=2025-05&unit=S1&kpi=resolution_on_time&status=counted&case=M10"
    assert cells[0]["label"] == "Case M10, see its timeline"
