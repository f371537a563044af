"""Statements, plans, verification, the laboratory and peers from the command line, and files that open safely."""

import json
import zipfile
from datetime import UTC, datetime
from fractions import Fraction

import fastexcel
import polars as pl
import pytest

from metrics.__main__ import main
from metrics.store import EVERYTHING, open_store
from metrics.store.errors import ExportError
from metrics.store.exports import write_rows
from metrics.store.policy import FILE


@pytest.fixture
def run(capsys, loaded_sample):
    """Return a function that runs a command on the sample and gives its exit code and what it printed."""

    def command(name, *arguments):
        code = main([name, str(loaded_sample), *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out or printed.err

    return command


def test_a_statement_is_printed_in_both_languages_with_its_rule_and_its_doubts(run):
    code, said = run("statement", "--month", "2025-11", "--unit", "XQ", "--part", "satisfaction")
    assert code == 0
    assert "2025-11 XQ satisfaction 1,000.00 CNY" in said
    assert "every grade is the best: reward [all_max] (本项目自定 / project's own rule)" in said
    assert "Only 8 forms count" in said


def test_statements_for_machines_are_exact_and_name_policy_and_load(run):
    _, said = run("statement", "--month", "2025-04", "--unit", "JN", "--json")
    (statement, complaints) = json.loads(said)
    assert (statement["figures"]["delta"], statement["amount_minor"], statement["rule"]) == ("0/1", 0, "equal")
    assert (statement["load"], statement["policy"]["valid_from"]) == (1, "2024-07-01")
    assert len(statement["policy"]["version"]) == 16
    assert "min_forms" in statement["policy"]["own_rules"]
    assert complaints["part"] == "complaints"
    assert not any(isinstance(value, float) for value in statement["figures"].values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("statement", "--unit", "XXQ"), "No unit 'XXQ' has data here. Did you mean XQ?"),
        (("statement", "--month", "2025-13"), "'2025-13' is not a month"),
        (("statement", "--evidence", "rows.csv"), "say which with --month and --unit"),
        (
            ("statement", "--month", "2025-04", "--unit", "JN", "--evidence", "rows.txt"),
            "rows are written as .csv or .xlsx",
        ),
        (("plan", "--month", "2026-05", "--precision", "2"), "precision lies between 0 and 1, got 2.0"),
        (("laboratory", "nowhere.toml"), "There is no policy file nowhere.toml"),
    ],
    ids=str,
)
def test_wrong_use_is_told_and_ends_with_2(run, arguments, said):
    code, printed = run(*arguments)
    assert code == 2
    assert said in printed


def test_a_plan_for_the_callers_tells_neither_grades_nor_strata(run, tmp_path):
    run("plan", "--month", "2026-05", "--unit", "TH", "--out", tmp_path / "calls.csv")
    rows = pl.read_csv(tmp_path / "calls.csv")
    assert rows.columns[:4] == ["number", "callback_id", "unit", "month"]
    assert {"graded", "score", "comment"}.isdisjoint(rows.columns)
    assert rows.select("timeliness", "repair_quality", "attitude", "reached").null_count().row(0) == (rows.height,) * 4


def test_a_plan_is_the_same_whenever_it_is_drawn_and_as_large_as_it_says(run):
    first, again = (run("plan", "--month", "2026-05", "--json")[1] for _ in range(2))
    assert first == again
    (plan,) = [each for each in json.loads(first)["plans"] if each["unit"] == "TH"]
    assert len(plan["forms"]) == plan["drawn"] == sum(each["drawn"] for each in plan["strata"])


def test_verification_counts_the_call_backs_about_the_months_own_forms(run, loaded_sample):
    _, said = run("verification", "--month", "2026-03", "--json")
    found = {row["unit"]: row for row in json.loads(said)}
    own = open_store(loaded_sample).statement_evidence(EVERYTHING, "CY", "2026-03").rows
    assert 0 < found["CY"]["called"] <= own.filter(pl.col("source_kind") != "callback").height
    shifted = Fraction(found["CY"]["average"]) + Fraction(found["CY"]["shift"])
    assert Fraction(found["CY"]["average_corrected"]) == shifted


def test_replaying_the_policy_in_force_gives_the_current_statements(run, loaded_sample):
    _, said = run("laboratory", loaded_sample / FILE, "--json")
    found = json.loads(said)
    statements = open_store(loaded_sample).statements(EVERYTHING)
    assert found["current"] == found["proposed"]
    assert (found["months"], found["flips"]) == ([], [])
    assert found["current"]["total"] == sum(each.amount for each in statements) != 0
    assert found["current"]["at_ceiling"] == 1


def test_the_laboratory_shows_who_gains_and_what_turns_under_another_denominator(run, tmp_path):
    proposed = '[[satisfaction_policy]]\nvalid_from = 2024-07-01\ndenominator = "jobs"\n'
    (tmp_path / "proposed.toml").write_text(proposed, encoding="utf-8")
    code, said = run("laboratory", tmp_path / "proposed.toml")
    assert code == 0
    assert "turns: better +1,000.00 -> worse -1,000.00" in said
    assert "decided by chance" in said


def test_peers_name_their_method_and_draw_small_units_to_the_mean(run):
    _, said = run("peers", "--month", "2026-06", "--json")
    found = json.loads(said)
    units = {row["unit"]: row for row in found["units"]}
    assert "Morris 1983" in found["method"]
    assert units["SD"]["mean"] < units["SD"]["shrunken"] < found["centre"]
    assert units["TH"]["verdict"] == "below_95"
    assert run("peers", "--month", "2026-06")[1].count("shrunken=") == 10


ROWS = pl.DataFrame(
    {"said": ["=HYPERLINK(1)", "http://a.example"], "amount": [-5, 5], "at": [datetime(2025, 1, 1, tzinfo=UTC)] * 2}
)


def test_a_workbook_holds_typed_cells_no_formula_and_no_link(tmp_path):
    write_rows(ROWS, tmp_path / "rows.xlsx")
    sheet = fastexcel.read_excel(tmp_path / "rows.xlsx").load_sheet("rows").to_polars()
    assert sheet["said"].to_list() == ["'=HYPERLINK(1)", "http://a.example"]
    assert sheet["amount"].to_list() == [-5, 5]
    assert sheet["at"].to_list() == [datetime(2025, 1, 1)] * 2  # noqa: DTZ001 a cell knows no zone
    inside = zipfile.ZipFile(tmp_path / "rows.xlsx")
    written = inside.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written
    assert "hyperlink" not in written.lower()


def test_the_same_rows_make_the_same_workbook_byte_for_byte(tmp_path):
    for name in ("one.xlsx", "other.xlsx"):
        write_rows(ROWS, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()


def test_a_file_of_another_kind_is_not_written(tmp_path):
    with pytest.raises(ExportError, match=r"rows\.pdf: rows are written as \.csv or \.xlsx"):
        write_rows(ROWS, tmp_path / "rows.pdf")
