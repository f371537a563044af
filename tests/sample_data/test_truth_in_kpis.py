"""What was planted in the sample company, counted without the product, comes out of the load and of the KPIs."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from metrics.change import Verdict, change
from metrics.registry import kpi as kpi_called
from metrics.store import EVERYTHING, Query, Store, open_store

DATA_END = datetime(2026, 6, 30, 15, 59, 59, tzinfo=UTC)


@pytest.fixture(scope="module")
def truth(loaded_sample: Path) -> dict:
    return json.loads((loaded_sample / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def store(loaded_sample: Path) -> Store:
    return open_store(loaded_sample)


def one(store: Store, query: Query) -> dict:
    return store.readings(EVERYTHING, query).row(0, named=True)


def test_the_centre_that_worsens_is_a_real_change_in_both_kpis(store, truth):
    planted = truth["planted"]["centre_worsens"]
    for key in ("first_contact_resolution", "satisfaction_score"):
        now, before = (
            one(store, Query(key, month, month, where=(("unit", planted["unit"]),)))
            for month in (planted["month"], planted["before"][key]["month"])
        )
        found = change(kpi_called(key), now, before)
        assert (found.verdict, found.high < 0) == (Verdict.REAL, True)


def test_the_total_rises_though_every_channel_falls(store, truth):
    planted = truth["planted"]["mix_reversal"]
    before, after = planted["months"]
    query = Query(planted["kpi"], before, after, by=(planted["dimension"], "month"))
    parts = store.readings(EVERYTHING, query).filter(pl.col("channel").is_in(list(planted["parts"])))
    per_channel = parts.sort("month").group_by("channel").agg(pl.col("value").diff().last())
    totals = [one(store, Query(planted["kpi"], month, month)) for month in (before, after)]
    assert (per_channel["value"] < 0).all()
    assert [(total["n"], total["total"]) for total in totals] == [(x["n"], x["hits"]) for x in planted["totals"]]
    assert totals[1]["value"] > totals[0]["value"]


def test_the_process_change_is_a_real_improvement(store, truth):
    planted = truth["planted"]["process_change"]
    before, after = (
        one(store, Query(planted["kpi"], span["months"][0], span["months"][-1]))
        for span in (planted["before"], planted["after"])
    )
    assert (before["n"], before["total"]) == (planted["before"]["n"], planted["before"]["hits"])
    assert (after["n"], after["total"]) == (planted["after"]["n"], planted["after"]["hits"])
    found = change(kpi_called(planted["kpi"]), after, before)
    assert (found.verdict, found.low > 0) == (Verdict.REAL, True)


def test_the_all_a_month_scores_six(store, truth):
    planted = truth["planted"]["all_a_month"]
    month, unit = planted["month"], planted["unit"]
    found = one(store, Query("satisfaction_score", month, month, where=(("unit", unit),)))
    assert (found["n"], found["value"]) == (planted["n"], 6.0)


def test_the_exact_tie_is_equal_in_whole_numbers(store, truth):
    planted = truth["planted"]["tie"]
    first, second = (
        one(store, Query("satisfaction_score", month, month, where=(("unit", planted["unit"]),)))
        for month in planted["months"]
    )
    assert (first["total"], first["n"], second["total"], second["n"]) == (35, 10, 42, 12)
    assert int(first["total"]) * second["n"] == int(second["total"]) * first["n"]


def test_months_with_few_forms_are_found(store, truth):
    planted = truth["planted"]["few_forms"]
    found = store.readings(EVERYTHING, Query("satisfaction_score", by=("month",), where=(("unit", planted["unit"]),)))
    few = {month: n for month, n in found.select("month", "n").iter_rows() if n < planted["fewer_than"]}
    assert {month: n for month, n in few.items() if n} == {month: n for month, n in planted["months"].items() if n}


def test_evidence_of_the_worsened_centre_lists_exactly_the_rows_counted(store, truth):
    planted = truth["planted"]["centre_worsens"]
    month, expected = planted["month"], planted["after"]["first_contact_resolution"]
    query = Query("first_contact_resolution", month, month, where=(("unit", planted["unit"]),))
    rows = store.evidence(EVERYTHING, query, "counted", limit=None)
    assert (rows.total, rows.rows.height, rows.counts["hit"]) == (expected["n"], expected["n"], expected["hits"])
    assert store.evidence(EVERYTHING, query, "immature").total == expected["immature"]


def test_contacts_within_a_minute_are_the_true_ones_with_and_without_those_never_contacted(store, truth):
    planted = truth["contact_within_one_minute"]
    reached = one(store, Query("contacted_within_one_minute_reached_only"))
    everyone = one(store, Query("contacted_within_one_minute"))
    assert (reached["n"], reached["total"]) == (planted["n"], planted["hits"])
    assert (everyone["n"], everyone["total"]) == (planted["n"] + planted["not_contacted"], planted["hits"])
    assert everyone["excluded"] == planted["not_logged"]


def test_working_time_is_to_the_second_what_was_counted_case_by_case(store, truth):
    answered = clocks(store, "first_response_working_time_p50", "response_worked", "first_response_at")
    worked = clocks(store, "resolution_working_time_p50", "resolution_worked", "resolved_first_at")
    paused = clocks(store, "resolution_working_time_p50", "paused", "resolved_first_at")
    told = truth["working_time"].items()
    assert answered == {month: (each["answered"], each["response_seconds"]) for month, each in told}
    assert worked == {month: (each["resolved"], each["worked_seconds"]) for month, each in told}
    assert paused == {month: (each["resolved"], each["paused_seconds"]) for month, each in told}


def clocks(store: Store, kpi: str, clock: str, done: str) -> dict:
    """Return per month how many cases with the time `done` are behind a KPI, and the seconds of one of their clocks."""
    rows = store.evidence(EVERYTHING, Query(kpi), "counted", limit=None).rows.filter(pl.col(done).is_not_null())
    seconds = rows.group_by("month").agg(n=pl.len(), seconds=pl.col(clock).sum().dt.total_seconds())
    return {month: (n, total) for month, n, total in seconds.sort("month").iter_rows()}


def test_promises_kept_are_those_of_the_clean_events_told_one_by_one(store, company):
    left_out = company["cases"].filter(pl.col("is_test_or_spam") | pl.col("merged_into").is_not_null())["case_id"]
    events = company["case_events"].filter(~pl.col("case_id").is_in(left_out.implode())).sort("at").to_dicts()
    kept = defaultdict(list)
    for event in events:
        if event["kind"] == "promise_kept":
            kept[event["case_id"]].append(event["at"])
    counts = {"n": 0, "hits": 0, "immature": 0}
    for made in (event for event in events if event["kind"] == "promise_made"):
        due, done = made["promise_due_at"], next((at for at in kept[made["case_id"]] if at >= made["at"]), None)
        judged = done is not None or due <= DATA_END
        counts["immature" if not judged else "n"] += 1
        counts["hits"] += done is not None and done <= due
    found = one(store, Query("promises_kept"))
    assert (found["n"], found["total"], found["immature"]) == tuple(counts.values())
    assert counts["n"] > counts["hits"] > 300
