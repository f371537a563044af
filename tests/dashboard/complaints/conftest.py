"""Two months of complaints and their recoveries, every figure of which can be worked out by hand, loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HOSTILE = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png)"

_WORKSPACE = """
name = "Wronged"
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
name = "codes"
table = "reason_codes"
path = "codes.csv"
[source.columns]
code = "code"
name = "name"
name_en = "name_en"

[[source]]
name = "cases"
table = "cases"
path = "cases.csv"
zone = "Asia/Shanghai"
[source.columns]
case_id = "id"
created_at = "opened"
org_unit_id = "unit"

[[source]]
name = "complaints"
table = "complaints"
path = "complaints.csv"
zone = "Asia/Shanghai"
[source.columns]
complaint_id = "id"
case_id = "case"
received_at = "received"
channel = { constant = "hotline" }
severity = "severity"
topic_code = "topic"
duplicate_of = "again"
org_unit_id = "unit"
description = "said"

[[source]]
name = "recovery"
table = "recovery_actions"
path = "recovery.csv"
zone = "Asia/Shanghai"
[source.columns]
recovery_id = "id"
step = "step"
case_id = "case"
complaint_id = "complaint"
org_unit_id = "unit"
failure_detected_at = "found"
done_at = "done"
compensation_amount = { column = "paid", scale = "yuan" }
authority_limit = { column = "limit", scale = "yuan" }
confirmed_satisfied = { column = "content", values = { "yes" = true, "no" = false } }

[[source]]
name = "forms"
table = "feedback_forms"
path = "forms.csv"
zone = "Asia/Shanghai"
[source.columns]
form_id = "id"
case_id = "case"
org_unit_id = "unit"
received_at = "back"
csat = "csat"
verified = { constant = "confirmed" }
"""
# A hundred cases a month at North, ten at South in May.
_CASES = [(f"A{n:03d}", "2025-04-05 10:00:00", "N1") for n in range(100)]
_CASES += [(f"M{n:03d}", "2025-05-05 10:00:00", "N1") for n in range(100)]
_CASES += [(f"S{n:02d}", "2025-05-05 10:00:00", "S1") for n in range(10)]
# Two in April; four in May at North, one of them entered twice, and one at South.
_COMPLAINTS = [
    ("C1", "A001", "2025-04-10 10:00:00", "minor", "T1", "", "N1", "slow"),
    ("C2", "A002", "2025-04-11 10:00:00", "general", "T2", "", "N1", "rude"),
    ("C3", "M001", "2025-05-10 10:00:00", "minor", "T1", "", "N1", "slow"),
    ("C4", "M002", "2025-05-11 10:00:00", "major", "T2", "", "N1", HOSTILE),
    ("C5", "M003", "2025-05-12 10:00:00", "general", "T2", "", "N1", "rude"),
    ("C6", "M003", "2025-05-12 10:05:00", "general", "T2", "C5", "N1", "rude"),
    ("C7", "S01", "2025-05-13 10:00:00", "general", "T9", "", "S1", "odd"),
]
# B1 is satisfied after four days and was paid above authority; B2 waits since 11 May; B3 began with money, and the
# customer said no; B4 began five days before the load's own moment.
_RECOVERY = [
    ("B1", "apology", "A001", "C1", "N1", "2025-04-10 10:00:00", "2025-04-10 11:00:00", "", "", ""),
    ("B1", "redo_service", "A001", "C1", "N1", "2025-04-10 10:00:00", "2025-04-11 10:00:00", "", "", ""),
    ("B1", "calm", "A001", "C1", "N1", "2025-04-10 10:00:00", "2025-04-12 10:00:00", "", "", ""),
    ("B1", "compensate", "A001", "C1", "N1", "2025-04-10 10:00:00", "2025-04-13 10:00:00", "600", "500", ""),
    ("B1", "confirm", "A001", "C1", "N1", "2025-04-10 10:00:00", "2025-04-14 10:00:00", "", "", "yes"),
    ("B2", "apology", "M002", "C4", "N1", "2025-05-11 10:00:00", "2025-05-11 12:00:00", "", "", ""),
    ("B3", "compensate", "M003", "C5", "N1", "2025-05-12 10:00:00", "2025-05-12 11:00:00", "100", "200", ""),
    ("B3", "apology", "M003", "C5", "N1", "2025-05-12 10:00:00", "2025-05-12 12:00:00", "", "", ""),
    ("B3", "confirm", "M003", "C5", "N1", "2025-05-12 10:00:00", "2025-05-22 10:00:00", "", "", "no"),
    ("B4", "apology", "M004", "", "N1", "2025-06-15 00:00:00", "2025-06-15 03:00:00", "", "", ""),
]
# Two are dissatisfied: one whose case has a complaint and one who never complained.
_FORMS = [("F1", "M003", "N1", "2025-05-15 10:00:00", 1), ("F2", "M050", "N1", "2025-05-16 10:00:00", 2)]
_FORMS += [(f"F{n}", f"M{n:03d}", "N1", "2025-05-17 10:00:00", 5) for n in range(60, 70)]


@pytest.fixture(scope="session")
def wronged(tmp_path_factory) -> Path:
    """Return the workspace, loaded. Read it only."""
    folder = tmp_path_factory.mktemp("wronged")
    (folder / "workspace.toml").write_text(_WORKSPACE, encoding="utf-8")
    write(folder / "units.csv", "id,name,name_en", [("N1", "北一店", "North One"), ("S1", "南一店", "South One")])
    write(
        folder / "codes.csv",
        "code,name,name_en",
        [("T1", "等待", "Waiting"), ("T2", "态度", "Attitude"), ("T9", "其他", "Other")],
    )
    write(folder / "cases.csv", "id,opened,unit", _CASES)
    write(folder / "complaints.csv", "id,case,received,severity,topic,again,unit,said", _COMPLAINTS)
    write(folder / "recovery.csv", "id,step,case,complaint,unit,found,done,paid,limit,content", _RECOVERY)
    write(folder / "forms.csv", "id,case,unit,back,csat", _FORMS)
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


def write(file: Path, head: str, rows: list[tuple]) -> None:
    file.write_text("\n".join([head, *(",".join(map(str, row)) for row in rows), ""]), encoding="utf-8")
