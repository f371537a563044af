"""A load computes the months that it touches, and the stored parts are those of a computation from scratch."""

import pytest

CASES = "id,opened,solved,due,unit,customer,reason"
CALLS = "id,began,customer,case,unit,result"
FORMS = "id,back,case,time,repair,tone"
EVENTS = "id,case,at,kind"
REASONS = "code,group"


@pytest.fixture(scope="module")
def two_years(module_company):
    """A company whose case of January is called about in January and graded in September; other months are far."""
    company = module_company
    company.source("reasons", "reason_codes", {"code": "code", "group": "group"})
    company.source("events", "case_events", {"event_id": "id", "case_id": "case", "at": "at", "kind": "kind"})
    company.export("reasons.csv", REASONS, "R1,glass", "R2,price")
    company.export(
        "cases_1.csv",
        CASES,
        "C1,2024-01-10 10:00:00,2024-01-11 10:00:00,2024-01-12 10:00:00,N,K1,R1",
        "C2,2024-12-20 10:00:00,,2025-02-01 10:00:00,S,K2,R2",
    )
    company.export(
        "calls_1.csv",
        CALLS,
        "P1,2024-01-10 09:00:00,K1,,,resolved",
        "P2,2024-12-20 09:00:00,K2,C2,,resolved",
        "P3,2024-06-01 09:00:00,K9,,,resolved",
    )
    company.export(
        "forms_1.csv",
        FORMS,
        "F1,2024-09-09 10:00:00,C1,A,A,B",
        "F2,2024-12-30 10:00:00,C2,C,A,B",
        "F3,2024-05-01,,E,E,E",
    )
    company.load()
    return company


def test_the_first_load_computes_every_month(two_years):
    assert two_years.stale_parts() == []


@pytest.mark.parametrize(
    ("file", "lines", "months"),
    [
        pytest.param("calls_2.csv", (CALLS, "P4,2024-12-23 09:00:00,K2,C2,,resolved"), {"2024-12"}, id="a new call"),
        pytest.param("calls_3.csv", (CALLS, "P5,2024-01-12 09:00:00,K1,,,resolved"), {"2024-01"}, id="a late call"),
        pytest.param(
            "cases_2.csv",
            (CASES, "C1,2024-01-10 10:00:00,2024-01-11 10:00:00,2024-01-12 10:00:00,S,K1,R2"),
            {"2024-01", "2024-09"},
            id="a case corrected: its call in January and its form in September follow it to another unit",
        ),
        pytest.param(
            "cases_3.csv",
            (CASES, "C1,2024-02-10 10:00:00,2024-02-11 10:00:00,2024-02-12 10:00:00,S,K8,R2"),
            {"2024-01", "2024-02", "2024-09"},
            id="a case moved to another month and customer: its call loses it, its form follows",
        ),
        pytest.param(
            "cases_4.csv",
            (CASES, "C9,2024-05-25 10:00:00,,,N,K9,R1"),
            {"2024-05", "2024-06"},
            id="a case for which a call was waiting",
        ),
        pytest.param(
            "reasons.csv",
            (REASONS, "R1,other", "R2,price"),
            {"2024-01", "2024-02", "2024-05", "2024-06", "2024-09", "2024-12"},
            id="a reason put into another category: every month",
        ),
        pytest.param(
            "events_1.csv",
            (EVENTS, "E1,C1,2024-02-20 10:00:00,reopen"),
            {"2024-01", "2024-06", "2024-12"},
            id="the first dated reopening: every month of calls, since the counters stood in for it",
        ),
        pytest.param(
            "events_2.csv", (EVENTS, "E2,C2,2024-12-24 10:00:00,reopen"), {"2024-12"}, id="another dated reopening"
        ),
    ],
)
def test_a_load_computes_what_it_touches_as_from_scratch(two_years, file, lines, months):
    two_years.export(file, *lines)
    report = two_years.load()
    assert report.state == "published"
    assert months <= set(report.months_computed)
    assert two_years.stale_parts() == []


def test_far_months_are_not_computed(two_years):
    two_years.export("calls_9.csv", CALLS, "P9,2023-01-10 09:00:00,K7,,,resolved")
    two_years.load()
    two_years.export("calls_9.csv", CALLS, "P9,2023-01-10 09:00:00,K7,,,unresolved")
    assert two_years.load().months_computed == ("2023-01",)
