"""Promises out of case events: which event keeps which promise. All of it on 2 June 2025."""

import pytest


@pytest.fixture
def kept(built):
    """Return a function that gives when each promise, written "A made 09:00" or "A kept 10:00", was kept."""

    def read(*told):
        rows = [(str(number), *each.split()) for number, each in enumerate(told)]
        events = [
            {"event_id": key, "case_id": case, "kind": f"promise_{what}", "at": f"2025-06-02 {at}"}
            for key, case, what, at in rows
        ]
        cases = [{"case_id": name, "org_unit_id": "N"} for name in "AB"]
        found = built("promises", cases=cases, case_events=events)
        return [(row["unit"], row["kept_at"] and f"{row['kept_at']:%H:%M}") for _, row in sorted(found.items())]

    return read


def test_a_promise_is_kept_by_the_next_event_of_its_own_case(kept):
    assert kept("A made 09:00", "B kept 10:00", "A kept 11:00", "A kept 12:00") == [("N", "11:00")]


def test_what_was_done_before_a_promise_does_not_keep_it(kept):
    assert kept("A kept 09:00", "A made 10:00") == [("N", None)]


def test_one_call_keeps_every_promise_made_before_it(kept):
    assert kept("A made 09:00", "A made 10:00", "A kept 11:00") == [("N", "11:00")] * 2


def test_a_promise_about_a_case_that_was_not_loaded_is_one_all_the_same(kept):
    assert kept("Z made 09:00", "Z kept 09:00") == [("unknown", "09:00")]
