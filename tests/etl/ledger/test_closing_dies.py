"""A step that dies at any of its writes is as if it had never begun; taken again, it ends as if nobody had died."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MONTHS = {"m03": {"N": "B", "S": "B"}, "m04": {"N": "A", "S": "C"}}
CLOSING = ["INSERT INTO ledger_entries", "UPDATE ledger_head SET", "to be committed"]


@pytest.fixture(params=["sqlite", "postgresql"])
def on_each(request, office):
    """An office whose records are in SQLite, and one whose records are in PostgreSQL."""
    if request.param == "postgresql":
        office.company.settings["store"] = {"database": request.getfixturevalue("postgres")()}
    return office


def dying(office, step: str, who: str) -> tuple[list[str], int]:
    """Take a step that dies after each of its writes once and then lives; return its writes and how often it died."""
    command = ["close", str(office.company.folder), "--month", "2025-04", "--step", step, "--as", who, "--yes"]
    house = {**os.environ, "PYTHONPATH": str(HERE.parents[2])}
    script = [sys.executable, str(HERE / "dying_close.py"), *command]
    run = subprocess.run(script, env=house, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    *writes, deaths = run.stdout.splitlines()
    return writes, int(deaths)


def test_a_step_that_dies_between_any_two_writes_leaves_nothing_half_done(on_each):
    on_each.load(**MONTHS)
    on_each.step("check", "2025-04", "Ann")
    assert on_each.ask("verify")["entries"] == 1
    writes, deaths = dying(on_each, "approve", "Ben")
    assert [writes[-3:], deaths] == [CLOSING, len(writes)]
    on_each.policy((on_each.company.folder / "policy.toml").read_text() + "# read again\n")
    writes, deaths = dying(on_each, "close", "Cai")
    assert [writes[-4:], deaths] == [["INSERT INTO policy_texts", *CLOSING], len(writes)]
    # Every death was followed by another attempt, which found the month approved and closed nothing twice.
    assert [each["step"] for each in on_each.month("2025-04")["steps"]] == ["check", "approve", "close"]
    verified = on_each.ask("verify")
    assert (verified["ok"], verified["entries"]) == (True, 5)
