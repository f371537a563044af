"""One load at a time per workspace, told by who holds the lock."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.lock import AnotherLoadError, one_at_a_time

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from etl.lock import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), 0):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def held(tmp_path):
    """Return a function that lets another process hold the workspace's lock for some seconds."""
    started = []

    def hold(seconds: float) -> subprocess.Popen:
        arguments = [sys.executable, "-c", HOLD, str(tmp_path), str(seconds)]
        process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in started:
        process.kill()
        process.communicate()


def test_a_second_load_says_which_process_is_running(held, tmp_path):
    other = held(60)
    with pytest.raises(AnotherLoadError, match=rf"Another load of .* is running: process {other.pid} on .* since 20"):
        one_at_a_time(tmp_path, 0).__enter__()


def test_a_second_load_waits_as_long_as_it_is_told_to(held, tmp_path):
    held(1.0)
    began = time.monotonic()
    with one_at_a_time(tmp_path, 30):
        waited = time.monotonic() - began
    assert 0.1 < waited < 20


def test_a_holder_that_is_killed_frees_the_lock(held, tmp_path):
    held(60).kill()
    with one_at_a_time(tmp_path, 5):
        assert f'"pid": {os.getpid()}' in (tmp_path / "var/load.holder.json").read_text()
    assert not (tmp_path / "var/load.holder.json").exists()


def test_a_load_that_meets_another_ends_with_1_and_writes_nothing(held, company, capsys):
    company.export("cases_1.csv", "id,opened,solved,due,unit,customer,reason", "C1,2025-05-02 10:00:00,,,N,K1,")
    other = held(60)
    assert main(["run", str(company.declare())]) == 1
    assert f"process {other.pid}" in capsys.readouterr().err
    assert not (company.folder / "var/plumbline.db").exists()
