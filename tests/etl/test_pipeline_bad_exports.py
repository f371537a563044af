"""Bad exports through the command line: each is told by file, row and column, ends with 1, and loses nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from etl.__main__ import main
from metrics.store import EVERYTHING

ROOT = Path(__file__).parents[2]
HEADER = "id,opened,solved,unit"
GOOD = "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,N"
COLUMNS = {"case_id": "id", "created_at": "opened", "resolved_first_at": "solved", "org_unit_id": "unit"}
FORM = {"form_id": "id", "received_at": "back", "timeliness": "time"}


def csv(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


@pytest.fixture(scope="module")
def service(module_company):
    """A company with good exports loaded, beside which a bad one is put and taken away again."""
    company = module_company
    company.sources.clear()
    company.source("units", "org_units", {"org_unit_id": "id", "name": "name"})
    company.source("cases", "cases", COLUMNS, tolerance=0)
    company.export("units.csv", "id,name", "N,North", "NA,Not Applicable Ltd")
    company.export("cases_1.csv", HEADER, GOOD)
    assert company.load().state == "published"
    return company


@pytest.fixture
def said(service, capsys):
    """Return a function that loads with one bad export and returns the message, having seen that nothing changed."""

    def load(file: str, content: bytes | None) -> str:
        before, bad = service.store.published(EVERYTHING), service.folder / "exports" / file
        if content is not None:
            bad.write_bytes(content)
        assert main(["run", str(service.declare())]) == 1
        bad.unlink(missing_ok=True)
        assert service.store.published(EVERYTHING) == before
        assert service.table("cases", "case_id") == [("C1",)]
        return " ".join(capsys.readouterr().err.split())

    return load


def missing(said: str, *fragments: str) -> list[str]:
    return [fragment for fragment in fragments if fragment not in said]


CHINESE = "\n".join([HEADER, *(f"C{n},2025-05-02 10:00:00,,北京市朝阳区服务中心" for n in range(2, 9))])
REFUSED_FILES = {
    "wrong encoding": (CHINESE.encode("gb18030"), ["is not utf-8 at byte", "line 2", "gb18030"]),
    "a NUL character": (csv("C\x002,2025-05-02 10:00:00,,N"), ["line 2 holds a NUL character", "Was the file damaged"]),
    "a web page": (b"<!DOCTYPE html><p>Log in</p>", ["it is a web page"]),
    "another delimiter": (csv("C2;;;N", header="id;opened;solved;unit"), ["a single column", 'say delimiter = ";"']),
    "missing column": (csv("C2,2025-05-02 10:00:00,N", header="id,opened,unit"), ["'solved' is missing", "'opened'"]),
    "renamed column": (csv("C2,,,N", header="id,opened,solved_on,unit"), ["'solved' is missing", "mean solved_on"]),
    "empty file": (b"", ["is empty", "header row"]),
    "ragged rows": (csv("C2,2025-05-02 10:00:00,,N,extra"), ["the header has 4 fields", "row 2 has 5"]),
    "two columns of one name": (csv("C2,,,N", header="id,opened,opened,unit"), ["2 and 3 are both called 'opened'"]),
}


@pytest.mark.parametrize("wrong", REFUSED_FILES)
def test_a_file_that_cannot_be_read_is_refused_whole(said, wrong):
    content, fragments = REFUSED_FILES[wrong]
    assert missing(said("cases_2.csv", content), "exports/cases_2.csv", *fragments) == []


REFUSED_ROWS = {
    "31 February": (["C2,2025-02-31 10:00:00,,N"], ["row 2", "created_at", "'2025-02-31 10:00:00'"]),
    "resolved before opened": (
        ["C2,2025-05-02 10:00:00,2025-05-01 10:00:00,N"],
        ["row 2", "resolved_first_at", "created_at = 2025-05-02 02:00:00 UTC", "resolved_before_opened"],
    ),
    "conflicting keys": (
        ["C2,2025-05-02 10:00:00,,N", "C2,2025-05-03 10:00:00,,N"],
        ["row 2", "row 3", "case_id = C2", "key_repeated"],
    ),
    "no key": ([",2025-05-02 10:00:00,,N"], ["row 2", "case_id", "value_missing"]),
    "in the future": (["C2,2225-05-02 10:00:00,,N"], ["row 2", "created_at", "in_the_future"]),
    "an unknown unit": (["C2,2025-05-02 10:00:00,,X9"], ["row 2", "org_unit_id = X9", "reference_unknown"]),
}


@pytest.mark.parametrize("wrong", REFUSED_ROWS)
def test_a_row_that_breaks_a_rule_is_told_with_its_values(said, wrong):
    rows, fragments = REFUSED_ROWS[wrong]
    assert missing(said("cases_2.csv", csv(*rows)), "exports/cases_2.csv", *fragments) == []


ODD = {
    "grades outside A–E": ({}, "odd.csv", b"F1,2025-05-02 10:00:00,F", ["row 2", "timeliness = F", "not_allowed"]),
    "m/d where d/m is stated": (
        {"columns": {**FORM, "received_at": {"column": "back", "format": "%d/%m/%Y %H:%M"}}},
        "odd.csv",
        b"F1,05/13/2025 10:00,A",
        ["row 2", "received_at", "'05/13/2025 10:00'", "%d/%m/%Y"],
    ),
    "an Excel serial where none is stated": ({}, "odd.csv", b"F1,45788.4166,A", ["row 2", "'45788.4166'", "excel"]),
    "times without a zone": (
        {"zone": None},
        "odd.csv",
        b"F1,2025-05-02 10:00:00,A",
        ["exports/odd.csv", "column 'back'", "without a zone", "[[source]] 'odd'"],
    ),
    "a 0-byte workbook": ({"path": "exports/odd.xlsx"}, "odd.xlsx", None, ["exports/odd.xlsx", "empty"]),
    "a database that is not there": (
        {"path": None, "url": "sqlite:///exports/odd.db", "db_table": "forms"},
        "none",
        None,
        ["sqlite:///exports/odd.db#forms", "there is no database file"],
    ),
}


@pytest.mark.parametrize("wrong", ODD)
def test_a_source_that_says_something_else_than_stated_is_refused(service, said, wrong):
    settings, file, row, fragments = ODD[wrong]
    service.source("odd", "feedback_forms", **{"columns": FORM, "tolerance": 0, "path": "exports/odd.csv", **settings})
    content = b"" if file.endswith("xlsx") else row and b"id,back,time\n" + row + b"\n"
    found = said(file, content)
    del service.sources["odd"]
    assert missing(found, *fragments) == []


FINE = {
    "header only": (csv(), []),
    "an extra column": (csv("C2,2025-05-02 10:00:00,,N,x", header=f"{HEADER},note"), [("C2", "N")]),
    "quoted line breaks": (csv('"C\n2",2025-05-02 10:00:00,,N'), [("C\n2", "N")]),
    "the id NA": (csv("NA,2025-05-02 10:00:00,,NA"), [("NA", "NA")]),
    "an exact duplicate": (csv(GOOD), []),
}


@pytest.mark.parametrize("odd", FINE)
def test_what_only_looks_odd_is_loaded(company, odd):
    content, rows = FINE[odd]
    company.sources.clear()
    company.source("cases", "cases", COLUMNS, tolerance=0)
    company.export("cases_1.csv", HEADER, GOOD).with_name("cases_2.csv").write_bytes(content)
    assert main(["run", str(company.declare())]) == 0
    assert company.table("cases", "case_id", "org_unit_id") == sorted([("C1", "N"), *rows])


def test_the_command_tells_machines_what_was_refused(company):
    company.export("cases_1.csv", "id,opened", "C1,2025-05-02 10:00:00")
    command = [sys.executable, "-m", "etl", "run", str(company.declare()), "--json"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    report = json.loads(run.stdout)
    assert (report["state"], report["sources"][0]["outcome"]) == ("refused", "refused")
    assert report["errors"][0].startswith("exports/cases_1.csv: Column 'solved' is missing.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["load", "."],
        ["run", ".", "--as-of", "yesterday"],
        ["run", ".", "--as-of", "2025-06-30"],
        ["run", ".", "--engine", "steam"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: python -m etl" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "fragment"),
    [(None, "There is no"), ("name = ", "is not readable as TOML"), ('name = "X"\nzon = "UTC"', "Did you mean zone?")],
)
def test_a_workspace_that_cannot_be_followed_ends_with_2(tmp_path, capsys, text, fragment):
    if text is not None:
        (tmp_path / "workspace.toml").write_text(text)
    assert main(["run", str(tmp_path)]) == 2
    assert missing(capsys.readouterr().err, "workspace.toml", fragment) == []
    assert not (tmp_path / "var").exists()
