"""A company of two centres whose April and May can be judged by hand, with named people who may close a month.

North gives the source document's own example: 35 points on 10 forms in April, 40 on 10 in May. South falls from 18 on 6
to 15 on 6. In May one minor complaint counts against North, and one form's customer complained as well.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEOPLE = ("Ann", "Ben", "Cai", "Dai")
HOSTILE = "=1+1 <img src=x onerror=alert(1)> #pagebreak()"

_POLICY = """
[[complaint_policy]]
unit = "*"
valid_from = 2025-01-01
mode = "per_complaint"
amount = 50
zero_complaint_bonus = 200
min_jobs = 5

[[person]]
name = "Nora"
units = ["N"]
"""
_WORKSPACE = """
name = "Two centres"
zone = "Asia/Shanghai"
as_of = 2025-06-10T00:00:00+08:00
"""
_SOURCES = {
    "units": ("org_units", {"org_unit_id": "id", "name": "name", "name_en": "name_en"}),
    "staff": ("staff", {"staff_id": "id", "valid_from": "since", "name": "name", "org_unit_id": "unit"}),
    "cases": ("cases", {"case_id": "id", "customer_id": "customer", "created_at": "opened", "org_unit_id": "unit"}),
    "jobs": (
        "jobs",
        {"job_id": "id", "case_id": "case", "org_unit_id": "unit", "finished_at": "done", "result": "result"},
    ),
    "forms": (
        "feedback_forms",
        {
            "form_id": "id", "case_id": "case", "job_id": "job", "customer_id": "customer", "org_unit_id": "unit",
            "source_kind": "kind", "sent_at": "sent", "received_at": "back", "timeliness": "time",
            "repair_quality": "repair", "attitude": "tone", "verified": "checked", "verified_by": "by",
            "verified_at": "checked_on", "original_attitude": "tone_before", "comment": "said",
        },
    ),
    "complaints": (
        "complaints",
        {
            "complaint_id": "id", "case_id": "case", "received_at": "received", "channel": "channel",
            "severity": "severity", "verified": "verified", "verified_at": "verified_at", "attribution": "fault",
            "upheld": "upheld", "org_unit_id": "unit", "description": "said",
        },
    ),
}  # fmt: skip
# Grades of the forms that came back verified, per unit and month.
_FORMS = {
    ("N", "04"): ["AAA"] * 5 + ["BCC"] * 5,
    ("N", "05"): ["AAA"] * 5 + ["ACC"] * 5,
    ("S", "04"): ["BBB"] * 6,
    ("S", "05"): ["BBB"] * 5 + ["CCC"],
}
_FORM = "id,case,job,customer,unit,kind,sent,back,time,repair,tone,checked,by,checked_on,tone_before,said"


def write_company(folder: Path) -> Path:
    """Write the company's exports and settings, and return the folder."""
    (folder / "exports").mkdir(parents=True)
    tables = [_toml(name, table, columns) for name, (table, columns) in _SOURCES.items()]
    (folder / "workspace.toml").write_text(_WORKSPACE + "".join(tables), encoding="utf-8")
    people = "".join(f'[[person]]\nname = "{name}"\n' for name in PEOPLE)
    (folder / "policy.toml").write_text(_POLICY + people, encoding="utf-8")
    for name, lines in _exports().items():
        write_export(folder, name, lines)
    return folder


def write_export(folder: Path, name: str, lines: list[str]) -> None:
    """Write one export anew."""
    (folder / "exports" / f"{name}.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")


def forms(may_of_south: list[str] | None = None) -> list[str]:
    """Return the export of forms; South's May may be told otherwise, as a later load does."""
    told = _FORMS | ({("S", "05"): may_of_south} if may_of_south else {})
    lines = [_FORM]
    for (unit, month), every in told.items():
        for number, grades in enumerate(every):
            job = f"{unit}{month}{number}"
            dates = f"2025-{month}-0{1 + number % 8} 09:00:00,2025-{month}-1{number % 10} 10:00:00"
            before = "A" if (unit, month, number) == ("S", "05", 5) else ""
            checked = "corrected" if before else "confirmed"
            said = f'"{HOSTILE}"' if job == "N050" else ""
            grade = ",".join(grades)
            lines.append(
                f"F{job},K{job},{job},C{job},{unit},paper,{dates},{grade},{checked},Ann,2025-{month}-20 10:00:00,"
                f"{before},{said}"
            )
    return [*lines, *_others()]


def load(folder: Path) -> None:
    """Load what is new, as a user would."""
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        message = f"Loading ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        raise RuntimeError(message)


def _others() -> list[str]:
    """Return a form of North that nobody verified, one that did not come back, and a call-back about form FN050."""
    return [
        "FN05U,KN051,,CN051,N,paper,2025-05-02 09:00:00,2025-05-12 10:00:00,E,E,E,pending,,,,",
        "FN05X,KN052,,CN052,N,paper,2025-05-02 09:00:00,,,,,,,,,",
        "BN050,KN050,N050,CN050,N,callback,,2025-05-21 10:00:00,A,A,B,confirmed,Ann,2025-05-21 10:00:00,,",
    ]


def _exports() -> dict[str, list[str]]:
    jobs = [f"{unit}{month}{number}" for (unit, month), every in _FORMS.items() for number in range(len(every))]
    return {
        "units": ["id,name,name_en", "N,北一店,North One", "S,南一店,South One"],
        "staff": ["id,since,name,unit", "Ann,2020-01-01,Ann,", "T1,2020-01-01,王芳,N", "T2,2020-01-01,李强,N"],
        "cases": ["id,customer,opened,unit", *(f"K{job},C{job},2025-{job[1:3]}-01 08:00:00,{job[0]}" for job in jobs)],
        "jobs": [
            "id,case,unit,done,result",
            *(f"{job},K{job},{job[0]},2025-{job[1:3]}-02 08:00:00,fixed" for job in jobs),
        ],
        "forms": forms(),
        "complaints": [
            "id,case,received,channel,severity,verified,verified_at,fault,upheld,unit,said",
            "P1,KN053,2025-05-13 10:00:00,hotline,minor,confirmed,2025-05-15 10:00:00,service,true,N,玻璃漏水",
            "P2,KN050,2025-05-14 10:00:00,form,general,confirmed,2025-05-16 10:00:00,service,true,N,等得太久",
        ],
    }


def _toml(name: str, table: str, columns: dict[str, str]) -> str:
    mapped = "".join(f'{column} = "{source}"\n' for column, source in columns.items())
    return (
        f'\n[[source]]\nname = "{name}"\ntable = "{table}"\npath = "exports/{name}.csv"\nzone = "Asia/Shanghai"\n'
        f"[source.columns]\n{mapped}"
    )
