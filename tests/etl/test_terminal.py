"""What the commands say to a person."""

import json

import pytest

from etl.__main__ import main

CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"


def say(company, capsys, command, code=0):
    assert main([command, str(company.declare())]) == code
    return capsys.readouterr()


@pytest.fixture
def told(company, capsys):
    """Return what a load says that finds new columns in two files, and a broken row."""
    company.settings["as_of"] = "2025-06-30T16:00:00+00:00"
    for number in (1, 2):
        row = f"F{number},2025-05-2{number} 10:00:00,,{'AZ'[number - 1]},A,A,x"
        company.export(f"forms_{number}.csv", f"{FORMS},note", row)
    return say(company, capsys, "run").out.splitlines()


def test_a_load_tells_the_moment_in_the_business_zone(told):
    assert told[0].endswith(", judged as of 2025-07-01 00:00:00 Asia/Shanghai")


def test_a_load_tells_names_and_figures_in_full(told):
    assert " forms → feedback_forms  loaded      2       1            1           0           0 " in told


def test_a_load_tells_once_what_many_files_have_in_common(told):
    assert "held back from forms: 1 row (value_not_allowed 1)" in told
    assert "noted: exports/forms_1.csv and 1 more: columns not mapped: note" in told


def test_a_load_tells_where_its_checks_are_described_though_it_was_refused(company, capsys):
    company.source("forms", "feedback_forms", company.sources["forms"]["columns"], tolerance=0)
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,,Z,A,A")
    said = say(company, capsys, "run", code=1)
    docs = company.folder / "var/docs/load-1/index.html"
    assert f"what the checks found: {docs}" in said.out.splitlines()
    assert "forms" in docs.read_text(encoding="utf-8")


def test_the_status_tells_of_a_first_load_that_was_refused(company, capsys):
    company.export("cases_1.csv", "number,opened", "C1,2025-05-02 10:00:00")
    say(company, capsys, "run", code=1)
    said = say(company, capsys, "status").out
    assert said.startswith("No load has been published yet.\nLast attempt: load 1 refused. exports/cases_1.csv: Column")
    assert "cases: no data with a time, load 1" in said


def test_the_status_tells_how_far_the_data_of_a_source_reaches(company, capsys):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,,,N,K1,")
    company.load()
    said = say(company, capsys, "status").out
    assert "judged as of 2025-05-02 10:00:00 Asia/Shanghai" in said
    assert "cases: data until 2025-05-02 10:00:00 Asia/Shanghai, load 1" in said


def test_check_names_the_files_of_each_source(company, capsys):
    for number in (1, 2):
        company.export(f"cases_{number}.csv", CASES)
    assert say(company, capsys, "check").out.splitlines() == [
        "Tiny: nothing is wrong with workspace.toml and policy.toml.",
        "cases → cases: exports/cases_1.csv and 1 more",
    ]


def test_check_tells_of_every_source_without_files(company, capsys):
    for name in ("cases", "forms"):
        company.export(f"{name}_1.csv", CASES)
    folder = company.declare()
    for name in ("cases", "forms"):
        (folder / f"exports/{name}_1.csv").unlink()
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().err
    assert "Source 'cases': no file matches 'exports/cases*.csv'." in said
    assert "Source 'forms': no file matches 'exports/forms*.csv'." in said


def test_init_tells_what_is_left_to_do_and_machines_the_questions(company, capsys, tmp_path):
    company.export("cases_1.csv", "case id,created at", "C1,2025-05-02 10:00:00")
    assert main(["init", str(company.folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{tmp_path / 'workspace.toml'} is written.")
    assert said[1].startswith("- In which time zone does the company work?")
    (tmp_path / "workspace.toml").unlink()
    main(["init", str(company.folder), "--json"])
    questions = json.loads(capsys.readouterr().out)["questions"]
    assert [f"- {question}" for question in questions] == said[1:-1]
