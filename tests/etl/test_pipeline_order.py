"""The order in which exports arrive, and in how many loads, changes no figure."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

CASES = "id,opened,solved,due,unit,customer,reason,changed"
CALLS = "id,began,customer,case,unit,result"
FORMS = "id,back,case,time,repair,tone"
FILES = {
    "cases_a.csv": (
        CASES,
        "C1,2025-05-02 10:00:00,,2025-05-09 10:00:00,N,K1,R1,1",
        "C2,2025-06-01 10:00:00,2025-06-03 10:00:00,2025-06-04 10:00:00,S,K2,R2,3",
        "C3,2025-06-05 10:00:00,,,S,K3,R2,1",
    ),
    "cases_b.csv": (
        CASES,
        "C1,2025-05-02 10:00:00,2025-05-08 10:00:00,2025-05-09 10:00:00,N,K1,R1,2",
        "C2,2025-06-01 10:00:00,2025-06-02 10:00:00,2025-06-04 10:00:00,S,K2,R2,2",
        "C3,2025-06-05 10:00:00,2025-06-01 10:00:00,,S,K3,R2,9",  # solved before it was opened: set aside
    ),
    "calls_a.csv": (CALLS, "P1,2025-05-02 09:00:00,K1,,,resolved", "P2,2025-06-02 09:00:00,K2,C2,,resolved"),
    "calls_b.csv": (CALLS, "P2,2025-06-02 09:00:00,K2,C2,,resolved", "P3,2025-05-06 09:00:00,K1,,N,unresolved"),
    "forms_a.csv": (FORMS, "F1,2025-05-20 10:00:00,C1,A,A,A", "F2,2025-06-20 10:00:00,C2,B,B,B"),
    "forms_b.csv": (FORMS, "F2,2025-06-20 10:00:00,C2,E,E,E", "F3,2025-06-21 10:00:00,C9,C,C,C"),
}


def published(company) -> list[list[tuple]]:
    """Return what readers see: the readings, and the facts without where they came from."""
    return [
        company.records(
            "published_readings", "kpi", "month", "unit", "n", "value", "low", "high", "immature", "excluded"
        ),
        company.table("cases", "case_id", "resolved_first_at", "month"),
        company.table("feedback_forms", "form_id", "attitude"),
        company.table("links", "key", "case_id", "case_month", "method", "confidence", "month"),
    ]


def loaded(company_in, batches: list[list[str]]) -> list[list[tuple]]:
    with TemporaryDirectory() as folder:
        company = company_in(Path(folder))
        company.source("cases", "cases", company.sources["cases"]["columns"], version="changed")
        for batch in batches:
            for file in batch:
                company.export(file, *FILES[file])
            company.load()
        return [sorted(rows, key=str) for rows in published(company)]


@pytest.fixture(scope="module")
def at_once(company_in):
    return loaded(company_in, [list(FILES)])


@given(order=st.permutations(list(FILES)), cut=st.sets(st.integers(1, len(FILES) - 1), max_size=2))
@settings(max_examples=6, derandomize=True)
def test_exports_may_arrive_in_any_order_and_in_any_number_of_loads(company_in, at_once, order, cut):
    edges = [0, *sorted(cut), len(order)]
    batches = [order[first:last] for first, last in pairwise(edges)]
    assert loaded(company_in, batches) == at_once


def test_the_figures_are_the_ones_worked_out_by_hand(at_once):
    readings, cases, forms, links = at_once
    assert ("resolution_on_time", "2025-05", "N", 1, 1.0) in [row[:5] for row in readings]
    assert [(key, str(month)) for key, _, month in cases] == [("C1", "2025-05"), ("C2", "2025-06"), ("C3", "2025-06")]
    assert [str(solved)[:10] for _, solved, _ in cases] == ["2025-05-08", "2025-06-03", "None"]
    assert forms == [("F1", "A"), ("F2", "E"), ("F3", "C")]
    assert [(key, case, method) for key, case, _, method, *_ in links] == [
        ("F1", "C1", "id"),
        ("F2", "C2", "id"),
        ("P1", "C1", "customer_time"),
        ("P2", "C2", "id"),
        ("P3", "C1", "customer_time"),
    ]
