"""Referrals and stages out of case events: first entries count, and what nobody logged is not guessed."""

from datetime import UTC, datetime, timedelta

import pytest

from metrics.calendar import BusinessCalendar
from metrics.engine import add_up, flag, parts, readings
from metrics.examples import example_rows
from metrics.model import Example, Moment
from metrics.registry import kpi
from metrics.text import Text

CASES = [{"case_id": name, "created_at": "2025-06-02 09:00"} for name in ("A", "B")]


def entries(*told):
    """Return stage entries written "A referral 09:00"."""
    rows = [(number, *each.split()) for number, each in enumerate(told)]
    return [
        {"event_id": str(number), "case_id": case, "kind": "stage_enter", "stage": stage, "at": f"2025-06-02 {at}"}
        for number, case, stage, at in rows
    ]


def test_the_first_entry_into_a_stage_counts(built):
    events = entries("A referral 09:05", "A referral 09:00", "A contact 09:30", "A contact 09:20")
    found = built("referrals", cases=CASES, case_events=events)["A"]
    assert (f"{found['referred_at']:%H:%M}", f"{found['contacted_at']:%H:%M}", found["went_on"]) == (
        "09:00",
        "09:20",
        False,
    )


def test_a_case_that_was_never_referred_is_no_referral(built):
    assert list(built("referrals", cases=CASES, case_events=entries("A referral 09:00", "B contact 09:01"))) == ["A"]


def test_a_later_stage_without_a_contact_is_told_apart_from_no_contact_at_all(built):
    found = built(
        "referrals", cases=CASES, case_events=entries("A referral 09:00", "A appointment 10:00", "B referral 09:00")
    )
    assert [(found[name]["contacted_at"], found[name]["went_on"]) for name in ("A", "B")] == [
        (None, True),
        (None, False),
    ]


def test_leaving_a_stage_is_no_entry(built):
    events = [*entries("A referral 09:00"), {**entries("A contact 09:01")[0], "event_id": "X", "kind": "stage_exit"}]
    assert built("referrals", cases=CASES, case_events=events)["A"]["contacted_at"] is None
    assert list(built("stages", cases=CASES, case_events=events)) == ["A · referral"]


def test_every_stage_of_a_case_is_one_row_by_its_first_entry(built):
    events = entries("A contact 09:30", "A contact 09:20", "A survey 11:00", "B contact 10:00")
    found = built("stages", cases=CASES, case_events=events)
    assert {key: f"{row['entered_at']:%H:%M}" for key, row in sorted(found.items())} == {
        "A · contact": "09:20",
        "A · survey": "11:00",
        "B · contact": "10:00",
    }


def test_an_entry_of_a_case_that_was_not_loaded_is_no_row(built):
    assert built("stages", cases=CASES, case_events=entries("C contact 09:00")) == {}


# --- contacted within one minute -------------------------------------------------------------------------------------

SENT = {"referred_at": 1}


def counts(key, *rows, as_of=1):
    asked = kpi(key)
    frame = example_rows(asked, Example(Text("例", "example"), rows, value=None, n=0))
    moment = Moment(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(hours=as_of))
    flagged = flag(asked, frame.lazy(), moment, BusinessCalendar("UTC"))
    found = readings(asked, add_up(parts(flagged, []), [])).row(0, named=True)
    return found["total"], found["n"], found["immature"], found["excluded"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [("contacted_within_one_minute", (1, 3, 1, 1)), ("contacted_within_one_minute_reached_only", (1, 2, 1, 2))],
)
def test_a_customer_never_reached_is_a_miss_of_the_one_and_left_out_of_the_other(key, expected):
    at_once, late, never = {**SENT, "contacted_at": 1}, {**SENT, "contacted_at": 2}, SENT
    just_now, unlogged = {"referred_at": 5}, {**SENT, "went_on": True}
    assert counts(key, at_once, late, never, just_now, unlogged, as_of=5) == expected


def test_a_minute_that_is_over_at_this_very_moment_is_over():
    assert counts("contacted_within_one_minute", SENT, as_of=1 + 59 / 3600) == (0, 0, 1, 0)
    assert counts("contacted_within_one_minute", SENT, as_of=1 + 60 / 3600) == (0, 1, 0, 0)


def test_a_contact_before_the_referral_is_a_mistake_and_no_quick_contact():
    assert counts("contacted_within_one_minute", {"referred_at": 3, "contacted_at": 2}, as_of=9) == (0, 0, 0, 1)
