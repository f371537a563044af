"""On a terminal a step shows what it would freeze and asks; only the month's own name says yes."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MONTHS = {"m03": {"N": "B", "S": "B"}, "m04": {"N": "A", "S": "C"}}


@pytest.mark.parametrize(
    ("answer", "code", "entries"), [("2025-04", 0, 1), ("yes", 2, 0), ("2025-03", 2, 0), ("", 2, 0)]
)
def test_a_step_is_taken_only_when_the_month_is_typed(office, answer, code, entries):
    office.load(**MONTHS)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "metrics", "close", str(office.company.folder), "--month", "2025-04"]
    os.write(ours, f"{answer}\n".encode())
    run = subprocess.run(
        [*command, "--step", "check", "--as", "Ann"],
        cwd=ROOT,
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert (run.returncode, office.ask("verify")["entries"]) == (code, entries)
    assert "1,000.00 CNY" in run.stdout
    assert "check 2025-04 as Ann? Type 2025-04 to confirm:" in run.stdout
