"""The process beside the load's in which rows are examined: what it answers, and how it ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.validate import ExaminationStoppedError, RuleBrokenError, ask

ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal
from etl.validate import ask
if __name__ == "__main__":
    print(ask(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def broken(rule):
    raise RuleBrokenError(rule, "a_column", {"it cannot be read."})


def test_what_is_asked_runs_in_one_other_process():
    here, first, second = os.getpid(), ask(os.getpid).result(), ask(os.getpid).result()
    assert here != first == second


def test_what_goes_wrong_there_is_raised_here():
    with pytest.raises(
        RuleBrokenError, match=r"^Rule 'a_rule' of column 'a_column' could not be evaluated: it cannot be read\.$"
    ):
        ask(broken, "a_rule").result()


def test_a_process_that_dies_is_told_and_another_takes_its_place():
    dead = ask(os.getpid).result()
    with pytest.raises(ExaminationStoppedError, match="ended with 3 before it was done"):
        ask(os._exit, 3).result()
    assert ask(os.getpid).result() != dead


def test_the_process_ends_with_the_load_that_was_killed(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)
    deadline = time.monotonic() + 30
    while is_running(int(run.stdout)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_running(int(run.stdout))


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
