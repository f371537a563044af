"""What holds for working time on any calendar: it adds up, it is undone by the due time, and pauses only shorten it."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.clocks import Schedules, WorkingCalendar, due, read_clocks, worktime

TIME, SPAN = pl.Datetime("us", "UTC"), pl.Duration("us")
# Around both changes of the clock in 2025, and a holiday.
TIMES = st.datetimes(datetime(2025, 3, 1), datetime(2025, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001 given a zone
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"])
BLOCKS = st.lists(st.integers(0, 24 * 4), min_size=2, max_size=6, unique=True).map(
    lambda quarters: tuple((a * 15, b * 15) for a, b in zip(*[iter(sorted(quarters))] * 2, strict=False))
)
CALENDARS = st.builds(
    lambda zone, week, day: WorkingCalendar("C", zone, {1: day, **week}, {}),
    ZONES,
    st.dictionaries(st.integers(1, 7), BLOCKS),
    BLOCKS,
)


def worked(calendar, begin, end):
    return worktime(calendar, *(pl.Series([time], dtype=TIME) for time in (begin, end)))[0]


@given(CALENDARS, st.lists(TIMES, min_size=3, max_size=3).map(sorted))
def test_working_time_adds_up_over_a_point_between(calendar, times):
    begin, between, end = times
    assert worked(calendar, begin, end) == worked(calendar, begin, between) + worked(calendar, between, end)


@given(CALENDARS, TIMES, TIMES)
def test_working_time_is_never_negative_and_never_more_than_time(calendar, one, other):
    begin, end = sorted([one, other])
    assert timedelta(0) <= worked(calendar, begin, end) <= end - begin
    assert begin == end or worked(calendar, end, begin) is None


@given(CALENDARS, st.lists(TIMES, min_size=2, max_size=2).map(sorted))
def test_the_due_time_undoes_working_time(calendar, times):
    begin, end = times
    budget = worked(calendar, begin, end)
    [reached] = due(calendar, pl.Series([begin], dtype=TIME), pl.Series([budget], dtype=SPAN))
    assert worked(calendar, begin, reached) == budget
    # The earliest such instant: unless nobody works at the end, it is the end itself.
    assert reached <= end or budget == timedelta(0)
    assert worked(calendar, reached, end) == timedelta(0) if budget else reached >= begin


@given(CALENDARS, TIMES, st.integers(0, 5_000))
def test_a_later_budget_is_never_due_earlier(calendar, begin, minutes):
    budgets = pl.Series([timedelta(minutes=minutes), timedelta(minutes=minutes + 1)], dtype=SPAN)
    first, second = due(calendar, pl.Series([begin] * 2, dtype=TIME), budgets)
    assert begin <= first < second


@given(CALENDARS, st.lists(TIMES, min_size=4, max_size=4, unique=True).map(sorted))
def test_a_pause_only_shortens_and_by_no_more_than_is_worked_in_it(calendar, times):
    start, pause, resumed, stop = times
    schedules = Schedules({"C": calendar})
    rows = [(start, "start"), (pause, "pause"), (resumed, "start"), (stop, "stop")]
    frame = pl.DataFrame(
        [("T", *row) for row in rows], schema={"clock": pl.String, "at": TIME, "mark": pl.String}, orient="row"
    )
    [clock] = read_clocks(frame, schedules, stop).to_dicts()
    assert clock["first"] + clock["paused"] == worked(calendar, start, stop)
    assert clock["paused"] == worked(calendar, pause, resumed)


def test_whole_columns_give_what_single_times_give(office, minutes):
    begins = pl.Series([datetime(2025, 6, 2, hour, tzinfo=UTC) for hour in range(24)], dtype=TIME)
    ends = begins + timedelta(days=1, hours=5)
    singly = [
        minutes(office, f"{begin:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}")
        for begin, end in zip(begins, ends, strict=True)
    ]
    assert worktime(office, begins, ends).dt.total_minutes().to_list() == pytest.approx(singly)
