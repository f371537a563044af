"""A survey of two waves whose every figure can be worked out by hand, loaded as a user would load it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HOSTILE_WAVE = "<b>2025</b>"

_WORKSPACE = """
name = "Asked"
zone = "Asia/Shanghai"
as_of = 2025-06-20T00:00:00+08:00

[[source]]
name = "units"
table = "org_units"
path = "units.csv"
[source.columns]
org_unit_id = "id"
name = "name"
name_en = "name_en"

[[source]]
name = "calls"
table = "contacts"
path = "calls.csv"
zone = "Asia/Shanghai"
[source.columns]
contact_id = "id"
started_at = "began"
org_unit_id = "unit"
disposition = { constant = "resolved" }

[[source]]
name = "answers"
table = "servqual_responses"
path = "answers.csv"
zone = "Asia/Shanghai"
[source.columns]
response_id = "id"
item_no = "item"
wave = "wave"
respondent_type = "who"
instrument = "asked"
org_unit_id = "unit"
answered_at = { constant = "2025-05-01 10:00:00" }
expectation = "expected"
perception = "perceived"
scale_max = { constant = "7" }

[[source]]
name = "weights"
table = "servqual_weights"
path = "weights.csv"
[source.columns]
response_id = "id"
dimension = "dimension"
points = "points"
"""
_POLICY = """
[[instrument]]
name = "short"
dimensions = { speed = [1, 2], reliability = [3] }
"""
# Pairs (expected, perceived) per customer: two items of speed, one of reliability.
_CUSTOMERS = {
    "2024": {"p": ("N1", (7, 5), (7, 5), (5, 5)), "q": ("N1", (6, 5), (6, 5), (5, 6))},
    HOSTILE_WAVE: {
        "a": ("N1", (7, 6), (7, 5), (5, 6)),
        "b": ("N1", (7, 5), (6, 5), (6, 6)),
        "c": ("S1", (7, None), (5, 4), (5, 5)),
    },
}
_MANAGERS = {"m1": 5, "m2": 6}
_POINTS = {"a": (70, 30), "b": (60, 40), "c": (50, 50)}


def answers():
    rows = [
        (respondent, item, wave, "customer", "servqual_2col", unit, *pair)
        for wave, people in _CUSTOMERS.items()
        for respondent, (unit, *pairs) in people.items()
        for item, pair in enumerate(pairs, start=1)
    ]
    rows += [
        (manager, item, HOSTILE_WAVE, "manager", "gap1_manager", "", expected, None)
        for manager, expected in _MANAGERS.items()
        for item in (1, 2, 3)
    ]
    # One manager rated the standards of both dimensions: 5 and 6 of 7.
    rows += [("s1", item, HOSTILE_WAVE, "manager", "gap2_manager", "", None, 4 + item) for item in (1, 2)]
    return rows


@pytest.fixture(scope="session")
def surveyed(tmp_path_factory) -> Path:
    """Return the workspace, loaded. Read it only."""
    folder = tmp_path_factory.mktemp("surveyed")
    write(folder / "workspace.toml", _WORKSPACE)
    write(folder / "policy.toml", _POLICY)
    write(folder / "units.csv", "id,name,name_en", "N1,北一店,North One", "S1,南一店,South One")
    write(
        folder / "calls.csv",
        "id,began,unit",
        "P0,2025-04-01 10:00:00,N1",
        "P1,2025-05-10 10:00:00,N1",
        "P2,2025-05-10 11:00:00,S1",
    )
    lines = (",".join("" if cell is None else str(cell) for cell in row) for row in answers())
    write(folder / "answers.csv", "id,item,wave,who,asked,unit,expected,perceived", *lines)
    points = (
        f"{who},{name},{n}"
        for who, pair in _POINTS.items()
        for name, n in zip(("speed", "reliability"), pair, strict=True)
    )
    write(folder / "weights.csv", "id,dimension,points", *points)
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


def write(file: Path, *lines: str) -> None:
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
