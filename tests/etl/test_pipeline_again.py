"""Loading again: the same exports change nothing, corrected ones replace what they correct, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from deltalake import DeltaTable

ROOT = Path(__file__).parents[2]
CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"


def versions(company):
    """Return the newest version of every Delta table, whether it is published or not."""
    return {path.name: DeltaTable(path).version() for path in sorted((company.folder / "var/warehouse").iterdir())}


@pytest.fixture
def loaded(company):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,R1")
    company.export("forms_1.csv", FORMS, "F1,2025-05-09 10:00:00,C1,A,A,B", "F2,2025-12-09 10:00:00,,C,C,C")
    company.load()
    return company


def test_the_same_files_again_change_nothing(loaded):
    before, readings = versions(loaded), loaded.records("published_readings", "kpi", "month", "load", "value")
    report = loaded.load()
    assert (report.state, report.months_computed, report.errors) == ("unchanged", (), ())
    assert versions(loaded) == before
    assert loaded.records("published_readings", "kpi", "month", "load", "value") == readings
    assert loaded.records("loads", "id", "state") == [(1, "published"), (2, "unchanged")]


def test_the_same_files_again_are_not_even_checked(loaded):
    code = (
        "import sys; from etl.__main__ import main; code = main(sys.argv[1:]);"
        "print(code, {'great_expectations', 'pandas'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, "run", str(loaded.declare()), "--json"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "0 set()"


def test_a_file_that_only_changed_its_bytes_publishes_no_other_figure(loaded):
    before = versions(loaded)
    with (loaded.folder / "exports/forms_1.csv").open("a") as file:
        file.write("\n")
    report = loaded.load()
    assert (report.state, report.months_computed) == ("published", ())
    assert report.sources[1].rows_unchanged == 2
    assert versions(loaded) == before


def test_a_corrected_export_replaces_by_key_and_touches_its_month_only(loaded):
    assert loaded.readings("satisfaction_score", "month") == [("2025-05", 5.0, 1), ("2025-12", 0.0, 1)]
    loaded.export("forms_1.csv", FORMS, "F1,2025-05-09 10:00:00,C1,A,A,E", "F2,2025-12-09 10:00:00,,C,C,C")
    report = loaded.load()
    assert report.sources[1].rows_loaded == 2
    assert report.sources[1].rows_unchanged == 1
    assert report.months_computed == ("2025-05",)
    assert loaded.readings("satisfaction_score", "month") == [("2025-05", 2.0, 1), ("2025-12", 0.0, 1)]


def test_a_correction_of_what_was_published_is_logged(loaded):
    loaded.export("forms_1.csv", FORMS, "F1,2025-05-09 10:00:00,C1,A,A,E", "F2,2025-12-09 10:00:00,,C,C,C")
    loaded.load()
    logged = loaded.records(
        "restatements", "load", "kpi", "month", "unit", "n_before", "value_before", "n_after", "value_after"
    )
    assert (2, "satisfaction_score", "2025-05", "N", 1, 5.0, 1, 2.0) in logged
    assert {row[2] for row in logged} == {"2025-05"}


def test_a_late_row_lands_in_its_own_month_and_is_logged_as_a_restatement(loaded):
    loaded.export("forms_2.csv", FORMS, "F3,2025-05-10 10:00:00,C1,C,C,C", "F4,2025-07-01 10:00:00,,A,A,A")
    assert loaded.load().months_computed == ("2025-05", "2025-07")
    scores = loaded.readings("satisfaction_score", "month")
    assert scores == [("2025-05", 2.5, 2), ("2025-07", 6.0, 1), ("2025-12", 0.0, 1)]
    logged = loaded.records("restatements", "kpi", "month", "n_before", "n_after")
    assert [row for row in logged if row[0] == "satisfaction_score"] == [("satisfaction_score", "2025-05", 1, 2)]


def test_a_row_in_quarantine_comes_back_when_it_is_mended(loaded):
    bad = loaded.export("forms_2.csv", FORMS, "F3,2025-05-10 10:00:00,C1,Z,C,C")
    loaded.load()
    quarantine = ("file", "row", "rule", "raw", "load", "released_by")
    raw = '{"id":"F3","back":"2025-05-10 10:00:00","case":"C1","time":"Z","repair":"C","tone":"C"}'
    assert loaded.records("quarantine", *quarantine) == [("exports/forms_2.csv", 2, "value_not_allowed", raw, 2, None)]
    bad.write_text(bad.read_text().replace("Z", "A"))
    assert loaded.load().sources[1].rows_loaded == 1
    assert loaded.records("quarantine", "load", "released_by") == [(2, 3)]
    assert ("F3", "A") in loaded.table("feedback_forms", "form_id", "timeliness")


def test_a_row_still_wrong_is_set_aside_anew(loaded):
    bad = loaded.export("forms_2.csv", FORMS, "F3,2025-05-10 10:00:00,C1,Z,C,C")
    loaded.load()
    bad.write_text(bad.read_text().replace("Z", "Y"))
    loaded.load()
    assert loaded.records("quarantine", "load", "detail", "released_by") == [
        (2, "timeliness = Z", 3),
        (3, "timeliness = Y", None),
    ]


def test_rows_of_an_unknown_unit_come_back_when_the_unit_becomes_known(loaded):
    loaded.source("units", "org_units", {"org_unit_id": "id", "name": "name"})
    loaded.export("units_1.csv", "id,name", "N,North")
    loaded.export("cases_2.csv", CASES, "C2,2025-06-02 10:00:00,,,S,K2,R1")
    loaded.load()
    assert loaded.records("quarantine", "rule", "released_by") == [("reference_unknown", None)]
    loaded.export("units_1.csv", "id,name", "N,North", "S,South")
    loaded.load()
    assert loaded.records("quarantine", "rule", "released_by") == [("reference_unknown", 3)]
    assert loaded.table("cases", "case_id", "org_unit_id") == [("C1", "N"), ("C2", "S")]


def test_a_changed_mapping_reads_the_files_again(loaded):
    columns = {**loaded.sources["forms"]["columns"], "verified": {"constant": "pending"}}
    loaded.source("forms", "feedback_forms", columns)
    report = loaded.load()
    assert [source.rows_loaded for source in report.sources] == [0, 2]
    assert loaded.readings("satisfaction_score") == [(None, 0)]


def test_another_start_of_the_month_moves_what_is_stored(loaded):
    loaded.settings["month_starts_on"] = 5
    loaded.load()
    assert loaded.table("cases", "case_id", "month") == [("C1", "2025-04")]
    assert loaded.table("links", "key", "case_month", "month") == [("F1", "2025-04", "2025-05")]
    assert loaded.stale_parts() == []


def test_a_file_that_is_gone_leaves_its_rows(loaded):
    (loaded.folder / "exports/forms_1.csv").rename(loaded.folder / "exports/forms_2.csv")
    report = loaded.load()
    assert (report.sources[1].exact_duplicates, report.months_computed) == (2, ())
    assert loaded.table("feedback_forms", "form_id", "source_file") == [
        ("F1", "exports/forms_2.csv"),
        ("F2", "exports/forms_2.csv"),
    ]


def test_a_unit_that_moves_to_another_region_takes_its_months_along(company):
    company.source("units", "org_units", {"org_unit_id": "id", "name": "name", "parent_id": "above"})
    company.export("units_1.csv", "id,name,above", "N,North,EAST", "EAST,East,", "WEST,West,")
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,R1")
    company.load()
    assert company.readings("resolution_on_time", "region", "month") == [("EAST", "2025-05", 1.0, 1)]
    company.export("units_1.csv", "id,name,above", "N,North,WEST", "EAST,East,", "WEST,West,")
    company.load()
    assert company.readings("resolution_on_time", "region", "month") == [("WEST", "2025-05", 1.0, 1)]
    assert company.stale_parts() == []
