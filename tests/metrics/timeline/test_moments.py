"""What the records of a case tell, and in which order."""

from metrics.contract import TABLES
from metrics.timeline.moments import SHOWN, moments


def told(records):
    return moments(records).select("what", "key").rows()


def test_a_record_tells_of_each_of_its_times_in_order(rows):
    case = rows("cases", {"case_id": "W1", "created_at": 0, "closed_at": 9, "first_response_at": 2})
    assert told({"cases": case}) == [("created", "W1"), ("first_response", "W1"), ("closed", "W1")]


def test_moments_of_all_sources_are_in_one_order_of_time(rows):
    call = rows("contacts", {"contact_id": "H1", "started_at": 1})
    case = rows("cases", {"case_id": "W1", "created_at": 0, "closed_at": 3})
    form = rows("feedback_forms", {"form_id": "F1", "sent_at": 2, "received_at": 4})
    found = told({"contacts": call, "cases": case, "feedback_forms": form})
    assert [what for what, _ in found] == ["created", "contact", "form_sent", "closed", "form_received"]


def test_of_moments_at_one_instant_the_case_speaks_first(rows):
    event = rows("case_events", {"event_id": "1", "at": 0, "kind": "stage_enter"})
    case = rows("cases", {"case_id": "W1", "created_at": 0})
    assert told({"case_events": event, "cases": case}) == [("created", "W1"), ("stage_enter", "1")]


def test_a_last_resolution_is_told_only_where_it_is_another_one(rows):
    once = rows("cases", {"case_id": "W1", "created_at": 0, "resolved_first_at": 2, "resolved_last_at": 2})
    again = rows("cases", {"case_id": "W1", "created_at": 0, "resolved_first_at": 2, "resolved_last_at": 5})
    assert [what for what, _ in told({"cases": once})] == ["created", "resolved"]
    assert [what for what, _ in told({"cases": again})] == ["created", "resolved", "resolved_again"]


def test_a_call_back_that_is_its_own_verification_is_told_once(rows):
    form = rows("feedback_forms", {"form_id": "F1", "received_at": 4, "verified_at": 4})
    assert told({"feedback_forms": form}) == [("form_received", "F1")]


def test_a_verification_without_a_day_of_return_is_told(rows):
    form = rows("feedback_forms", {"form_id": "F1", "verified_at": 4})
    assert told({"feedback_forms": form}) == [("form_verified", "F1")]


def test_a_visit_that_did_not_take_place_is_told_at_its_planned_time(rows):
    missed = {"job_id": "J1", "scheduled_at": 1, "result": "no_access"}
    made = {"job_id": "J2", "scheduled_at": 5, "arrived_at": 6, "finished_at": 7}
    assert told({"jobs": rows("jobs", missed, made)}) == [
        ("visit_missed", "J1"), ("visit_arrived", "J2"), ("visit_finished", "J2"),
    ]  # fmt: skip


def test_a_failure_is_told_once_and_only_steps_that_were_done(rows):
    steps = [
        {"recovery_id": "B1", "step": "apology", "failure_detected_at": 0, "done_at": 1},
        {"recovery_id": "B1", "step": "calm", "failure_detected_at": 0},
    ]
    found = told({"recovery_actions": rows("recovery_actions", *steps)})
    assert found == [("failure_detected", "B1 · apology"), ("recovery_step", "B1 · apology")]


def test_without_records_there_are_no_moments(rows):
    assert moments({}).height == moments({"jobs": rows("jobs")}).height == 0


def test_every_dated_table_about_cases_is_shown():
    about_cases = {name for name, table in TABLES.items() if table.at and "case_id" in table.schema}
    assert set(SHOWN) == about_cases
