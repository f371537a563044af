"""One case and its customer out of a warehouse of two customers, as viewers of different scopes see it."""

from datetime import datetime, timedelta

import polars as pl
import pytest

from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.tables import LINKS
from metrics.store.timeline import case_timeline

JUNE = {"month": "2025-06", "source": "s", "source_file": "f.csv"}
CASES = [
    {
        "case_id": "W1",
        "customer_id": "K1",
        "identity_key": "160",
        "org_unit_id": "N1",
        "created_at": 0,
        "resolve_due_at": 8,
    },
    {"case_id": "W2", "customer_id": "K1", "identity_key": "161", "org_unit_id": "S1", "created_at": 50},
    {"case_id": "W3", "customer_id": "K2", "identity_key": "162", "org_unit_id": "N1", "created_at": 60},
    {"case_id": "W4", "identity_key": "160", "org_unit_id": "N1", "created_at": 70},
    {"case_id": "W5", "identity_key": "164", "created_at": 80},
    {"case_id": "W6", "identity_key": "164", "created_at": 81},
    {"case_id": "W7", "identity_key": "165", "created_at": 82},
    {"case_id": "W8", "customer_id": "K3", "identity_key": "165", "created_at": 83},
    {"case_id": "W9", "customer_id": "K4", "identity_key": "165", "created_at": 84},
]
TABLES = {
    "cases": CASES,
    "case_events": [{"event_id": "1", "case_id": "W1", "at": 0, "kind": "stage_enter", "stage": "referral"}],
    "contacts": [
        {"contact_id": "H1", "started_at": 1, "identity_key": "160", "org_unit_id": "S1"},
        {"contact_id": "H2", "started_at": 2, "identity_key": "999"},
    ],
    "feedback_forms": [{"form_id": "F1", "received_at": 9, "timeliness": "A"}],
    "jobs": [{"job_id": "J1", "case_id": "W1", "arrived_at": 5, "finished_at": 6, "org_unit_id": "N1"}],
    "complaints": [{"complaint_id": "C1", "case_id": "W1", "customer_id": "K1", "received_at": 7}],
    "recovery_actions": [
        {"recovery_id": "B1", "step": "apology", "complaint_id": "C1", "failure_detected_at": 8, "done_at": 9},
        {"recovery_id": "B1", "step": "confirm", "complaint_id": "C1", "failure_detected_at": 8},
    ],
    "qa_audits": [
        {"audit_id": "Q1", "contact_id": "H1", "sampled_at": 10, "round": "primary", "status": "valid"},
        {"audit_id": "Q2", "contact_id": "H2", "sampled_at": 10, "round": "primary", "status": "valid"},
    ],
    "qa_ratings": [
        {"audit_id": "Q1", "attribute_code": "greeting", "result": "fail"},
        {"audit_id": "Q1", "attribute_code": "answer", "result": "pass"},
        {"audit_id": "Q1", "attribute_code": "record", "result": "na"},
    ],
    "calendars": [
        {"calendar_id": "week", "timezone": "Asia/Shanghai", "weekday": day, "starts": "09:00", "ends": "17:00"}
        for day in range(1, 6)
    ],
}  # fmt: skip
LINKED = [("contacts", "H1", "identity_time", 0.9), ("feedback_forms", "F1", "job", 1.0)]


@pytest.fixture
def store(published, rows):
    tables = {name: rows(name, *(JUNE | row for row in told)) for name, told in TABLES.items()}
    links = [(table, key, "W1", "2025-06", method, sure, "2025-06") for table, key, method, sure in LINKED]
    return open_store(published(tables={**tables, "links": pl.DataFrame(links, schema=LINKS, orient="row")}))


def others(found):
    return found.others.select("case_id", "method").rows()


def test_records_of_all_sources_stand_in_one_order(store):
    found = case_timeline(store, EVERYTHING, "W1").moments
    assert found["what"].to_list() == [
        "created", "stage_enter", "contact", "visit_arrived", "visit_finished", "complaint_received",
        "failure_detected", "form_received", "recovery_step", "audited",
    ]  # fmt: skip


def test_each_record_says_how_it_was_linked_and_how_sure(store):
    found = case_timeline(store, EVERYTHING, "W1").records
    links = {table: rows.select("method", "confidence").rows() for table, rows in found.items() if table != "cases"}
    assert links == {
        "case_events": [("id", 1.0)],
        "contacts": [("identity_time", 0.9)],
        "feedback_forms": [("job", 1.0)],
        "jobs": [("id", 1.0)],
        "complaints": [("id", 1.0)],
        "recovery_actions": [("complaints", 1.0), ("complaints", 1.0)],
        "qa_audits": [("contacts", 1.0)],
    }


def test_time_between_is_told_in_the_working_time_of_the_loaded_calendar(store):
    found = case_timeline(store, EVERYTHING, "W1").moments
    last = found.row(-1, named=True)
    assert (last["gap"], last["worked"]) == (timedelta(hours=1), timedelta(0))  # from six to seven in the evening


def test_a_recovery_says_which_steps_it_has_not_done(store):
    found = case_timeline(store, EVERYTHING, "W1").records["recovery_actions"]
    assert found["missing"].unique().to_list() == ["redo_service, calm, compensate, confirm"]


def test_an_audit_says_what_failed_of_what_was_judged(store):
    found = case_timeline(store, EVERYTHING, "W1").records["qa_audits"]
    assert found.select("audit_id", "judged", "failed").rows() == [("Q1", 2, "greeting")]


def test_a_promise_past_due_is_broken(store):
    assert case_timeline(store, EVERYTHING, "W1").promises.select("what", "kept").rows() == [("resolution", "broken")]


def test_the_other_cases_of_the_customer_are_those_with_the_customers_number(store):
    assert others(case_timeline(store, EVERYTHING, "W1")) == [("W2", "customer")]


def test_without_a_customers_number_the_contact_details_tell(store):
    assert others(case_timeline(store, EVERYTHING, "W5")) == [("W6", "identity")]


def test_a_nameless_case_with_the_contact_details_of_one_customer_is_taken_for_theirs(store):
    assert others(case_timeline(store, EVERYTHING, "W4")) == [("W1", "identity")]


def test_contact_details_that_two_customers_share_tell_nothing(store):
    assert others(case_timeline(store, EVERYTHING, "W7")) == []


def test_who_may_see_one_unit_sees_its_records_and_how_many_are_hidden(store):
    found = case_timeline(store, Scope(frozenset({"N1"})), "W1")
    assert "contact" not in found.moments["what"].to_list()
    assert (found.records["contacts"].height, found.others.height, found.hidden) == (0, 0, 2)


@pytest.mark.parametrize("scope", [EVERYTHING, Scope(frozenset({"N1"}))], ids=str)
def test_a_case_that_is_not_there_and_one_out_of_scope_are_alike(store, scope):
    assert case_timeline(store, scope, "W99") is None
    assert (case_timeline(store, scope, "W2") is None) == (scope != EVERYTHING)


def test_who_may_not_see_personal_data_sees_a_mask(store):
    found = case_timeline(store, Scope(personal=False), "W1")
    assert (found.case["customer_id"], found.case["identity_key"], found.case["org_unit_id"]) == ("•••", "•••", "N1")
    assert found.records["contacts"].select("customer_id", "identity_key").rows() == [(None, "•••")]
    assert found.others["customer_id"].to_list() == ["•••"]


def test_what_happened_after_the_data_ends_is_not_told(published, rows):
    case = rows("cases", JUNE | {"case_id": "W1", "created_at": 0, "closed_at": 48, "status": "closed"})
    store = open_store(published(tables={"cases": case}, as_of=datetime.fromisoformat("2025-06-07T00:00+00:00")))
    found = case_timeline(store, EVERYTHING, "W1")
    assert found.moments["what"].to_list() == ["created"]
    assert found.case["status"] == "open"
