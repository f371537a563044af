"""The truth is counted by rules that a reader can check by hand."""

import pytest

from sample_data.span import DAY, END, HOUR, START
from sample_data.truth.first_contact import first_contact_resolution
from sample_data.truth.funnel import funnel
from sample_data.truth.promises import kept_promises
from sample_data.truth.satisfaction import satisfaction

NOON = START + 40 * DAY + 12 * HOUR
MONTH = "2024-08"


def call(start=NOON, **columns):
    return {
        "contact_id": f"H{start}",
        "true_case": None,
        "identity_key": "16000000001",
        "product": "windscreen",
        "reason_code": "R31",
        "started_at": start,
        "ended_at": start + HOUR,
        "direction": "inbound",
        "initiated_by": "customer",
        "abandoned": False,
        "transferred": False,
        "escalated": False,
        "disposition": "resolved",
        "org_unit_id": "MH",
        "channel": "phone",
        **columns,
    }


def judged(*calls, reopenings=None, month=MONTH):
    # A call at the very start gives the data its beginning, as in the sample.
    first = call(START, identity_key="16099999999")
    by_unit, _ = first_contact_resolution([first, *calls], reopenings or {}, {"R31": "price", "R32": "appointment"})
    return by_unit[month, "MH"]["n"], by_unit[month, "MH"]["hits"]


@pytest.mark.parametrize(
    ("columns", "counts"),
    [
        ({}, (1, 1)),
        ({"transferred": True}, (1, 0)),
        ({"escalated": True}, (1, 0)),
        ({"disposition": "unresolved"}, (1, 0)),
        ({"disposition": "wrong_number"}, (0, 0)),
        ({"initiated_by": "bot"}, (0, 0)),
        ({"direction": "outbound"}, (0, 0)),
        ({"abandoned": True}, (0, 0)),
        ({"identity_key": None}, (0, 0)),
        ({"identity_key": None, "true_case": "W1"}, (1, 1)),
    ],
    ids=str,
)
def test_one_contact_counts_and_settles_by_what_it_was(columns, counts):
    assert judged(call(**columns)) == counts


@pytest.mark.parametrize(
    ("gap", "columns", "counts"),
    [
        (7 * DAY, {}, (1, 0)),
        (7 * DAY + 1, {}, (2, 2)),
        (DAY, {"reason_code": "R32"}, (2, 2)),
        (DAY, {"identity_key": "16000000002"}, (2, 2)),
    ],
    ids=["within seven days", "a second later", "another matter", "another customer"],
)
def test_a_second_contact_repeats_the_first_when_it_is_near_and_about_the_same(gap, columns, counts):
    assert judged(call(), call(NOON + HOUR + gap, **columns)) == counts


def test_one_case_is_one_issue_whoever_calls_about_it():
    assert judged(call(true_case="W1"), call(NOON + DAY, true_case="W1", identity_key="16000000002")) == (1, 0)


@pytest.mark.parametrize(("days", "hits"), [(7, 0), (8, 1)])
def test_a_reopening_within_seven_days_undoes_the_settlement(days, hits):
    assert judged(call(true_case="W1"), reopenings={"W1": [NOON + HOUR + days * DAY]}) == (1, hits)


def test_contacts_of_the_first_and_last_seven_days_are_not_judged():
    last = END - 7 * DAY - HOUR
    assert judged(call(START + DAY), month="2024-07") == (0, 0)
    assert judged(call(last), call(last + 1, identity_key="16000000002"), month="2026-06") == (1, 1)


def case(**columns):
    return {
        "is_test_or_spam": False,
        "merged_into": None,
        "status": "closed",
        "org_unit_id": "MH",
        "due": NOON,
        "done": NOON,
        **columns,
    }


def test_an_open_case_past_due_is_a_broken_promise():
    cases = [case(), case(done=NOON + 1), case(done=None), case(status="cancelled"), case(is_test_or_spam=True)]
    assert kept_promises(cases, "due", "done")[MONTH, "MH"] == {"n": 3, "hits": 1, "immature": 0}


def test_a_promise_not_yet_due_is_not_judged_unless_it_was_kept_already():
    cases = [case(due=END + 1, done=None), case(due=END + 1, done=END)]
    assert kept_promises(cases, "due", "done")["2026-07", "MH"] == {"n": 1, "hits": 1, "immature": 1}


def form(grades, verified="confirmed"):
    items = dict(zip(("timeliness", "repair_quality", "attitude"), [*grades], strict=True))
    return {**items, "verified": verified, "received_at": NOON, "org_unit_id": "MH"}


def test_a_score_is_the_sum_of_verified_and_complete_forms():
    forms = [
        form("AAA"),
        form("ABE", "corrected"),
        form("AAA", "pending"),
        form("AAA", "rejected"),
        form(["A", None, "A"]),
    ]
    assert satisfaction(forms)[MONTH, "MH"] == {"n": 2, "sum": 7, "all_a": 1}


def step(case_id, stage, kind="stage_enter", **columns):
    return {"case_id": case_id, "stage": stage, "kind": kind, "at": NOON, "outcome": None, **columns}


def test_every_case_of_the_flow_is_completed_lost_timed_out_or_open():
    lost = step("W2", "referral", "stage_exit", outcome="lost", drop_reason_code="D11")
    through = [step("W1", "referral"), step("W1", "opportunity"), step("W1", "completion")]
    counted = funnel([*through, step("W2", "referral"), lost, step("W3", "referral")])
    states = counted["states"][(MONTH,)]
    assert (states["entered"], states["completed"], states["lost"], states["open"]) == (3, 1, 1, 1)
    assert (states["contact_not_logged"], counted["reached"][MONTH, "contact"]["cases"]) == (1, 1)
