"""Which case a call or a form belongs to, and what links a load makes anew."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from etl.link.matching import CASE, CHILD, match
from metrics.contract import UTC as UTC_TIME

MAY = datetime(2025, 5, 10, 9, tzinfo=UTC)
CASES = "id,opened,solved,due,unit,customer,reason"
CALLS = "id,began,customer,case,unit,result"
FORMS = "id,back,case,time,repair,tone,job"
JOBS = "id,case,done"


def frame(columns: tuple[str, ...], rows: list[dict], **times) -> pl.DataFrame:
    schema = {name: UTC_TIME if name in {"at", "created_at"} else pl.String() for name in columns}
    return pl.DataFrame([{name: (times | row).get(name) for name in columns} for row in rows], schema=schema)


def links(child: dict, *cases: dict, jobs: dict[str, str] | None = None) -> list[tuple]:
    """Return (case, method, confidence) of one child called at MAY, among cases opened at MAY where not said."""
    children = frame(CHILD, [{"key": "X", **child}], at=MAY)
    opened = frame(CASE, list(cases), created_at=MAY, case_month="2025-05")
    job_rows = frame(("job_id", "case_id"), [{"job_id": job, "case_id": case} for job, case in (jobs or {}).items()])
    return match(children, opened, job_rows).select("case_id", "method", "confidence").rows()


def test_an_id_is_believed_whatever_the_time_and_the_customer():
    old = {"case_id": "C1", "customer_id": "K2", "created_at": MAY - timedelta(days=300)}
    assert links({"case_id": "C1", "customer_id": "K1"}, old, {"case_id": "C2", "customer_id": "K1"}) == [
        ("C1", "id", 1.0)
    ]


def test_an_id_that_no_case_has_links_to_nothing_else():
    assert links({"case_id": "C9", "customer_id": "K1"}, {"case_id": "C1", "customer_id": "K1"}) == []


def test_a_job_leads_to_its_case():
    assert links({"job_id": "J1"}, {"case_id": "C1"}, {"case_id": "C2"}, jobs={"J1": "C2"}) == [("C2", "job", 1.0)]


@pytest.mark.parametrize(
    ("opened", "found"),
    [
        (MAY - timedelta(days=30), 1),
        (MAY - timedelta(days=30, seconds=1), 0),
        (MAY + timedelta(days=1), 1),
        (MAY + timedelta(days=1, seconds=1), 0),
    ],
)
def test_a_customer_s_call_belongs_to_a_case_from_a_day_before_it_opens_to_thirty_days_after(opened, found):
    case = {"case_id": "C1", "customer_id": "K1", "created_at": opened}
    assert links({"customer_id": "K1"}, case) == [("C1", "customer_time", 0.9)] * found


def test_of_several_cases_the_nearest_in_time_is_taken_with_less_confidence():
    near, far = (
        {"case_id": name, "customer_id": "K1", "created_at": MAY - timedelta(days=days)}
        for name, days in (("B", 2), ("A", 9))
    )
    assert links({"customer_id": "K1"}, near, far) == [("B", "customer_time", 0.6)]


def test_a_number_links_where_no_customer_is_named():
    assert links({"identity_key": "139"}, {"case_id": "C1", "identity_key": "139"}) == [("C1", "identity_time", 0.9)]


def test_a_number_that_several_customers_use_links_to_none_of_them():
    cases = ({"case_id": name, "identity_key": "139", "customer_id": name} for name in "AB")
    assert links({"identity_key": "139"}, *cases) == [(None, "shared_identity", 0.0)]


def test_who_has_no_case_stays_unlinked_and_is_counted(company):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,,,N,K1,")
    company.export("calls_1.csv", CALLS, *(f"P{n},2025-05-02 09:00:00,K{n},,N,resolved" for n in (1, 2, 3)))
    company.load()
    assert company.table("links", "key", "case_id", "method") == [("P1", "C1", "customer_time")]
    assert sorted(company.records("link_results", "table", "method", "rows")) == [
        ("contacts", "customer_time", 1),
        ("contacts", "unlinked", 2),
    ]


def test_a_call_on_the_first_of_march_finds_a_case_of_january(company):
    company.export("calls_1.csv", CALLS, "P1,2025-03-01 09:00:00,K1,,N,resolved")
    company.load()
    company.export("cases_1.csv", CASES, "C1,2025-01-31 10:00:00,,,N,K1,")
    company.load()
    assert company.table("links", "key", "case_id", "case_month", "month") == [("P1", "C1", "2025-01", "2025-03")]


@pytest.fixture
def workshop(company):
    """A company whose forms name jobs, not cases."""
    columns = {**company.sources["forms"]["columns"], "job_id": "job"}
    company.source("forms", "feedback_forms", columns)
    company.source("jobs", "jobs", {"job_id": "id", "case_id": "case", "finished_at": "done"})
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,A,A,A,J1")
    return company


def test_a_form_is_linked_when_its_job_or_its_case_arrives_late(workshop):
    workshop.load()
    workshop.export("jobs_1.csv", JOBS, "J1,C1,2025-02-03 10:00:00")
    workshop.load()
    assert workshop.table("links", "key") == []
    workshop.export("cases_1.csv", CASES, "C1,2025-02-02 10:00:00,,,N,K1,R7")
    workshop.load()
    assert workshop.table("links", "key", "case_id", "method") == [("F1", "C1", "job")]
    assert workshop.readings("satisfaction_score", "unit", "category") == [("N", "R7", 6.0, 1)]
    assert workshop.stale_parts() == []


def test_a_form_follows_its_job_to_another_case(workshop):
    workshop.export(
        "cases_1.csv", CASES, *(f"C{n},2025-02-02 10:00:00,,,{unit},K{n},R7" for n, unit in ((1, "N"), (2, "S")))
    )
    workshop.export("jobs_1.csv", JOBS, "J1,C1,2025-02-03 10:00:00")
    workshop.load()
    workshop.export("jobs_1.csv", JOBS, "J1,C2,2025-02-03 10:00:00")
    workshop.load()
    assert workshop.readings("satisfaction_score", "unit") == [("S", 6.0, 1)]
    assert workshop.stale_parts() == []
