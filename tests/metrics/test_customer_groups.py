"""Rows that name a case belong to its customer's group; those that name none, or one not loaded, to "unknown"."""

import pytest

CASES = [{"case_id": "VIP", "customer_group": "vip", "reason_code": "R1"}, {"case_id": "SILENT"}]
REASONS = [{"code": "R1", "group": "glass"}]
AT = "2025-06-02 09:00"
ROWS = {
    "jobs": ("jobs", "job_id", {"finished_at": AT}),
    "complaints": ("complaints", "complaint_id", {"received_at": AT}),
    "complaint_clocks": ("complaints", "complaint_id", {"received_at": AT}),
    "audits": ("qa_audits", "audit_id", {"contact_at": AT, "round": "primary", "status": "valid"}),
    "recoveries": ("recovery_actions", "recovery_id", {"failure_detected_at": AT, "step": "apology"}),
    "recovery_clocks": ("recovery_actions", "recovery_id", {"failure_detected_at": AT, "step": "apology"}),
}


@pytest.mark.parametrize("population", ROWS)
def test_a_row_belongs_to_the_group_of_its_case(built, population):
    table, key, told = ROWS[population]
    rows = [{key: str(number), "case_id": case, **told} for number, case in enumerate(["VIP", "SILENT", "LOST", None])]
    found = built(population, cases=CASES, reason_codes=REASONS, **{table: rows})
    groups = {row[key]: row["customer_group"] for row in found.values()}
    assert groups == {"0": "vip", "1": "unknown", "2": "unknown", "3": "unknown"}


def test_a_rating_belongs_to_the_group_of_its_audit(built):
    audit = {"audit_id": "Q", "case_id": "VIP", "contact_at": AT, "round": "primary", "status": "valid"}
    rating = {"audit_id": "Q", "attribute_code": "tone", "error_class": "non_critical", "result": "pass"}
    found = built("ratings", cases=CASES, qa_audits=[audit], qa_ratings=[rating])
    assert found["Q/tone"]["customer_group"] == "vip"


def test_a_visit_is_of_the_category_of_its_case_s_reason(built):
    jobs = [
        {"job_id": "J1", "case_id": "VIP", "finished_at": AT},
        {"job_id": "J2", "case_id": "SILENT", "finished_at": AT},
    ]
    found = built("jobs", cases=CASES, reason_codes=REASONS, jobs=jobs)
    assert [found[key]["category"] for key in ("J1", "J2")] == ["glass", "unknown"]
