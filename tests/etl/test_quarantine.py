"""Rows that are held back, and cells that were mended: which, why, and as a file; by the command line."""

import csv
import json

import pytest

from etl.__main__ import main

FORMS = "id,back,case,time,repair,tone"
BAD = ["F2,2025-05-21 10:00:00,,Z,A,=1+1", "F3,soon,,A,A,A"]


@pytest.fixture
def held(company):
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,A,A,A", *BAD)
    company.load()
    return company


def ask(company, capsys, *more):
    assert main(["quarantine", str(company.folder), *more]) == 0
    return capsys.readouterr().out


def test_each_row_is_told_with_its_reasons_and_its_raw_cells(held, capsys):
    found = json.loads(ask(held, capsys, "--json"))
    assert found["rows"] == 2
    assert [(line["row"], line["rule"], line["detail"]) for line in found["held_back"]] == [
        (3, "value_not_allowed", "timeliness = Z"),
        (3, "value_not_allowed", "attitude = =1+1"),
        (4, "cell_unreadable", "received_at: 'soon' is not ISO 8601; say its format"),
        (4, "date_missing", "received_at = (empty), sent_at = (empty)"),
    ]
    assert found["held_back"][2]["raw"] == {
        "id": "F3", "back": "soon", "case": "", "time": "A", "repair": "A", "tone": "A"
    }  # fmt: skip


def test_a_reason_is_told_in_words(held, capsys):
    said = ask(held, capsys, "--rule", "value_not_allowed")
    assert "1 row is held back." in said
    assert "forms: 1 row, timeliness, value_not_allowed: 'Timeliness' must be one of: A, B, C, D, E." in said
    assert "  exports/forms_1.csv row 3: timeliness = Z (value_not_allowed)" in said


def test_a_file_holds_each_raw_cell_in_a_column_of_its_own_and_runs_no_formula(held, capsys, tmp_path):
    said = ask(held, capsys, "--source", "forms", "--rule", "value_not_allowed", "--out", str(tmp_path / "rows.csv"))
    assert f"Written to {tmp_path / 'rows.csv'}." in said
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["row"], row["raw.id"], row["raw.back"], row["raw.tone"]) for row in rows] == [
        ("3", "F2", "2025-05-21 10:00:00", "'=1+1")
    ] * 2


def test_rows_of_several_sources_have_the_columns_of_all(held, capsys, tmp_path):
    held.export("cases_1.csv", "id,opened,solved,due,unit,customer,reason", ",2025-05-02 10:00:00,,,N,K1,")
    held.load()
    ask(held, capsys, "--out", str(tmp_path / "rows.csv"))
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["source"], row["raw.customer"], row["raw.tone"]) for row in csv.DictReader(file)}
    assert rows == {("cases", "K1", ""), ("forms", "", "'=1+1"), ("forms", "", "A")}


def test_rows_leave_when_the_export_is_mended_and_loaded_again(held, capsys):
    held.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,A,A,A", BAD[0], "F3,2025-05-22 10:00:00,,A,A,A")
    held.load()
    assert json.loads(ask(held, capsys, "--json"))["rows"] == 1
    held.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,A,A,A", "F3,2025-05-22 10:00:00,,A,A,A")
    held.load()
    assert ask(held, capsys) == "No row is held back.\n"


def test_rows_of_a_refused_source_are_held_back_as_well(company, capsys):
    company.source("forms", "feedback_forms", company.sources["forms"]["columns"], tolerance=0)
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,A,A,A", BAD[1])
    assert company.load().state == "refused"
    assert json.loads(ask(company, capsys, "--json"))["rows"] == 1


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (["--source", "form"], 2, "No source called 'form' was ever loaded. Did you mean forms?"),
        (["--out", "rows.pdf"], 1, "rows.pdf: rows are written as .csv or .xlsx."),
    ],
)
def test_what_cannot_be_listed_is_told(held, capsys, more, code, told):
    assert main(["quarantine", str(held.folder), *more]) == code
    assert told in capsys.readouterr().err


def test_a_workspace_that_was_never_loaded_holds_nothing_back_and_is_not_touched(company, capsys):
    company.declare()
    assert main(["quarantine", str(company.folder)]) == 1
    assert "holds no finished load" in capsys.readouterr().err
    assert not (company.folder / "var").exists()


@pytest.fixture
def mended(company):
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,a,A,Ｂ")
    company.load()
    return company


def test_cells_of_which_letters_were_mended_are_listed(mended, capsys):
    assert main(["repairs", str(mended.folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Letters were mended in 2 cells.",
        "  exports/forms_1.csv row 2, attitude: 'Ｂ' → 'B'",
        "  exports/forms_1.csv row 2, timeliness: 'a' → 'A'",
    ]


@pytest.mark.parametrize(("back", "after"), [("b", ["B"]), ("B", [])])
def test_cells_count_as_mended_by_what_their_file_says_now(mended, capsys, back, after):
    mended.export("forms_1.csv", FORMS, f"F1,2025-05-20 10:00:00,,A,{back},A")
    mended.load()
    assert main(["repairs", str(mended.folder), "--json"]) == 0
    assert [cell["after"] for cell in json.loads(capsys.readouterr().out)] == after


def test_cells_that_were_mended_are_written_to_a_file(mended, tmp_path):
    assert main(["repairs", str(mended.folder), "--source", "forms", "--out", str(tmp_path / "cells.csv")]) == 0
    assert (tmp_path / "cells.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "source,file,row,column,before,after,load",
        "forms,exports/forms_1.csv,2,attitude,Ｂ,B,1",
        "forms,exports/forms_1.csv,2,timeliness,a,A,1",
    ]
