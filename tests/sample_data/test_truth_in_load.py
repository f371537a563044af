"""The dirt that was planted in the sample company's exports is found, file by file, and nothing is lost."""

import json
import sqlite3
from pathlib import Path

import pytest

ACCOUNT = ("rows_read", "rows_loaded", "rows_quarantined", "exact_duplicates", "rows_superseded")


@pytest.fixture(scope="module")
def truth(loaded_sample: Path) -> dict:
    return json.loads((loaded_sample / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture
def records(loaded_sample: Path):
    connection = sqlite3.connect(loaded_sample / "var" / "plumbline.db")
    yield connection
    connection.close()


def test_each_file_has_exactly_the_planted_rows_in_quarantine(records, truth):
    found = dict(records.execute("select file, count(distinct row) from quarantine group by file").fetchall())
    planted = {file: figures["quarantined"] for file, figures in truth["files"].items() if figures["quarantined"]}
    from_files = {file: rows for file, rows in planted.items() if "#" not in file}
    assert {file.removeprefix("exports/"): rows for file, rows in found.items() if ".db" not in file} == from_files


def test_all_rows_read_are_accounted_for_as_planted(records, truth):
    sums = ", ".join(f"sum({name})" for name in ACCOUNT)
    found = records.execute(f"select {sums} from load_sources").fetchone()  # noqa: S608 names of our own columns
    files = truth["files"].values()
    keys = ("rows", "loaded", "quarantined", "exact_duplicates", "superseded")
    assert found == tuple(sum(figures[key] for figures in files) for key in keys)
    assert found[0] == sum(found[1:])


def test_every_mended_letter_is_logged(records, truth):
    mended = sum(sum(figures["letters"].values()) for figures in truth["files"].values())
    assert records.execute("select count(*) from repairs").fetchone() == (mended,)


def test_contacts_and_forms_are_linked_with_a_method_and_a_confidence(records, truth):
    found = dict(records.execute("select method, sum(rows) from link_results where \"table\" = 'contacts' group by 1"))
    assert found["id"] == truth["links"]["name_their_case"]
    by_customer = (
        found["customer_time"] + found.get("identity_time", 0) if "customer_time" in found else found["identity_time"]
    )
    assert by_customer >= 0.9 * truth["links"]["about_a_case_they_do_not_name"]
