"""Small mapped frames out of literal rows, and their checks; great-expectations is imported once for all of them."""

from datetime import UTC, datetime

import polars as pl
import pytest

from etl.validate import Checked, check
from metrics.contract import table

NOW = datetime(2025, 7, 1, tzinfo=UTC)
JUNE = datetime(2025, 6, 2, 9, tzinfo=UTC)

# What a row of each table must have, and nothing else; ids are numbered where they are not given.
LEAST = {
    "calendar_days": {"date": JUNE.date(), "kind": "holiday"},
    "calendars": {"timezone": "Asia/Shanghai", "weekday": 1, "starts": "09:00", "ends": "12:00"},
    "case_events": {"case_id": "C1", "at": JUNE, "kind": "assign"},
    "cases": {"created_at": JUNE},
    "complaint_topics": {"topic_code": "noise"},
    "complaints": {"received_at": JUNE},
    "contacts": {"started_at": JUNE},
    "feedback_forms": {"received_at": JUNE},
    "jobs": {"finished_at": JUNE},
    "org_units": {"name": "North"},
    "qa_audits": {"contact_at": JUNE, "case_id": "C1", "round": "primary", "status": "valid"},
    "qa_ratings": {"attribute_code": "tone", "error_class": "non_critical", "result": "pass"},
    "reason_codes": {},
    "recovery_actions": {"step": "apology", "failure_detected_at": JUNE},
    "servqual_responses": {
        "item_no": 1,
        "wave": "2025",
        "respondent_type": "customer",
        "instrument": "servqual_2col",
        "answered_at": JUNE,
        "scale_max": 7,
    },
    "servqual_weights": {"dimension": "empathy", "points": 100.0},
    "staff": {"valid_from": JUNE.date()},
}


@pytest.fixture(scope="session")
def mapped_rows():
    """Return a function that makes the frame which mapping would make, one row per set of changes to the least row."""

    def make(name: str, *changes: dict) -> pl.DataFrame:
        canonical = table(name)
        first = canonical.key[0]
        rows = [{first: f"{name}-{number}"} | LEAST[name] | change for number, change in enumerate(changes)]
        schema = {**canonical.schema, "unreadable": pl.String()}
        return pl.DataFrame(
            [{column: row.get(column) for column in schema} for row in rows], schema=schema
        ).with_columns(source_file=pl.lit("export.csv"), source_row=pl.int_range(2, pl.len() + 2, dtype=pl.Int64))

    return make


@pytest.fixture(scope="session")
def checked(mapped_rows):
    """Return a function that checks rows of a table as of the first of July 2025."""

    def run(name: str, *changes: dict, known: dict[str, frozenset[str]] | None = None) -> Checked:
        return check(name, mapped_rows(name, *changes), known or {}, NOW)

    return run


@pytest.fixture(scope="session")
def refused_cases(checked):
    """Return a function that says which rules, by key and column, refuse a row of each (table, row, …) case.

    The cases of one table are checked together: a check costs great-expectations a tenth of a second.
    """

    def rules(cases: list[tuple], known: dict[str, frozenset[str]] | None = None) -> list[set[tuple[str, str]]]:
        found: list[set[tuple[str, str]]] = [set() for _ in cases]
        for name in {case[0] for case in cases}:
            rows = [(number, row) for number, case in enumerate(cases) if case[0] == name for row in case[1:]]
            rejected = checked(name, *[row for _, row in rows], known=known).rejected
            for place, rule, column in rejected.select("source_row", "rule", "column").iter_rows():
                found[rows[place - 2][0]].add((rule, column))
        return found

    return rules
