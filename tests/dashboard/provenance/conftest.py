"""A workspace whose rows are partly broken, loaded twice: the second load corrects a figure and refuses a source."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png) =1+1"

_WORKSPACE = """
name = "Broken"
zone = "Asia/Shanghai"
as_of = 2025-06-20T00:00:00+08:00

[[source]]
name = "units"
table = "org_units"
path = "exports/units.csv"
[source.columns]
org_unit_id = "id"
name = "name"

[[source]]
name = "cases"
table = "cases"
path = "exports/cases.csv"
zone = "Asia/Shanghai"
[source.columns]
case_id = "id"
customer_id = "customer"
created_at = "opened"
org_unit_id = "unit"

[[source]]
name = "calls"
table = "contacts"
path = "exports/calls*.csv"
zone = "Asia/Shanghai"
tolerance = 1.0
[source.columns]
contact_id = "id"
case_id = "case"
customer_id = "customer"
started_at = "began"
org_unit_id = "unit"
disposition = "result"

[[source]]
name = "forms"
table = "feedback_forms"
path = "exports/forms*.csv"
zone = "Asia/Shanghai"
[source.columns]
form_id = "id"
org_unit_id = "unit"
received_at = "back"
timeliness = "grade"
"""
_CALLS = "id,case,customer,began,unit,result,remark"
# One call by its case id, one by its customer, one that belongs to no case, the first once more; then three rows that
# break a rule: no such day, no number, and a unit that nobody knows.
_ROWS = (
    "P1,K1,C1,2025-05-10 10:00:00,N1,resolved,",
    "P2,,C2,2025-05-10 11:00:00,N1,resolved,",
    "P3,,C9,2025-05-10 12:00:00,S1,unresolved,",
    "P1,K1,C1,2025-05-10 10:00:00,N1,resolved,",
    f"P4,,C4,2025-02-31 10:00:00,S1,resolved,{HOSTILE}",
    ",,C5,2025-05-11 10:00:00,S1,resolved,",
    "P6,,C6,2025-05-11 10:00:00,ZZ,resolved,",
)


@pytest.fixture(scope="session")
def broken(tmp_path_factory) -> Path:
    """Return the workspace after both loads. Read it only."""
    folder = tmp_path_factory.mktemp("broken") / "workspace"
    exports = folder / "exports"
    exports.mkdir(parents=True)
    (folder / "workspace.toml").write_text(_WORKSPACE, encoding="utf-8")
    write(exports / "units.csv", "id,name", "N1,北一店", "S1,南一店")
    write(
        exports / "cases.csv", "id,customer,opened,unit", "K1,C1,2025-05-10 09:00:00,N1", "K2,C2,2025-05-10 10:30:00,N1"
    )
    write(exports / "calls.csv", _CALLS, *_ROWS)
    write(exports / "forms.csv", "id,unit,back,grade", "F1,N1,2025-05-12 10:00:00,A")
    done = [load(folder)]
    changed = _ROWS[0].replace("resolved", "unresolved"), _ROWS[1], _ROWS[2].replace("unresolved", "resolved")
    write(exports / "calls.csv", _CALLS, *changed, *_ROWS[4:])
    write(exports / "forms_2.csv", "number,unit,back,grade", "F2,N1,2025-05-13 10:00:00,A")
    done.append(load(folder))
    if [process.returncode for process in done] != [0, 1]:
        pytest.fail("\n".join(process.stdout + process.stderr for process in done))
    return folder


def write(file: Path, *lines: str) -> None:
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")


def load(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
