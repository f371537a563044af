"""The records on PostgreSQL: the same load gives the same readings as on SQLite."""

import pytest

from metrics.registry import all_kpis
from metrics.store import EVERYTHING, Query

CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"
ROWS = {
    "cases_1.csv": [CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,R1"],
    "forms_1.csv": [FORMS, "F1,2025-05-20 10:00:00,C1,A,B,C", "F2,2025-06-20 10:00:00,,Z,A,A"],
    "calls_1.csv": ["id,began,customer,case,unit,result", "P1,2025-05-02 09:00:00,K1,,,resolved"],
}
RECORDS = {
    "loads": ("id", "state", "as_of", "data_from", "data_until"),
    "load_sources": ("source", "rows_read", "rows_loaded", "rows_quarantined", "data_as_of"),
    "quarantine": ("source", "file", "row", "rule", "detail", "raw", "released_by"),
    "link_results": ("table", "method", "rows"),
    "restatements": ("kpi", "month", "unit", "n_before", "value_before", "n_after", "value_after"),
    "published_readings": ("kpi", "month", "unit", "load", "n", "value", "low", "high", "as_of"),
}


@pytest.fixture(scope="module")
def both(tmp_path_factory, company_in, postgres):
    """Two companies of equal exports, loaded twice; the records of one are on PostgreSQL."""
    companies = [company_in(tmp_path_factory.mktemp(name)) for name in ("sqlite", "postgres")]
    companies[1].settings["store"] = {"database": postgres()}
    for company in companies:
        for file, lines in ROWS.items():
            company.export(file, *lines)
        company.load()
        company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,E,E,E", "F2,2025-06-20 10:00:00,,Y,A,A")
        company.load()
    return companies


def test_a_database_without_tables_holds_no_load(postgres, company):
    company.settings["store"] = {"database": postgres()}
    company.declare()
    assert company.store.load(EVERYTHING) is None
    assert company.store.last_attempt(EVERYTHING) is None


@pytest.mark.parametrize("table", RECORDS)
def test_the_records_are_the_same(both, table):
    sqlite, postgres = (sorted(company.records(table, *RECORDS[table]), key=str) for company in both)
    assert sqlite
    assert postgres == sqlite


@pytest.mark.parametrize("kpi", ["satisfaction_score", "resolution_on_time", "answered_share"])
def test_the_readings_are_the_same(both, kpi):
    sqlite, postgres = (company.store.readings(EVERYTHING, Query(kpi, by=("month", "unit"))) for company in both)
    assert postgres.equals(sqlite)


def test_the_published_readings_are_what_the_store_answers(both):
    company = both[1]
    columns = ("kpi", "month", "unit", "n", "value", "low", "high", "numerator", "denominator", "immature", "excluded")
    answers = [company.store.readings(EVERYTHING, Query(kpi, by=("month", "unit"))) for kpi in all_kpis()]
    told = [row for each in answers for row in each.select(*columns, "unit_of_measure", "as_of", "load").rows()]
    kept = company.records("published_readings", *columns, "unit_of_measure", "as_of", "load")
    assert sorted(kept, key=str) == sorted(told, key=str)
