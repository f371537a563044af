from datetime import UTC, datetime

import pytest

from metrics.contract import TABLES, Column

LATER = datetime(2025, 7, 1, 0, 5, 1, tzinfo=UTC)  # beyond what clocks may disagree by
KNOWN = {to: frozenset({"known"}) for to in ("cases", "org_units", "reason_codes", "staff")}


def faults_of(table: str, column: Column) -> list[tuple]:
    """Return what the contract forbids in a column: the table, the rule, the column, a row."""
    forbidden = {
        "value_missing": (None, not column.nullable),
        "value_not_allowed": ("no such word", bool(column.allowed)),
        "reference_unknown": ("unknown", bool(column.references)),
        "in_the_future": (LATER, column.happened),
    }
    return [(table, rule, column.name, {column.name: value}) for rule, (value, so) in forbidden.items() if so]


FAULTS = [
    *(fault for name, table in TABLES.items() for column in table.columns for fault in faults_of(name, column)),
    *((name, "cell_unreadable", "unreadable", {"unreadable": "date: '31.2.' is no date"}) for name in TABLES),
    *((name, "key_repeated", table.key[0], {table.key[0]: "K"}, {table.key[0]: "K"}) for name, table in TABLES.items()),
    ("feedback_forms", "date_missing", "received_at", {"received_at": None}),
    ("jobs", "date_missing", "finished_at", {"finished_at": None}),
    ("qa_audits", "date_missing", "contact_at", {"contact_at": None}),
    ("servqual_responses", "date_missing", "answered_at", {"answered_at": None}),
]


@pytest.fixture(scope="module")
def found_in_faults(refused_cases):
    return refused_cases([(table, *rows) for table, _, _, *rows in FAULTS], KNOWN)


@pytest.mark.parametrize(
    ("number", "rule", "column"),
    [(number, rule, column) for number, (_, rule, column, *_) in enumerate(FAULTS)],
    ids=[f"{table} {rule} {column}" for table, rule, column, *_ in FAULTS],
)
def test_what_the_contract_forbids_is_refused(found_in_faults, number, rule, column):
    assert (rule, column) in found_in_faults[number]


def test_an_unreadable_cell_is_told_in_the_words_of_the_mapping(checked):
    rejected = checked("jobs", {}, {"unreadable": "finished_at: '31.2.' is no date"}).rejected
    assert rejected.rows() == [("export.csv", 3, "cell_unreadable", "unreadable", "finished_at: '31.2.' is no date")]


def test_all_rows_of_a_repeated_key_are_refused(checked):
    rejected = checked("cases", {"case_id": "K"}, {}, {"case_id": "K"}).rejected
    assert rejected.select("source_row", "detail").rows() == [(2, "case_id = K"), (4, "case_id = K")]


def test_a_key_of_two_columns_repeats_only_as_a_whole(checked):
    same = {"recovery_id": "V", "step": "apology"}
    rejected = checked("recovery_actions", same, same, {"recovery_id": "V", "step": "calm"}).rejected
    assert rejected.select("source_row", "detail").rows() == [
        (2, "recovery_id = V, step = apology"),
        (3, "recovery_id = V, step = apology"),
    ]


def test_two_rows_without_a_key_are_no_repeated_key(checked):
    rejected = checked("cases", {"case_id": None}, {"case_id": None}).rejected
    assert set(rejected["rule"]) == {"value_missing"}
