"""A disk that is full: the load says so and ends with 1, the last one stays readable, and room mends it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.store import EVERYTHING

ROOT = Path(__file__).parents[2]
CASES = "id,opened,solved,due,unit,customer,reason"
# No file may grow beyond so many bytes, which the tables' files do and the records database does not.
CRAMPED = """
import resource, sys
from etl.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(["run", sys.argv[2]]))
"""


@pytest.mark.parametrize(("room", "what"), [(1_000, "the smallest file"), (9_000, "the tables")])
def test_a_load_without_room_says_so_and_publishes_nothing(company, room, what):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,,,N,K1,")
    company.load()
    before = company.store.published(EVERYTHING)
    company.export("cases_2.csv", CASES, *(f"D{n},2025-05-03 10:{n % 60:02}:00,,,N,K{n},R{n}" for n in range(2_000)))
    command = [sys.executable, "-c", CRAMPED, str(room), str(company.declare())]
    run = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False), what
    assert "Nothing of it is published, the last finished load stays as it was." in run.stderr
    assert company.store.published(EVERYTHING) == before
    assert company.table("cases", "case_id") == [("C1",)]
    assert company.load().state == "published"
    assert len(company.table("cases", "case_id")) == 2_001
