"""The product and the generator agree: one computes from dirty exports, the other counted its clean rows."""

import fnmatch
import json
import subprocess
import sys
from pathlib import Path

import pytest

from etl.workspace import read_workspace

ROOT = Path(__file__).parents[2]
KPIS = (
    *("first_contact_resolution", "first_response_on_time", "resolution_on_time", "satisfaction_score"),
    "customer_confirmed_resolution",
)

# What the load's account calls each fate of a row, and what truth.json calls it.
FATES = {
    "rows_read": "rows",
    "rows_loaded": "loaded",
    "rows_quarantined": "quarantined",
    "exact_duplicates": "exact_duplicates",
    "rows_superseded": "superseded",
}


def answer(*command):
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize("kpi", KPIS)
def test_every_month_of_every_centre_has_the_true_numbers(loaded_sample, truth, kpi):
    span = ("--from", "2024-07", "--to", "2026-06", "--by", "unit,month", "--json")
    rows = answer("metrics", "show", str(loaded_sample), kpi, *span)
    read = {(row["month"], row["unit"]): (row["n"], row["numerator"], row["immature"]) for row in rows}
    counted = {
        (month, unit): (tally["n"], tally["sum" if "sum" in tally else "hits"], tally.get("immature", 0))
        for month, units in truth["kpis"][kpi].items()
        for unit, tally in units.items()
        if month <= "2026-06"
    }
    assert judged(read) == judged(counted)


def judged(cells):
    return {place: parts for place, parts in cells.items() if any(parts)}


def test_every_source_keeps_and_holds_back_what_was_planted(loaded_sample, truth):
    status = answer("etl", "status", str(loaded_sample), "--json")
    loads = {load["source"]: tuple(load[told] for told in FATES) for load in status["sources"]}
    planted = {
        source.name: tuple(
            sum(file[fate] for name, file in truth["files"].items() if belongs(name, source)) for fate in FATES.values()
        )
        for source in read_workspace(loaded_sample).sources
    }
    assert loads == planted


def belongs(name, source):
    if source.path is None:
        return name == f"case_records.db#{source.db_table}"
    return fnmatch.fnmatch(f"exports/{name}", source.path)
