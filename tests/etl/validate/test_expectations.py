from datetime import UTC, date, datetime

import pytest

from etl.expectations import suite_of
from etl.expectations.contract_rules import contract_rules
from etl.expectations.suite import Suite, SuiteError, name
from metrics.contract import TABLES

NINE, TEN, ELEVEN = (datetime(2025, 6, 2, hour, tzinfo=UTC) for hour in (9, 10, 11))
MAY, JUNE, JULY = (date(2025, month, 1) for month in (5, 6, 7))
FORM = {"job_id": "J1", "source_kind": "paper"}
CORRECTED = {"verified": "corrected", "attitude": "B", "original_attitude": "A"}
AUDIT = {"subject_id": "S1", "rater_id": "R1"}
MONDAY = {"calendar_id": "K1", "weekday": 1}

# Each rule of a table's own: a row or two that break it, and the column to look at.
FAULTS = [
    ("cases", "responded_before_opened", "first_response_at", {"created_at": TEN, "first_response_at": NINE}),
    ("cases", "resolved_before_opened", "resolved_first_at", {"created_at": TEN, "resolved_first_at": NINE}),
    (
        "cases",
        "resolved_before_responded",
        "resolved_first_at",
        {"first_response_at": ELEVEN, "resolved_first_at": TEN},
    ),
    (
        "cases",
        "resolved_last_before_first",
        "resolved_last_at",
        {"resolved_first_at": ELEVEN, "resolved_last_at": TEN},
    ),
    ("cases", "resolved_last_before_opened", "resolved_last_at", {"created_at": TEN, "resolved_last_at": NINE}),
    ("cases", "closed_before_resolved", "closed_at", {"resolved_last_at": ELEVEN, "closed_at": TEN}),
    ("cases", "closed_before_opened", "closed_at", {"created_at": TEN, "closed_at": NINE}),
    ("cases", "below_minimum", "reopen_count", {"reopen_count": -1}),
    ("cases", "below_minimum", "transfer_count", {"transfer_count": -1}),
    ("cases", "below_minimum", "agent_touches", {"agent_touches": -1}),
    ("cases", "below_minimum", "customer_touches", {"customer_touches": -1}),
    ("cases", "merged_into_itself", "merged_into", {"case_id": "C1", "merged_into": "C1"}),
    ("case_events", "lost_without_reason", "drop_reason_code", {"outcome": "lost"}),
    ("case_events", "stage_missing", "stage", {"kind": "stage_enter"}),
    ("case_events", "stage_missing", "stage", {"kind": "stage_exit"}),
    ("contacts", "answered_before_started", "answered_at", {"started_at": TEN, "answered_at": NINE}),
    ("contacts", "ended_before_answered", "ended_at", {"answered_at": ELEVEN, "ended_at": TEN}),
    ("contacts", "ended_before_started", "ended_at", {"started_at": TEN, "ended_at": NINE}),
    ("contacts", "below_minimum", "queue_seconds", {"queue_seconds": -1}),
    ("contacts", "below_minimum", "talk_seconds", {"talk_seconds": -1}),
    ("contacts", "abandoned_yet_answered", "abandoned", {"abandoned": True, "answered_at": TEN}),
    ("contacts", "callback_of_itself", "is_callback_of", {"contact_id": "T1", "is_callback_of": "T1"}),
    ("jobs", "finished_before_arrived", "finished_at", {"arrived_at": TEN, "finished_at": NINE}),
    ("jobs", "below_minimum", "visit_no", {"visit_no": 0}),
    ("jobs", "revisit_of_itself", "revisit_of", {"job_id": "J1", "revisit_of": "J1"}),
    ("feedback_forms", "received_before_sent", "received_at", {"sent_at": TEN, "received_at": NINE}),
    ("feedback_forms", "verified_before_received", "verified_at", {"received_at": TEN, "verified_at": NINE}),
    ("feedback_forms", "out_of_range", "csat", {"csat": 6}),
    ("feedback_forms", "out_of_range", "csat", {"csat": 0}),
    (
        "feedback_forms",
        "correction_without_original",
        "original_timeliness",
        CORRECTED | {"original_attitude": None},
    ),
    ("feedback_forms", "correction_without_grade", "timeliness", CORRECTED | {"attitude": None}),
    ("feedback_forms", "job_graded_twice", "job_id", FORM, FORM),
    ("complaints", "replied_before_received", "first_reply_at", {"received_at": TEN, "first_reply_at": NINE}),
    ("complaints", "verified_before_received", "verified_at", {"received_at": TEN, "verified_at": NINE}),
    ("complaints", "closed_before_received", "closed_at", {"received_at": TEN, "closed_at": NINE}),
    ("complaints", "duplicate_of_itself", "duplicate_of", {"complaint_id": "P1", "duplicate_of": "P1"}),
    ("complaints", "repeat_of_itself", "repeat_of", {"complaint_id": "P2", "repeat_of": "P2"}),
    ("org_units", "valid_to_before_from", "valid_to", {"valid_from": JUNE, "valid_to": JUNE}),
    ("org_units", "parent_of_itself", "parent_id", {"org_unit_id": "N", "parent_id": "N"}),
    ("org_units", "reference_unknown", "timezone", {"timezone": "Asia/Peking"}),
    ("staff", "valid_to_before_from", "valid_to", {"valid_from": JUNE, "valid_to": MAY}),
    (
        "staff",
        "periods_overlap",
        "valid_to",
        {"staff_id": "W", "valid_from": MAY, "valid_to": JULY},
        {"staff_id": "W", "valid_from": JUNE},
    ),
    ("calendars", "out_of_range", "weekday", {"weekday": 0}),
    ("calendars", "out_of_range", "weekday", {"weekday": 8}),
    ("calendars", "wrong_form", "starts", {"starts": "09.00"}),
    ("calendars", "wrong_form", "ends", {"ends": "24:30"}),
    ("calendars", "ends_before_starts", "ends", {"starts": "12:00", "ends": "12:00"}),
    ("calendars", "reference_unknown", "timezone", {"timezone": "Beijing"}),
    (
        "calendars",
        "blocks_overlap",
        "starts",
        MONDAY | {"starts": "09:00", "ends": "12:00"},
        MONDAY | {"starts": "11:00", "ends": "13:00"},
    ),
    ("calendar_days", "wrong_form", "blocks", {"blocks": "09:00-12:00;13:00-18:00"}),
    ("calendar_days", "ends_before_starts", "blocks", {"blocks": "09:00-12:00,18:00-13:00"}),
    ("qa_audits", "sampled_before_contact", "sampled_at", {"contact_at": TEN, "sampled_at": NINE}),
    ("qa_audits", "below_minimum", "population_n", {"population_n": 0}),
    ("qa_audits", "subject_missing", "subject_id", {"case_id": None}),
    ("qa_audits", "audited_twice", "subject_id", AUDIT, AUDIT),
    ("qa_ratings", "below_minimum", "weight", {"weight": -0.5}),
    ("recovery_actions", "done_before_failure", "done_at", {"failure_detected_at": TEN, "done_at": NINE}),
    (
        "recovery_actions",
        "confirmed_before_failure",
        "confirmed_at",
        {"failure_detected_at": TEN, "confirmed_at": NINE},
    ),
    ("recovery_actions", "out_of_range", "loss_grade", {"loss_grade": 6}),
    ("recovery_actions", "below_minimum", "loss_amount", {"loss_amount": -1}),
    ("recovery_actions", "below_minimum", "compensation_amount", {"compensation_amount": -1}),
    ("recovery_actions", "below_minimum", "authority_limit", {"authority_limit": -1}),
    ("recovery_actions", "below_minimum", "repurchased_within_days", {"repurchased_within_days": -1}),
    ("servqual_responses", "scale_unknown", "scale_max", {"scale_max": 6}),
    ("servqual_responses", "below_minimum", "expectation", {"expectation": 0.0}),
    ("servqual_responses", "below_minimum", "perception", {"perception": 0.0}),
    ("servqual_responses", "below_minimum", "minimum", {"minimum": 0.0}),
    ("servqual_responses", "above_scale", "expectation", {"expectation": 8.0}),
    ("servqual_responses", "above_scale", "perception", {"scale_max": 5, "perception": 5.5}),
    ("servqual_responses", "above_scale", "minimum", {"minimum": 8.0}),
    ("servqual_responses", "below_minimum", "item_no", {"item_no": 0}),
    ("servqual_responses", "no_such_dimension", "item_no", {"instrument": "gap3_staff", "item_no": 6}),
    (
        "servqual_weights",
        "out_of_range",
        "points",
        {"response_id": "R", "points": -1.0},
        {"response_id": "R", "dimension": "assurance", "points": 101.0},
    ),
    ("servqual_weights", "points_not_100", "points", {"points": 99.0}),
]

# Rows that look odd and are right.
FAIR = {
    "one moment for everything": ("cases", dict.fromkeys(("created_at", "first_response_at", "closed_at"), NINE)),
    "closed without being resolved": ("cases", {"closed_at": TEN}),
    "merged into another": ("cases", {"merged_into": "C9"}),
    "a lost case that says why": ("case_events", {"outcome": "lost", "drop_reason_code": "price"}),
    "abandoned in the queue": ("contacts", {"abandoned": True, "queue_seconds": 0, "ended_at": TEN}),
    "answered, and not abandoned": ("contacts", {"abandoned": False, "answered_at": TEN}),
    "a correction of one grade": ("feedback_forms", CORRECTED),
    "confirmed on paper without a date": ("feedback_forms", {"verified": "confirmed", "attitude": "A"}),
    "asked twice, answered once": ("feedback_forms", FORM, FORM | {"sent_at": NINE, "received_at": None}),
    "a call-back besides the paper form": (
        "feedback_forms",
        FORM | {"job_id": "J2"},
        {"job_id": "J2", "source_kind": "callback"},
    ),
    "a void audit done again": ("qa_audits", AUDIT, AUDIT | {"status": "void"}),
    "work until midnight": ("calendars", {"ends": "24:00"}),
    "an afternoon after the morning": ("calendars", MONDAY, MONDAY | {"starts": "12:00", "ends": "18:00"}),
    "a working Saturday in two blocks": ("calendar_days", {"blocks": "09:00-12:00,13:00-18:00"}),
    "a move to another centre": (
        "staff",
        {"staff_id": "W", "valid_from": MAY, "valid_to": JUNE},
        {"staff_id": "W", "valid_from": JUNE},
    ),
    "half a point of the scale": ("servqual_responses", {"expectation": 6.5, "perception": 1.0, "minimum": 7.0}),
    "item 24 of an adapted form": ("servqual_responses", {"item_no": 24}),
    "thirds that add up to 99.9": (
        "servqual_weights",
        *({"response_id": "R", "dimension": name, "points": 33.3} for name in ("assurance", "empathy", "tangibles")),
    ),
    "a compensation above the authority": ("recovery_actions", {"compensation_amount": 900, "authority_limit": 500}),
}


@pytest.fixture(scope="module")
def found_in_faults(refused_cases):
    return refused_cases([(table, *rows) for table, _, _, *rows in FAULTS])


@pytest.fixture(scope="module")
def found_in_fair(refused_cases):
    return dict(zip(FAIR, refused_cases(list(FAIR.values())), strict=True))


@pytest.mark.parametrize(
    ("number", "rule", "column"),
    [(number, rule, column) for number, (_, rule, column, *_) in enumerate(FAULTS)],
    ids=[f"{table} {rule} {column} {number}" for number, (table, rule, column, *_) in enumerate(FAULTS)],
)
def test_a_fault_is_refused_by_its_rule_alone(found_in_faults, number, rule, column):
    assert found_in_faults[number] == {(rule, column)}


@pytest.mark.parametrize("case", FAIR)
def test_what_looks_odd_but_is_right_passes(found_in_fair, case):
    assert found_in_fair[case] == set()


def test_every_rule_of_a_tables_own_has_a_fault_above():
    own = {
        (table, *name(rule))
        for table, contract in TABLES.items()
        for rule in suite_of(table).rules
        if name(rule) not in {name(implied) for implied in contract_rules(contract)}
    }
    assert own == {(table, rule, column) for table, rule, column, *_ in FAULTS}


def test_a_suite_with_two_rules_of_one_name_cannot_be_declared():
    twice = contract_rules(TABLES["reason_codes"]) * 2
    with pytest.raises(SuiteError, match="'reason_codes': rule 'cell_unreadable' stands twice"):
        Suite(table=TABLES["reason_codes"], tolerance=0.0, rules=twice)
