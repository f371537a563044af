"""The moments of a case in words, from records written out by hand."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from dashboard.moment_entries import entries, gap_in_words
from dashboard.places import Places
from dashboard.rows import case_of
from dashboard.timeline_reader import RecordReader
from dashboard.timelines import Told, sentence
from dashboard.wording import case, moments, values
from metrics.clocks import Schedules
from metrics.contract import TABLES
from metrics.recovery.steps import STEPS
from metrics.registry import kpi
from metrics.store.timeline import CaseTimeline
from metrics.timeline import Kept, key_of, with_gaps
from metrics.timeline import moments as moments_of
from metrics.timeline.moments import SHOWN, WHAT

START = datetime(2025, 6, 6, 1, tzinfo=UTC)
LINK = {"method": "identity_time", "confidence": 0.9, "source": "s", "source_file": "f.csv", "source_row": 7}
EXTRA = {"qa_audits": {"judged": 3, "failed": "greeting"}, "recovery_actions": {"missing": "calm, confirm"}}


def told(table, language="en", **record):
    """Return the timeline of a case with one record."""
    schema = {**TABLES[table].stored_schema, "method": pl.String(), "confidence": pl.Float64()}
    row = LINK | {"case_id": "W1"} | record
    frame = pl.DataFrame([{name: row.get(name) for name in schema}], schema=schema)
    frame = frame.with_columns(pl.lit(value).alias(name) for name, value in EXTRA.get(table, {}).items())
    found = CaseTimeline(
        case={"org_unit_id": "N1"},
        moments=with_gaps(moments_of({table: frame}), "N1", Schedules({})),
        records={table: frame},
        promises=pl.DataFrame(schema={"key": pl.String(), "kept": pl.String()}),
        others=pl.DataFrame(),
        reasons=pl.DataFrame([("D1", "缺货", "Out of stock")], schema=["code", "name", "name_en"], orient="row"),
        hidden=2,
        as_of=START + timedelta(days=20),
    )
    return Told(found, Places([]), "Asia/Shanghai", language)


def shown(table, language="en", **record):
    about = told(table, language, **record)
    return entries(about, RecordReader(about, {}), 0, 10)


def test_a_call_says_what_matters_and_nothing_that_is_not_so():
    [call] = shown(
        "contacts", contact_id="H1", started_at=START, channel="phone", direction="inbound", talk_seconds=90,
        disposition="resolved", transferred=False, escalated=True, reason_code="D1",
    )  # fmt: skip
    assert (call.title, call.at, call.source) == ("Contact", "2025-06-06 09:00", "Contacts")
    assert call.details == [
        ("Channel", "phone"), ("Direction", "inbound"), ("Seconds talked", "90"), ("Disposition", "resolved"),
        ("Escalated", "yes"), ("Reason", "Out of stock"),
    ]  # fmt: skip
    assert call.link == "linked by contact details and time · confidence 90.0 %"


def test_a_form_shows_its_grades_its_verification_and_what_the_customer_said():
    [form] = shown(
        "feedback_forms", "zh", form_id="F1", received_at=START, source_kind="paper", timeliness="A", attitude="C",
        verified="confirmed", comment="**很好**",
    )  # fmt: skip
    assert form.details == [("回收方式", "纸质"), ("服务及时性", "A"), ("服务态度", "C"), ("核实状态", "属实")]
    assert form.said == "**很好**"


def test_a_recovery_names_the_steps_that_were_not_done_and_money_in_major_units():
    detected, step = shown(
        "recovery_actions", recovery_id="B1", step="apology", failure_detected_at=START, authority_limit=50_000,
        done_at=START + timedelta(hours=1), compensation_amount=12_345,
    )  # fmt: skip
    assert detected.details == [("Authority limit", "500.00"), ("Steps not done", "calming, confirmation")]
    assert step.details == [("Step", "apology"), ("Compensation", "123.45")]


def test_an_audit_says_what_failed():
    [audit] = shown("qa_audits", audit_id="Q1", sampled_at=START, round="second", status="disputed")
    assert audit.details == [
        ("Round", "second rating"), ("Status", "disputed"),
        ("Attributes judged", "3"), ("Attributes failed", "greeting"),
    ]  # fmt: skip


def test_a_record_without_a_file_has_no_origin():
    [event] = shown("case_events", event_id="1", at=START, kind="reopen", source_file=None)
    assert (event.title, event.origin) == ("Reopened", "–")


def test_a_kind_of_event_that_nobody_foresaw_is_shown_by_its_own_name():
    [event] = shown("case_events", event_id="1", at=START, kind="teleported", actor_id="X1")
    assert (event.title, event.details) == ("teleported", [("Actor", "X1")])


@pytest.mark.parametrize(
    ("gap", "worked", "words"),
    [
        (None, None, ""),
        (0, 0, ""),
        (5, None, "5.0 h by the clock"),
        (15, 2, "2.0 working h (15.0 h by the clock)"),
        (15, 0, "outside working hours (15.0 h by the clock)"),
    ],
)
def test_gaps_are_in_working_time_where_a_calendar_counts(gap, worked, words):
    about = told("contacts", contact_id="H1", started_at=START)
    spans = (None if hours is None else timedelta(hours=hours) for hours in (gap, worked))
    assert gap_in_words(*spans, RecordReader(about, {})) == words


def test_the_sentence_counts_what_is_hidden_and_what_has_no_time():
    words = sentence(told("jobs", job_id="J1"))
    assert words == (
        "A case of N1: 0 moments from 1 records (Jobs 1), as far as the data goes (2025-06-26 09:00). "
        "2 more records or cases belong to units you may not see. 1 records have no time and are not on the line."
    )


def test_everything_that_can_happen_has_a_name_and_every_source_a_sign():
    kinds = TABLES["case_events"].column("kind").allowed
    assert {*WHAT, *kinds} == set(moments.WHAT)
    assert set(SHOWN) == set(moments.SIGNS)


def test_every_outcome_of_a_promise_every_link_and_every_step_has_words():
    assert set(case.KEPT) == set(case.SYMBOLS) == {kept.value for kept in Kept}
    assert set(STEPS) <= set(values.WORDS)
    allowed = ("direction", "initiated_by", "outcome", "status")
    columns = [column for name in SHOWN for column in TABLES[name].columns if column.name in allowed]
    assert {value for column in columns for value in column.allowed} <= set(values.WORDS)


@pytest.mark.parametrize(
    ("key", "column", "row", "names"),
    [
        ("resolution_on_time", "key", {"key": "W1", "case_id": "W1"}, "W1"),
        ("stage_time_p50_reached_only", "key", {"key": "W1 · referral", "case_id": "W1"}, "W1"),
        ("first_contact_resolution", "key", {"key": "H1"}, None),
        ("first_contact_resolution", "linked_case", {"linked_case": "W1"}, "W1"),
        ("first_contact_resolution", "linked_case", {"linked_case": None}, None),
        ("complaint_upheld_rate", "case_id", {"case_id": "W2"}, "W2"),
        ("resolution_on_time", "status", {"status": "counted"}, None),
    ],
)
def test_a_value_of_evidence_names_a_case_or_does_not(key, column, row, names):
    assert case_of(kpi(key), column, row) == names


def test_a_key_of_several_columns_is_one_text():
    steps = pl.DataFrame({"recovery_id": ["B1"], "step": ["calm"]})
    assert steps.select(key_of("recovery_actions")).item() == "B1 · calm"
