"""A company of two centres and one funnel, small enough to be counted by hand, with customers who write hostile texts.

Entered in May: ten cases. Five are done; after the contact three were lost (two for stock, one for a price), after the
referral one was lost for a price, and one fell silent. One more was merged. In April four entered and were done. In
June two entered: one is done, one has been open for five days when the data end.
"""

import csv
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HOSTILE = '![pixel](http://evil.example/p.png) <img src=x onerror="alert(1)"> =1+1 \u202egnirts\u202c 🧨 **bold** $x$'
LONG = HOSTILE + "长" * 100_000
BAD_REASON = '<a href="http://evil.example">price</a> & more'
BAD_PRODUCT = "<b>glass</b> [x](http://evil.example)"

# What a cell says by not saying it.
PLAIN = dict.fromkeys(("href", "label", "note", "symbol"), "")

WORKSPACE = """
name = "Two centres"
zone = "Asia/Shanghai"
as_of = 2025-06-20T00:00:00+08:00

[[source]]
name = "units"
table = "org_units"
path = "exports/units.csv"
columns = { org_unit_id = "org_unit_id", name = "name", name_en = "name_en", parent_id = "parent_id" }

[[source]]
name = "reasons"
table = "reason_codes"
path = "exports/reasons.csv"
columns = { code = "code", name = "name", name_en = "name_en" }

[[source]]
name = "records"
table = "cases"
path = "exports/cases.csv"
zone = "Asia/Shanghai"
[source.columns]
case_id = "case_id"
customer_id = "customer_id"
org_unit_id = "unit"
channel = "channel"
product = "product"
status = "status"
created_at = "created_at"
resolved_first_at = "resolved_at"
resolve_due_at = "due_at"
merged_into = "merged_into"

[[source]]
name = "events"
table = "case_events"
path = "exports/events.csv"
zone = "Asia/Shanghai"
[source.columns]
event_id = "event_id"
case_id = "case_id"
at = "at"
kind = "kind"
stage = "stage"
outcome = "outcome"
drop_reason_code = "reason"
promise_due_at = "due_at"

[[source]]
name = "register"
table = "complaints"
path = "exports/complaints.csv"
zone = "Asia/Shanghai"
[source.columns]
complaint_id = "complaint_id"
case_id = "case_id"
received_at = "received_at"
org_unit_id = "unit"
description = "description"
"""
POLICY = """
[[funnel]]
name = "flow"
zh = "修理流程"
en = "Repair flow"
window = "10d"
stages = [
  { key = "referral", zh = "转介", en = "Referral" },
  { key = "contact", zh = "联系", en = "Contact" },
  { key = "completion", zh = "完工", en = "Completion" },
]

[[funnel]]
name = "short"
zh = "只看头尾"
en = "Ends only"
window = "10d"
stages = ["referral", "completion"]
"""
UNITS = [("NORTH", "北区", "North", ""), ("N1", "北一店", "North One", "NORTH"), ("S1", "南一店", "South One", "")]
REASONS = [("stock", "缺货", "Out of stock"), ("price", BAD_REASON, BAD_REASON)]

# Per case: its unit, when it entered, how many of the stages it reached, and how it left.
DONE, LOST = "", "lost"
JOURNEYS = {
    **{f"A{number}": ("N1", "2025-04-07", 3, DONE, "") for number in range(1, 5)},
    **{f"M{number}": ("N1", "2025-05-05", 3, DONE, "") for number in range(1, 5)},
    "M5": ("S1", "2025-05-05", 3, DONE, ""),
    "M6": ("S1", "2025-05-06", 2, LOST, "stock"),
    "M7": ("S1", "2025-05-06", 2, LOST, "stock"),
    "M8": ("N1", "2025-05-06", 2, LOST, "price"),
    "M9": ("N1", "2025-05-07", 1, LOST, "price"),
    "M10": ("S1", "2025-05-07", 1, "", ""),
    "M11": ("S1", "2025-05-08", 1, "", ""),
    "J1": ("N1", "2025-06-02", 3, DONE, ""),
    "J2": ("N1", "2025-06-15", 1, "", ""),
}
STAGES = ("referral", "contact", "completion")


def cases():
    for case, (unit, day, reached, _, _) in JOURNEYS.items():
        start = datetime.fromisoformat(f"{day} 09:00")
        done = start + timedelta(hours=2) if reached == len(STAGES) else ""
        customer = "K1" if case in ("M8", "A1") else f"K{case}"
        product = BAD_PRODUCT if case == "M8" else "glass"
        merged = "M10" if case == "M11" else ""
        due = start + timedelta(days=1)
        yield case, customer, unit, "phone", product, "resolved" if done else "open", start, done, due, merged


def events():
    for case, (_, day, reached, left, reason) in JOURNEYS.items():
        start = datetime.fromisoformat(f"{day} 09:00")
        for number, stage in enumerate(STAGES[:reached]):
            yield f"{case}-{number}", case, start + timedelta(hours=number), "stage_enter", stage, "", "", ""
        if left == LOST:
            stage = STAGES[reached - 1]
            yield f"{case}-x", case, start + timedelta(hours=5), "stage_exit", stage, LOST, reason, ""
    promised = datetime.fromisoformat("2025-05-06 10:00")
    yield "M8-p", "M8", promised, "promise_made", "", "", "", promised + timedelta(hours=1)


def complaints():
    yield "C1", "M8", "2025-05-07 10:00", "N1", LONG
    yield "C2", "M6", "2025-05-07 11:00", "S1", HOSTILE


def write(file, heads, rows):
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([heads.split(), *rows])


@pytest.fixture(scope="session")
def flow(tmp_path_factory) -> Path:
    """Return the workspace, loaded. Read it only."""
    folder = tmp_path_factory.mktemp("flow") / "workspace"
    exports = folder / "exports"
    exports.mkdir(parents=True)
    (folder / "workspace.toml").write_text(WORKSPACE, encoding="utf-8")
    (folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    write(exports / "units.csv", "org_unit_id name name_en parent_id", UNITS)
    write(exports / "reasons.csv", "code name name_en", REASONS)
    heads = "case_id customer_id unit channel product status created_at resolved_at due_at merged_into"
    write(exports / "cases.csv", heads, cases())
    write(exports / "events.csv", "event_id case_id at kind stage outcome reason due_at", events())
    write(exports / "complaints.csv", "complaint_id case_id received_at unit description", complaints())
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(f"Loading the workspace ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return folder


@pytest.fixture
def visit_flow(open_app, flow):
    """Return what opens a page of this company: its name, and the parameters of its address."""

    def opened(view="funnel", **params):
        return open_app(view, folder=flow, **params)

    return opened


@pytest.fixture
def handed():
    """Return what was handed to a component in the browser, by its key; cells of tables with all that they are."""

    def found(app, key):
        part = next(part for part in app.get("bidi_component") if part.key == key)
        told = json.loads(part.proto.json)
        for row in told.get("rows", []):
            row["cells"] = [PLAIN | ({"text": cell} if isinstance(cell, str) else cell) for cell in row["cells"]]
        return told

    return found


@pytest.fixture
def listed(handed):
    """Return the texts of a table's cells, row by row."""

    def texts(app, key):
        return [[cell["text"] for cell in row["cells"]] for row in handed(app, key)["rows"]]

    return texts
