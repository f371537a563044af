"""Promises of one case, as of ten hours after it began."""

from datetime import UTC, datetime

import pytest

from metrics.timeline import Kept, promises

TEN_HOURS_LATER = datetime(2025, 6, 6, 11, tzinfo=UTC)


@pytest.fixture
def kept(rows):
    """Return what becomes of a case's promises: its own times, then its events by kind, hour and due hour."""

    def judged(case, *events):
        told = [
            {"event_id": str(number), "kind": kind, "at": at, "promise_due_at": due}
            for number, (kind, at, due) in enumerate(events)
        ]
        case = rows("cases", {"case_id": "W1", "created_at": 0, **case})
        return promises(case, rows("case_events", *told), TEN_HOURS_LATER).select("what", "kept").rows()

    return judged


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (4, 4, Kept.KEPT),
        (4, 5, Kept.LATE),
        (9, None, Kept.BROKEN),
        (10, None, Kept.BROKEN),
        (11, None, Kept.RUNNING),
    ],
)
def test_a_promise_is_judged_by_its_due_time_and_the_moment(kept, due, done, state):
    assert kept({"first_due_at": due, "first_response_at": done}) == [("first_response", state)]


def test_a_case_without_due_times_has_promised_nothing(kept):
    assert kept({"first_response_at": 2, "resolved_first_at": 3}) == []


def test_nobody_was_let_down_in_a_case_that_was_never_to_be_served(kept):
    assert kept({"resolve_due_at": 4, "status": "cancelled"}) == [("resolution", Kept.NOT_JUDGED)]


def test_each_answer_keeps_the_oldest_promise_that_is_still_open(kept):
    found = kept({}, ("promise_made", 0, 2), ("promise_made", 1, 9), ("promise_kept", 3, None))
    assert found == [("promise", Kept.LATE), ("promise", Kept.BROKEN)]


def test_a_promise_without_a_term_is_kept_once_it_is_answered(kept):
    assert kept({}, ("promise_made", 0, None)) == [("promise", Kept.NO_TERM)]
    assert kept({}, ("promise_made", 0, None), ("promise_kept", 5, None)) == [("promise", Kept.KEPT)]


def test_an_answer_to_nothing_is_no_promise(kept):
    assert kept({}, ("promise_kept", 3, None)) == []


def test_promises_stand_in_the_order_in_which_they_were_made(kept):
    found = kept({"resolve_due_at": 20}, ("promise_made", 1, 2), ("promise_made", 0, 30))
    assert found == [("resolution", Kept.RUNNING), ("promise", Kept.RUNNING), ("promise", Kept.BROKEN)]
