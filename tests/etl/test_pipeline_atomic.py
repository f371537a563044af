"""A load that dies at any of its writes leaves the last finished one readable; loading again then ends the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.store import EVERYTHING

HERE = Path(__file__).parent
CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"


def published(company) -> list[list[tuple]]:
    """Return everything that readers see."""
    warehouse = company.store.warehouse(EVERYTHING)
    facts = [warehouse.scan(name).collect().rows() for name in ("cases", "feedback_forms", "links", "parts")]
    readings = company.records("published_readings", "kpi", "month", "n", "value")
    return [sorted(rows, key=str) for rows in (*facts, readings)]


@pytest.fixture(scope="module", params=["each kind"])
def died_after(request, tmp_path_factory, company_in):
    """Return what loads left that died after one of their writes each; what was there before; and without death."""
    company = company_in(tmp_path_factory.mktemp("company"))
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,2025-05-03 10:00:00,2025-05-04 10:00:00,N,K1,R1")
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,A,A,A")
    company.load()
    company.export("cases_2.csv", CASES, "C1,2025-06-02 10:00:00,2025-06-03 10:00:00,2025-06-04 10:00:00,S,K1,R1")
    company.export("forms_1.csv", FORMS, "F1,2025-05-20 10:00:00,C1,E,E,E", "F2,2025-06-20 10:00:00,C1,B,B,B")
    command = [sys.executable, str(HERE / "dying.py"), str(company.folder), request.param]
    house = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    run = subprocess.run(command, env=house, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    undisturbed, *dead = (company_in(Path(f"{company.folder}-{last}")) for last in [0, *run.stdout.split()])
    return dead, company, undisturbed


def test_a_load_that_dies_at_any_write_is_as_if_it_had_never_begun(died_after):
    dead, before, after = died_after
    assert len(dead) > 10
    assert published(before) != published(after)
    assert [published(each) == published(before) for each in dead[:-1]] == [True] * (len(dead) - 1)
    assert published(dead[-1]) == published(after)


def test_loading_again_after_any_death_ends_as_if_nobody_had_died(died_after):
    dead, _, undisturbed = died_after
    assert [each.load().state for each in dead] == ["published"] * (len(dead) - 1) + ["unchanged"]
    assert [published(each) == published(undisturbed) for each in dead] == [True] * len(dead)
    assert {each.records("loads", "state", "message")[1] for each in dead[3:-1]} == {("failed", "The process died.")}
