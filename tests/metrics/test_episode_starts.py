"""Episodes counted from their first contact on: seven days from its end, then the next one begins."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.neighbours import FROM_START, LOOKED_BACK, since_start

DAY = timedelta(days=1) // timedelta(microseconds=1)
WINDOW, BACK = (time // timedelta(microseconds=1) for time in (FROM_START, LOOKED_BACK))
DAYS = st.lists(st.integers(0, 120), max_size=25).map(sorted)


def days_since_start(*days):
    """Return the days since the start of the episode of contacts that take no time, on some days."""
    times = [round(day * DAY) for day in days]
    return [gap if gap is None else gap / DAY for gap in since_start(times, times)]


def test_whoever_calls_every_five_days_begins_anew_with_the_third_call():
    assert days_since_start(0, 5, 10, 15, 20) == [None, 5, None, 5, None]


def test_the_seventh_day_still_belongs():
    assert days_since_start(0, 7, 7.01) == [None, 7, None]


def test_the_window_runs_from_the_end_of_the_first_contact():
    assert since_start([0, 8 * DAY], [2 * DAY, 8 * DAY]) == [None, 6 * DAY]


def test_whatever_happened_more_than_30_days_before_changes_nothing():
    long_ago = days_since_start(*range(0, 35, 5))
    assert long_ago == [None, 5, None, 5, None, 5, None]
    # With the call of day 36, the first one that still counts is that of day 10.
    assert days_since_start(*range(0, 35, 5), 36)[-1] == 6


@given(DAYS)
def test_within_30_days_it_is_the_plain_rule(days):
    shorter = [day for day in days if day <= 30]
    begun, expected = None, []
    for day in shorter:
        begins = begun is None or day - begun > 7
        expected.append(None if begins else day - begun)
        begun = day if begins else begun
    assert days_since_start(*shorter) == expected


@pytest.fixture
def start_gaps(built):
    """Return a function that gives the days since the start of their episode of one customer's contacts, by day."""

    def read(days):
        at = [str(datetime(2025, 3, 1, 9) + timedelta(days=day)) for day in days]  # noqa: DTZ001 as a source writes it
        asked = {"customer_id": "C1", "reason_code": "R1", "disposition": "resolved"}
        rows = [{"contact_id": f"{number:03}", "started_at": t, "ended_at": t, **asked} for number, t in enumerate(at)]
        found = built("contacts", contacts=rows, reason_codes=[{"code": "R1", "group": "damage"}])
        gaps = [found[key]["start_gap"] for key in sorted(found)]
        return [gap if gap is None else gap / timedelta(days=1) for gap in gaps]

    return read


@pytest.mark.parametrize(
    "days",
    [(), (0,), (0, 3), (0, 5, 10, 15, 20), (0, 20, 26, 32, 38), (0, 0, 8, 8), tuple(range(0, 80, 6))],
    ids=str,
)
def test_contacts_are_told_as_the_rule_says_whether_their_chain_is_short_or_long(start_gaps, days):
    assert start_gaps(days) == days_since_start(*days)
