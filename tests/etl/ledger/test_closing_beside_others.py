"""Two approvers in two processes, and a load beside a close: each as a user would start it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
MONTHS = {"m03": {"N": "B", "S": "B"}, "m04": {"N": "A", "S": "C"}, "m05": {"N": "B", "S": "B"}}


def started(module: str, *arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def approving(office, who: str) -> subprocess.Popen:
    folder = str(office.company.folder)
    return started("metrics", "close", folder, "--month", "2025-04", "--step", "approve", "--as", who, "--yes")


def test_of_two_who_approve_at_once_one_is_refused(office):
    office.load(**MONTHS)
    office.step("check", "2025-04", "Ann")
    both = [approving(office, who) for who in ("Ben", "Cai")]
    said = [process.communicate() for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    [refusal] = [err for process, (_, err) in zip(both, said, strict=True) if process.returncode]
    assert "meanwhile" in refusal or "2025-04 is approved" in refusal
    assert [each["step"] for each in office.month("2025-04")["steps"]] == ["check", "approve"]


def test_a_load_beside_a_close_leaves_what_was_checked_and_adjusts_the_next_month(office):
    office.load(**MONTHS)
    office.step("check", "2025-04", "Ann")
    office.step("approve", "2025-04", "Ben")
    office.forms("forms_1.csv", **MONTHS | {"m04": {"N": "C", "S": "C"}})
    load = started("etl", "run", str(office.company.folder), "--as-of", "2025-06-30T23:59:59+08:00", "--json")
    office.step("close", "2025-04", "Cai")
    _, problem = load.communicate()
    assert load.returncode == 0, problem
    closed, following = office.month("2025-04"), office.month("2025-05")
    assert (closed["load"], [each["amount_minor"] for each in closed["statements"]]) == (1, [100000, -100000])
    assert [(each["month"], each["unit"], each["amount_minor"]) for each in following["adjustments"]] == [
        ("2025-04", "N", -200000)
    ]
    assert office.ask("verify")["ok"]
