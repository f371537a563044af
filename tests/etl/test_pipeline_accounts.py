"""Every row that is read is loaded, set aside, an exact duplicate or superseded: counted by what is there."""

import pytest

from metrics.store import EVERYTHING

HEADER = "id,opened,solved,changed"
COLUMNS = {"case_id": "id", "created_at": "opened", "resolved_first_at": "solved"}


@pytest.fixture
def versioned(company):
    company.source("cases", "cases", COLUMNS, version="changed")
    return company


def account(report, source="cases"):
    """Return what a report says of a source: rows read, loaded, quarantined, exact duplicates, superseded."""
    [found] = [each for each in report.sources if each.source == source]
    figures = (found.rows_loaded, found.rows_quarantined, found.exact_duplicates, found.rows_superseded)
    assert found.rows_read == sum(figures)
    return (found.rows_read, *figures)


def day(number, month=6):
    return f"2025-{month:02}-{number:02} 10:00:00"


def test_what_is_loaded_stands_in_the_warehouse_with_its_file_and_row(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},,1", f"C2,{day(2)},,1")
    assert account(versioned.load()) == (2, 2, 0, 0, 0)
    assert versioned.table("cases", "case_id", "source_file", "source_row", "version", "month") == [
        ("C1", "exports/cases_1.csv", 2, "00000000000000000001", "2025-06"),
        ("C2", "exports/cases_1.csv", 3, "00000000000000000001", "2025-06"),
    ]


def test_a_row_said_twice_in_one_file_is_an_exact_duplicate(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},,1", f"C1,{day(1)},,1", f"C2,{day(2)},,1")
    assert account(versioned.load()) == (3, 2, 0, 1, 0)
    assert versioned.table("cases", "case_id") == [("C1",), ("C2",)]


@pytest.mark.parametrize("at_once", [True, False])
def test_a_row_said_in_two_files_is_an_exact_duplicate(versioned, at_once):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},,1")
    first = None if at_once else versioned.load()
    versioned.export("cases_2.csv", HEADER, f"C1,{day(1)},,1", f"C2,{day(2)},,1")
    assert account(versioned.load()) == ((3, 2, 0, 1, 0) if at_once else (2, 1, 0, 1, 0))
    assert first is None or account(first) == (1, 1, 0, 0, 0)
    assert versioned.table("cases", "case_id") == [("C1",), ("C2",)]


def test_the_older_version_in_one_file_is_superseded(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},{day(5)},2", f"C1,{day(1)},,1")
    assert account(versioned.load()) == (2, 1, 0, 0, 1)
    assert versioned.table("cases", "case_id", "source_row") == [("C1", 2)]


@pytest.mark.parametrize(
    ("order", "accounts"),
    [
        (("old", "new"), [(1, 1, 0, 0, 0), (1, 1, 0, 0, 0)]),
        (("new", "old"), [(1, 1, 0, 0, 0), (1, 0, 0, 0, 1)]),
    ],
)
def test_the_newer_version_stays_whichever_file_arrives_first(versioned, order, accounts):
    rows = {"old": f"C1,{day(1)},,9", "new": f"C1,{day(1)},{day(5)},10"}
    found = []
    for name in order:
        versioned.export(f"cases_{name}.csv", HEADER, rows[name])
        found.append(account(versioned.load()))
    assert found == accounts
    assert versioned.table("cases", "source_file") == [("exports/cases_new.csv",)]


def test_two_states_of_one_version_in_one_file_are_both_set_aside(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},,1", f"C1,{day(1)},{day(3)},1", f"C2,{day(2)},,1")
    assert account(versioned.load()) == (3, 1, 2, 0, 0)
    assert versioned.records("quarantine", "row", "rule", "column", "detail") == [
        (2, "key_repeated", "case_id", "case_id = C1"),
        (3, "key_repeated", "case_id", "case_id = C1"),
    ]


def test_a_version_that_breaks_a_rule_does_not_displace_the_one_before(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(10)},{day(11)},1", f"C1,{day(10)},{day(9)},2")
    assert account(versioned.load()) == (2, 1, 1, 0, 0)
    assert versioned.table("cases", "case_id", "source_row") == [("C1", 2)]


def test_a_row_that_moved_to_another_month_leaves_the_old_month_empty(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(3, month=5)},,1", f"C2,{day(2)},,1")
    versioned.load()
    versioned.export("cases_2.csv", HEADER, f"C1,{day(3)},,2")
    report = versioned.load()
    assert account(report) == (1, 1, 0, 0, 0)
    assert report.months_computed == ("2025-05", "2025-06")
    assert versioned.table("cases", "case_id", "month") == [("C1", "2025-06"), ("C2", "2025-06")]
    assert set(versioned.parts()["origin"]) == {"2025-06"}
    assert versioned.readings("reopen_rate", "month")[0][0] == "2025-06"


def test_a_call_that_moved_to_another_month_is_linked_and_counted_once(company):
    company.export("cases_1.csv", "id,opened,solved,due,unit,customer,reason", f"C1,{day(1)},,,N,K1,")
    calls = "id,began,customer,case,unit,result"
    company.export("calls_1.csv", calls, f"P1,{day(2, month=5)},K1,C1,N,resolved")
    company.load()
    company.export("calls_2.csv", calls, f"P1,{day(2)},K1,C1,N,resolved")
    company.load()
    assert company.table("links", "key", "case_id", "month") == [("P1", "C1", "2025-06")]
    assert company.parts().filter(kpi="answered_share")["excluded"].sum() == 1


def test_a_key_of_another_source_is_set_aside_naming_both(company):
    company.source("cases_b", "cases", COLUMNS, path="exports/other*.csv")
    company.source("cases", "cases", COLUMNS, path="exports/cases*.csv")
    company.export("other_1.csv", "id,opened,solved", f"C1,{day(1)},", f"C2,{day(2)},")
    company.export("cases_1.csv", "id,opened,solved", f"C1,{day(1)},{day(4)}", f"C2,{day(2)},", f"C3,{day(3)},")
    report = company.load()
    assert (account(report, "cases"), account(report, "cases_b")) == ((3, 3, 0, 0, 0), (2, 0, 1, 1, 0))
    assert company.records("quarantine", "source", "row", "rule", "column", "detail") == [
        (
            "cases_b",
            2,
            "key_of_another_source",
            "case_id",
            "'C1' of source 'cases_b' says something else than source 'cases' (exports/cases_1.csv row 2)",
        )
    ]


def test_a_source_under_a_new_name_takes_the_place_of_the_old_one(company):
    company.export("cases_1.csv", "id,opened,solved", f"C1,{day(1)},", f"C2,{day(2)},")
    company.source("cases", "cases", COLUMNS)
    company.load()
    del company.sources["cases"]
    company.source("tickets", "cases", COLUMNS, path="exports/cases*.csv")
    company.export("cases_1.csv", "id,opened,solved", f"C1,{day(1)},{day(4)}", f"C2,{day(2)},")
    assert account(company.load(), "tickets") == (2, 1, 0, 1, 0)
    assert company.table("cases", "case_id", "source") == [("C1", "tickets"), ("C2", "tickets")]


def test_the_account_is_stored_and_answers_per_source(versioned):
    versioned.export("cases_1.csv", HEADER, f"C1,{day(1)},,1", f"C1,{day(1)},,1", f"C2,{day(9)},{day(2)},1")
    versioned.load()
    columns = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")
    assert versioned.records("load_sources", "source", *columns) == [("cases", 3, 1, 1, 1, 0)]
    assert versioned.store.sources(EVERYTHING).select("source", *columns, "outcome").rows() == [
        ("cases", 3, 1, 1, 1, 0, "loaded")
    ]
