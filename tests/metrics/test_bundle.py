"""The bundle that a stranger recomputes: unpacked, run by a bare Python, and compared with the reading."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from metrics.registry import kpi
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.bundle import bundle, measure_of
from metrics.store.origin import tables_used

RECENT = ("2026-06", "2026-06")
PAST = ("2025-03", "2025-03")
SLICES = {
    "a share of one unit": Query("first_contact_resolution", *RECENT, where=(("unit", "TH"),)),
    "a mean": Query("satisfaction_score", *RECENT),
    "a rate": Query("complaints_per_100_cases", *RECENT, where=(("region", "SOUTH"),)),
    "a median while some wait": Query("resolution_time_p50", *RECENT),
    "a 90th percentile": Query("first_response_time_p90", *PAST),
    "a share over a quarter": Query("resolution_on_time", "2026-01", "2026-03"),
}


@pytest.fixture(scope="session")
def store(loaded_sample):
    return open_store(loaded_sample)


def unpacked(content: bytes, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return folder


def recomputed(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script without site-packages, environment or user settings."""
    bare = [sys.executable, "-I", "-S", "recompute.py"]
    return subprocess.run(bare, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("query", SLICES.values(), ids=SLICES)
def test_a_stranger_computes_the_very_figure_that_was_shown(store, tmp_path, query):
    value = store.readings(EVERYTHING, query)["value"][0]
    done = recomputed(unpacked(bundle(store, EVERYTHING, query), tmp_path))
    said = dict(line.split(": ", 1)[::-1] for line in done.stdout.splitlines() if line.startswith(("yes", "NO")))
    assert (done.returncode, done.stderr, set(said.values())) == (0, "", {"yes"})
    shown, anew = done.stdout.split("shown: ")[1].splitlines()[0].split(", computed anew: ")
    assert float(shown) == value
    assert float(anew) == pytest.approx(value, rel=1e-12)


def test_rows_that_were_changed_are_found_out(store, tmp_path):
    folder = unpacked(bundle(store, EVERYTHING, SLICES["a share of one unit"]), tmp_path)
    rows = (folder / "rows.csv").read_text(encoding="utf-8-sig")
    (folder / "rows.csv").write_text(rows.replace(",0.0,0.0,", ",1.0,0.0,", 1), encoding="utf-8-sig")
    done = recomputed(folder)
    assert done.returncode == 1
    assert "NO: rows.csv is unchanged" in done.stdout
    assert "NO: the value agrees" in done.stdout


def test_a_month_without_any_row_has_no_value_and_agrees_all_the_same(store, tmp_path):
    query = Query("first_contact_resolution", "2031-01", "2031-01")
    done = recomputed(unpacked(bundle(store, EVERYTHING, query), tmp_path))
    assert (done.returncode, "shown: nan, computed anew: nan" in done.stdout) == (0, True)


def test_the_manifest_names_filters_rules_load_files_and_checks(store, tmp_path):
    folder = unpacked(bundle(store, EVERYTHING, SLICES["a share of one unit"]), tmp_path)
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    load = store.load(EVERYTHING)
    assert said["filters"] == {"first": "2026-06", "last": "2026-06", "unit": "TH"}
    assert (said["definitions"], said["load"]["id"]) == (load.definitions, load.id)
    assert {file["table"] for file in said["files"]} == {"contacts", "cases", "case_events", "reason_codes"}
    assert all(len(file["sha256"]) == 64 for file in said["files"])
    assert {check["source"] for check in said["checks"]} >= {"hotline", "cases"}
    assert said["counts"]["counted"] == said["reading"]["n"]
    assert said["kpi"]["name_zh"] == "一次性解决率"


def test_the_same_question_gives_the_same_bytes(store):
    query = SLICES["a mean"]
    assert bundle(store, EVERYTHING, query) == bundle(store, EVERYTHING, query)


def test_every_kind_of_measure_is_told_to_the_script():
    keys = ("first_contact_resolution", "satisfaction_score", "complaints_per_100_cases", "resolution_time_p90")
    assert [measure_of(kpi(key)) for key in keys] == [
        {"kind": "share"}, {"kind": "mean"}, {"kind": "rate", "per": 100}, {"kind": "percentile", "q": 0.9},
    ]  # fmt: skip


def test_the_tables_of_a_population_are_those_it_is_built_from():
    assert tables_used("complaints") == {"complaints", "cases", "reason_codes"}
    assert tables_used("contacts") == {"contacts", "cases", "case_events", "reason_codes"}
