"""Funnels through loads: what a new event, a corrected case or another declaration touches, and nothing else."""

import polars as pl
import pytest
from sqlalchemy import delete

from metrics.model import Moment
from metrics.store import EVERYTHING, funnel_rows
from metrics.store.database import connect
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_cube import counted
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnels import read_funnels
from metrics.store.schema import load_tables

CASES = "id,opened,solved,due,unit,customer,reason"
EVENTS = "id,case,at,kind,stage,outcome,drop"
COLUMNS = {"event_id": "id", "case_id": "case", "at": "at", "kind": "kind"} | {
    "stage": "stage", "outcome": "outcome", "drop_reason_code": "drop",
}  # fmt: skip
POLICY = '[[funnel]]\nname = "flow"\nwindow = "40d"\nstages = ["referral", "contact", "done"]\n'
FORMS = {"form_id": "id", "case_id": "case", "received_at": "back", "csat": "csat"}
STAGES = ("referral", "contact", "done")
JULY = "2024-07-31T12:00:00+08:00"


@pytest.fixture(scope="module")
def flow(module_company):
    """A company whose cases enter in January, May and July; that of May is still open at the end of July."""
    company = module_company
    company.source("events", "case_events", COLUMNS)
    (company.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    company.export(
        "cases_1.csv",
        CASES,
        "C1,2024-01-10 09:00:00,,,N,K1,R1",
        "C2,2024-05-30 09:00:00,,,S,K2,R1",
        "C3,2024-07-20 09:00:00,,,S,K3,R2",
    )
    company.export(
        "events_1.csv",
        EVENTS,
        "E1,C1,2024-01-10 09:00:00,stage_enter,referral,,",
        "E2,C1,2024-02-05 09:00:00,stage_enter,contact,,",
        "E3,C2,2024-05-30 09:00:00,stage_enter,referral,,",
        "E4,C3,2024-07-20 09:00:00,stage_enter,referral,,",
    )
    company.load(JULY)
    return company


def stale(company):
    """Return what is stored of funnels, or lacks, that differs from what the rows yield when all is counted anew."""
    load, store = company.store.published(EVERYTHING), company.store
    warehouse, moment = store.warehouse(EVERYTHING), Moment(load.as_of, load.data_from)
    months = warehouse.scan("case_events").select(pl.col("month").unique()).collect().to_series()
    fresh = [*counted(warehouse, read_funnels(company.folder), [*months], moment, store.settings.calendar)]
    held = {"funnel_rows": "rows", "funnel_parts": "parts", "funnel_segments": "segments"}
    both = [
        pl.concat([warehouse.scan(table).collect(), *(getattr(each, name) for each in fresh)])
        for table, name in held.items()
    ]
    return [row for frame in both for row in frame.unique(keep="none").to_dicts()]


def states(company, month):
    stages = funnel_reading(company.store, EVERYTHING, FunnelQuery(None, month, month)).stages
    return stages.select("entered", "converted", "lost", "timed_out", "open").rows()


def version(company):
    return company.store.published(EVERYTHING).versions["funnel_parts"]


def test_the_first_load_counts_every_month(flow):
    assert stale(flow) == []
    assert states(flow, "2024-01") == [(1, 1, 0, 0, 0), (1, 0, 0, 1, 0), (0, 0, 0, 0, 0)]
    assert states(flow, "2024-07") == [(1, 0, 0, 0, 1), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0)]


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        pytest.param("events_2.csv", (EVENTS, "E5,C1,2024-02-10 09:00:00,stage_enter,done,,"), id="a later stage"),
        pytest.param(
            "events_3.csv", (EVENTS, "E6,C2,2024-07-01 09:00:00,stage_exit,referral,lost,D1"), id="a loss in July"
        ),
        pytest.param(
            "events_2.csv", (EVENTS, "E5,C1,2024-04-10 09:00:00,stage_enter,done,,"), id="moved beyond the window"
        ),
        pytest.param(
            "cases_2.csv", (CASES, "C1,2024-01-10 09:00:00,,,S,K1,R2"), id="a case of another unit and reason"
        ),
        pytest.param("cases_3.csv", (CASES, "C3,2024-06-20 09:00:00,,,N,K3,R1"), id="a case created in another month"),
        pytest.param(
            "events_4.csv", (EVENTS, "E4,C3,2024-06-25 09:00:00,stage_enter,referral,,"), id="entered earlier"
        ),
        pytest.param(
            "events_5.csv", (EVENTS, "E7,C9,2024-03-20 09:00:00,stage_enter,referral,,"), id="a case not loaded"
        ),
    ],
)
def test_a_load_counts_what_it_touches_as_from_scratch(flow, file, lines):
    flow.export(file, *lines)
    assert flow.load(JULY).state == "published"
    assert stale(flow) == []


def test_a_reason_put_into_another_category_is_counted_in_every_month(flow):
    flow.source("reasons", "reason_codes", {"code": "code", "group": "group"})
    flow.export("reasons.csv", "code,group", "R1,glass", "R2,price")
    flow.load(JULY)
    assert stale(flow) == []
    assert set(flow.table("funnel_parts", "category")) >= {("glass",), ("price",)}


def test_what_was_open_times_out_as_the_moment_moves_on_though_nothing_new_came(flow):
    open_before = states(flow, "2024-06")
    flow.load("2024-09-15T12:00:00+08:00")
    assert (open_before[0][-1], states(flow, "2024-06")[0]) == (1, (1, 0, 0, 1, 0))
    assert stale(flow) == []


def test_another_declaration_is_counted_anew_and_none_at_all_leaves_nothing(flow):
    later = "2024-09-15T12:00:00+08:00"
    (flow.folder / "policy.toml").write_text(POLICY.replace("40d", "10d"), encoding="utf-8")
    flow.load(later)
    assert stale(flow) == []
    assert states(flow, "2024-01")[0] == (1, 0, 0, 1, 0)
    (flow.folder / "policy.toml").write_text("", encoding="utf-8")
    flow.load(later)
    assert flow.table("funnel_parts", "funnel") == []


def test_a_load_that_touches_no_funnel_writes_none(flow):
    (flow.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    call = "id,began,customer,case,unit,result", "P1,2024-05-01 09:00:00,K7,,,resolved"
    flow.export("calls_1.csv", *call)
    flow.load("2024-09-15T12:00:00+08:00")
    before = version(flow)
    flow.export("calls_2.csv", call[0], "P2,2024-06-01 09:00:00,K8,,,resolved")
    assert flow.load("2024-09-15T12:00:00+08:00").state == "published"
    assert version(flow) == before


def test_a_workspace_without_a_funnel_has_no_parts_of_one(company):
    company.export("cases_1.csv", CASES, "C1,2024-01-10 09:00:00,,,N,K1,R1")
    company.load(JULY)
    assert "funnel_parts" not in company.store.published(EVERYTHING).versions


def test_a_form_that_comes_later_is_told_of_in_the_month_in_which_its_case_entered(company):
    (company.folder / "policy.toml").write_text(POLICY + 'survey = "survey"\n', encoding="utf-8")
    company.source("events", "case_events", COLUMNS)
    company.source("forms", "feedback_forms", FORMS)
    company.export("cases_1.csv", CASES, "C1,2024-01-10 09:00:00,,,N,K1,R1")
    path = (f"E{n},C1,2024-01-1{n} 09:00:00,stage_enter,{stage},," for n, stage in enumerate(STAGES))
    company.export("events_1.csv", EVENTS, *path)
    company.load(JULY)
    company.export("forms_1.csv", "id,case,back,csat", "F1,C1,2024-06-02 09:00:00,5")
    company.load(JULY)
    assert stale(company) == []
    assert funnel_reading(company.store, EVERYTHING, FunnelQuery()).survey.select("asked", "satisfied").row(0) == (1, 1)


def test_rows_that_an_earlier_version_of_the_product_did_not_store_are_all_stored_by_the_next_load(flow):
    later = "2024-09-15T12:00:00+08:00"
    with connect(flow.store.settings.database).begin() as connection:
        connection.execute(
            delete(load_tables).where(load_tables.c.table.like("rows_of_%") | load_tables.c.table.like("funnel_%"))
        )
    flow.export("events_6.csv", EVENTS, "E9,C3,2024-07-22 09:00:00,stage_enter,contact,,")
    flow.load(later)
    assert (stale(flow), flow.stale_parts()) == ([], [])
    assert flow.store.warehouse(EVERYTHING).height("rows_of_cases") == 3


def test_months_counted_one_by_one_are_stored_though_nobody_entered_in_some(company, monkeypatch):
    monkeypatch.setattr(funnel_rows, "_AT_ONCE", 1)
    (company.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    company.source("events", "case_events", COLUMNS)
    company.export("cases_1.csv", CASES, "C1,2024-01-10 09:00:00,,,N,K1,R1")
    stages = ("E1,C1,2024-01-10 09:00:00,stage_enter,referral,,", "E2,C1,2024-02-05 09:00:00,stage_enter,contact,,")
    company.export("events_1.csv", EVENTS, *stages)
    company.load(JULY)
    assert stale(company) == []
    assert company.table("funnel_rows", "month", "step") == [("2024-01", 1), ("2024-01", 2)]
