"""A company of three centres whose every figure can be worked out by hand, loaded as a user would load it."""

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.measured import Measured
from dashboard.places import EVERYWHERE, Place
from metrics.engine import PARTS, readings
from metrics.model import Target
from metrics.registry import kpi

ROOT = Path(__file__).parents[2]
HOSTILE_NAME = "![pixel](http://evil.example/p.png) <b>Harbin</b>"
HOSTILE_PRODUCT = '<img src="x" onerror="alert(1)">'

WORKSPACE = """
name = "Tiny [company](http://evil.example)"
zone = "Asia/Shanghai"
as_of = 2025-06-20T00:00:00+08:00

[[source]]
name = "units"
table = "org_units"
path = "exports/units.csv"
[source.columns]
org_unit_id = "org_unit_id"
name = "name"
name_en = "name_en"
parent_id = "parent_id"

[[source]]
name = "calls"
table = "contacts"
path = "exports/calls.csv"
zone = "Asia/Shanghai"
[source.columns]
contact_id = "contact_id"
customer_id = "customer_id"
channel = { constant = "phone" }
started_at = "started_at"
org_unit_id = "org_unit_id"
product = "product"
disposition = "disposition"

[[source]]
name = "forms"
table = "feedback_forms"
path = "exports/forms.csv"
zone = "Asia/Shanghai"
[source.columns]
form_id = "form_id"
org_unit_id = "org_unit_id"
source_kind = { constant = "paper" }
received_at = "received_at"
timeliness = "grade"
repair_quality = "grade"
attitude = "grade"
verified = "verified"
"""

# Resolved and unresolved first contacts per month and centre. June is not over at the load's own moment.
CALLS = {
    ("2025-04", "N1"): (20, 0),
    ("2025-04", "S1"): (16, 4),
    ("2025-05", "N1"): (10, 10),
    ("2025-05", "S1"): (16, 4),
    ("2025-05", "X1"): (2, 1),
    ("2025-06", "N1"): (6, 4),
}
# Forms with three equal grades: verified, and one more that waits for verification.
FORMS = {("2025-04", "S1"): "AAAAAA", ("2025-05", "S1"): "AAABBB", ("2025-05", "N1"): "CC"}


def units() -> str:
    return (
        "org_unit_id,name,name_en,parent_id\n"
        "NORTH,北区,North,\nSOUTH,南区,South,\n"
        "N1,北一店,North One,NORTH\nS1,南一店,South One,SOUTH\n"
        f"X1,{HOSTILE_NAME},,SOUTH\n"
    )


def calls() -> str:
    # The first call fixes from when on data exists; a week later repeats can be told.
    lines = [
        "contact_id,customer_id,started_at,org_unit_id,product,disposition",
        "C0,K0,2025-04-01 09:00,N1,glass,resolved",
    ]
    for (month, unit), (resolved, unresolved) in CALLS.items():
        for number in range(resolved + unresolved):
            disposition = "resolved" if number < resolved else "unresolved"
            call = f"C{month[-1]}{unit}{number:02d}"
            product = HOSTILE_PRODUCT.replace('"', '""') if unit == "X1" else "glass"
            lines.append(
                f'{call},K{call},{month}-10 {10 + number // 6:02d}:{number % 6}0,{unit},"{product}",{disposition}'
            )
    return "\n".join(lines) + "\n"


def forms() -> str:
    lines = ["form_id,org_unit_id,received_at,grade,verified"]
    for (month, unit), grades in FORMS.items():
        rows = [*((grade, "confirmed") for grade in grades), ("E", "pending")]
        lines += [
            f"F{month[-1]}{unit}{n},{unit},{month}-15 12:00,{grade},{state}" for n, (grade, state) in enumerate(rows)
        ]
    return "\n".join(lines) + "\n"


def write_workspace(folder: Path) -> Path:
    exports = folder / "exports"
    exports.mkdir(parents=True)
    (folder / "workspace.toml").write_text(WORKSPACE, encoding="utf-8")
    for name, text in {"units": units(), "calls": calls(), "forms": forms()}.items():
        (exports / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etl", "run", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Path:
    """Return the tiny workspace, loaded. Read it only."""
    folder = write_workspace(tmp_path_factory.mktemp("tiny") / "workspace")
    done = load(folder)
    if done.returncode != 0:
        pytest.fail(f"Loading the tiny workspace ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return folder


@pytest.fixture
def shown():
    """Return what makes a measured KPI out of hits and rows of two months, computed as the product computes it."""

    def make(key="first_contact_resolution", unit="N1", now=(90, 100), before=(80, 100), **said) -> Measured:
        place = Place("unit", unit) if unit else EVERYWHERE
        defaults = {"month": "2025-05", "target": Target(0.8, 0.75), "partial": False}
        readings = {"now": reading(key, now), "before": reading(key, before)}
        return Measured(kpi(key), place, **{**defaults, **readings, **said})

    return make


def reading(key, counted, immature=0):
    """Return a reading of `hits` among `n` rows; None for a month without any row."""
    if counted is None:
        return None
    hits, n = counted
    summed = {
        "n": n,
        "total": float(hits),
        "squares": float(hits),
        "exposure": 0.0,
        "immature": immature,
        "excluded": 0,
    }
    return readings(kpi(key), pl.DataFrame([summed], schema=PARTS)).row(0, named=True)


@pytest.fixture
def open_app(tiny, monkeypatch):
    """Return what opens a page of the dashboard: its name, and the parameters of its address."""

    def opened(view: str = "overview", folder: Path = tiny, locale: str = "en-US", **params: str) -> AppTest:
        monkeypatch.setitem(os.environ, "PLUMBLINE_WORKSPACE", str(folder))
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        app.context = {"locale": locale}
        app.query_params.update(params)
        # AppTest switches to pages that are files; ours are functions, known by the hash of their address.
        app._page_hash = "" if view == "overview" else calc_hash(view)
        return app.run()

    return opened
