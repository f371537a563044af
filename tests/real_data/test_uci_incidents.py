"""An IT company's incident log, one row per update: a case is its last row, and the published shares come out."""

import json
import subprocess
import sys
import zipfile

import polars as pl
import pytest

from etl.workspace import read_workspace


def test_the_command_line_prints_the_share_of_incidents_within_the_sla(workspace):
    command = [sys.executable, "-m", "metrics", "show", str(workspace), "resolution_on_time", "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    [reading] = json.loads(printed)
    assert (reading["numerator"], reading["denominator"], reading["n"]) == (12_595, 20_769, 20_769)
    assert reading["value"] == pytest.approx(0.606433, abs=5e-7)


@pytest.mark.parametrize(
    ("month", "value", "n"), [("2016-03", 0.398555, 8_995), ("2016-04", 0.766952, 7_934), ("2016-05", 0.768236, 3_633)]
)
def test_the_sla_share_of_a_month_is_that_of_the_incidents_opened_in_it(show, month, value, n):
    [reading] = show("resolution_on_time", "--month", month)
    assert (reading["value"], reading["n"]) == (pytest.approx(value, abs=5e-7), n)


def test_the_sla_is_hardly_ever_met_for_what_matters_most(show):
    by_priority = {
        reading["priority"]: (reading["value"], reading["n"])
        for reading in show("resolution_on_time", "--by", "priority")
    }
    assert by_priority == {
        "urgent": (pytest.approx(0.022727, abs=5e-7), 220),
        "high": (pytest.approx(0.002967, abs=5e-7), 337),
        "normal": (pytest.approx(0.616242, abs=5e-7), 19_554),
        "low": (pytest.approx(0.819149, abs=5e-7), 658),
    }


def test_half_of_the_incidents_are_settled_at_one_touch(show):
    [reading] = show("one_touch_resolution")
    assert (reading["numerator"], reading["denominator"]) == (10_875, 20_769)
    assert reading["value"] == pytest.approx(0.523617, abs=5e-7)


def test_few_incidents_are_opened_again(show):
    [reading] = show("reopen_rate")
    assert (reading["numerator"], reading["denominator"]) == (234, 20_769)


def test_the_truncated_last_incident_counts_by_the_one_update_that_it_has(loaded):
    last = loaded("cases").filter(case_id="INC0029233")
    assert last.select("status", "transfer_count").row(0) == ("new", 0)


def test_a_question_mark_is_no_value(loaded):
    assert loaded("cases")["resolved_first_at"].count() == 19_351


def test_the_published_hours_to_resolve_come_out_of_the_incidents_resolved(show):
    [median], [p90] = (show(f"resolution_time_p{q}_resolved_only") for q in (50, 90))
    assert (median["n"], p90["n"]) == (19_351, 19_351)
    assert (median["value"] / 3600, p90["value"] / 3600) == (pytest.approx(24.6), pytest.approx(397.3667, abs=5e-5))


def test_by_update_instead_of_by_incident_the_share_would_be_another(workspace):
    updates = updates_of(workspace)
    met = updates["made_sla"].str.to_lowercase() == "true"
    assert (updates.height, round(100 * met.mean(), 4)) == (119_998, 93.1166)


def updates_of(workspace):
    """Return every update of the log, a row each."""
    [source] = read_workspace(workspace).sources
    with zipfile.ZipFile(source.path) as packed:
        return pl.read_csv(packed.read(packed.namelist()[0]), columns=["made_sla"], infer_schema=False)
