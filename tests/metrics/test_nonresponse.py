"""Satisfaction that is known only of those who answered, and forms that a call-back contradicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.nonresponse import CountsError, bounds, score_bounds
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.responses import graded_bounds, satisfaction_bounds

KPIS = ("response_rate", "form_discrepancy_rate", "csat_top_two", "satisfaction_score_unverified", "attitude_score")


def test_nine_of_ten_satisfied_among_a_tenth_who_answered_may_be_nine_to_99_percent_of_all():
    """isara.ai/blog: r = 10 %, p = 90 % -> [9 %, 99 %]."""
    found = bounds(asked=1_000, answered=100, satisfied=90)
    assert (found.low, found.high) == (0.09, 0.99)


@pytest.mark.parametrize(("counts", "expected"), [((0, 0, 0), (None, None)), ((5, 0, 0), (0.0, 1.0))], ids=str)
def test_nobody_asked_is_no_data_and_nobody_answering_says_nothing(counts, expected):
    found = bounds(*counts)
    assert (found.low, found.high, found.satisfied_share) == (*expected, None)


def test_more_answers_than_forms_are_refused():
    with pytest.raises(CountsError, match="got 3, 5 and 4"):
        bounds(asked=4, answered=5, satisfied=3)


def test_ten_forms_of_40_points_among_twenty_sent_may_be_anything_from_minus_1_to_5():
    # (40 − 6·10)/20 and (40 + 6·10)/20.
    found = score_bounds(asked=20, graded=10, points=40, extremes=(-6, 6))
    assert (found.mean, found.low, found.high) == (4.0, -1.0, 5.0)
    assert score_bounds(0, 0, 0, (-6, 6)).low is None
    with pytest.raises(CountsError, match="1 of 1 forms with scores from -6 to 6 cannot hold 7 points"):
        score_bounds(1, 1, 7, (-6, 6))


@given(st.integers(1, 500), st.data())
def test_the_bounds_hold_whatever_the_silent_ones_think(asked, data):
    answered = data.draw(st.integers(0, asked))
    satisfied = data.draw(st.integers(0, answered))
    silent = data.draw(st.integers(0, asked - answered))
    found = bounds(asked, answered, satisfied)
    assert found.low <= (satisfied + silent) / asked <= found.high


@pytest.mark.parametrize("key", KPIS)
def test_the_list_behind_the_figure_has_as_many_rows_as_the_figure_says(loaded_sample, key):
    store, query = open_store(loaded_sample), Query(key, "2025-03", "2025-04")
    reading = store.readings(EVERYTHING, query).row(0, named=True)
    found = store.evidence(EVERYTHING, query, "counted", limit=None)
    assert reading["n"] == found.total == found.rows.height > 0
    assert reading["numerator"] == found.rows["value"].sum()


def test_verified_and_unverified_forms_never_overlap(loaded_sample):
    store = open_store(loaded_sample)
    keys = [
        set(store.evidence(EVERYTHING, Query(key), "counted", limit=None).rows["key"])
        for key in ("satisfaction_score", "satisfaction_score_unverified")
    ]
    assert min(map(len, keys)) > 0
    assert keys[0].isdisjoint(keys[1])


def test_those_asked_are_those_that_the_response_rate_counts(loaded_sample):
    store = open_store(loaded_sample)
    found = satisfaction_bounds(store, EVERYTHING, Query("response_rate", "2025-03", "2025-03"))
    reading = store.readings(EVERYTHING, Query("response_rate", "2025-03", "2025-03")).row(0, named=True)
    assert found.asked == reading["n"]
    assert found.low < found.satisfied_share < found.high


def test_a_company_that_only_asks_for_grades_has_bounds_on_its_score(rewarded):
    store = open_store(rewarded)
    found = graded_bounds(store, EVERYTHING, Query("response_rate", "2025-04", "2025-04", (), (("unit", "N"),)))
    rows = store.evidence(EVERYTHING, Query("response_rate", "2025-04", "2025-04", (), (("unit", "N"),)), limit=None)
    assert found.asked == rows.counts["counted"] > 0
    assert found.low == (found.points - 6 * (found.asked - found.graded)) / found.asked
    assert found.low <= found.mean <= found.high
