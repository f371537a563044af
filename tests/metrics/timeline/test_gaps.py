"""The time between moments: on a calendar of Monday to Friday, nine to five, in Shanghai."""

from datetime import date, timedelta

import polars as pl
import pytest

from metrics.clocks import Assignment, Schedules, WorkingCalendar
from metrics.timeline import moments, with_gaps

WEEK = dict.fromkeys(range(1, 6), ((9 * 60, 17 * 60),))


@pytest.fixture
def told(rows):
    """Return three moments: Friday at nine, Friday at eleven, and Monday at ten."""
    return moments(
        {"cases": rows("cases", {"case_id": "W1", "created_at": 0, "first_response_at": 2, "closed_at": 73})}
    )


def test_a_weekend_is_no_working_time(told):
    found = with_gaps(told, "N1", Schedules({"week": WorkingCalendar("week", "Asia/Shanghai", WEEK, {})}))
    assert found["gap"].to_list() == [None, timedelta(hours=2), timedelta(hours=71)]
    assert found["worked"].to_list() == [None, timedelta(hours=2), timedelta(hours=7)]


def test_where_no_calendar_counts_only_the_clock_is_told(told):
    of_others = Schedules(
        {"week": WorkingCalendar("week", "Asia/Shanghai", WEEK, {})}, (Assignment("week", unit="S1"),)
    )
    for schedules in (Schedules({}), of_others):
        found = with_gaps(told, "N1", schedules)
        assert found["gap"].drop_nulls().len() == 2
        assert found["worked"].null_count() == 3


@pytest.mark.parametrize("known", [{"known_until": date(2025, 6, 7)}, {"known_from": date(2025, 6, 7)}], ids=str)
def test_a_calendar_that_does_not_know_the_days_tells_nothing(told, known):
    calendar = WorkingCalendar("week", "Asia/Shanghai", WEEK, {}, **known)
    assert with_gaps(told, "N1", Schedules({"week": calendar}))["worked"].null_count() == 3


def test_one_moment_has_nothing_before_it(told):
    found = with_gaps(told.head(1), "N1", Schedules({"week": WorkingCalendar("week", "Asia/Shanghai", WEEK, {})}))
    assert found.select("gap", "worked").rows() == [(None, None)]
    assert found.schema["worked"] == pl.Duration("us")
