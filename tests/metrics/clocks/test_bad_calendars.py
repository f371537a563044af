"""Calendars that contradict themselves, end too early or are not there: an error says which and what to do."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from metrics.clocks import (
    BadCalendarError,
    BudgetError,
    CalendarBeginsError,
    CalendarEndsError,
    WorkingCalendar,
    due,
    working_calendars,
    worktime,
)

TIME, SPAN = pl.Datetime("us", "UTC"), pl.Duration("us")
MONDAY = {1: "09:00-17:00"}


def test_no_rows_give_no_times(office):
    nothing, unknown = pl.Series([], dtype=TIME), pl.Series([None], dtype=TIME)
    assert worktime(office, nothing, nothing).to_list() == []
    assert due(office, nothing, pl.Series([], dtype=SPAN)).to_list() == []
    assert worktime(office, unknown, unknown).to_list() == [None]


def test_an_end_before_its_start_gives_no_time_and_spoils_no_other(office, at):
    begins = pl.Series([at("2025-06-02 12:00"), at("2025-06-02 09:00"), None], dtype=TIME)
    ends = pl.Series([at("2025-06-02 10:00"), at("2025-06-02 10:00"), at("2025-06-02 10:00")], dtype=TIME)
    assert worktime(office, begins, ends).to_list() == [None, timedelta(hours=1), None]


def test_a_budget_below_nothing_is_never_due(office, at):
    starts = pl.Series([at("2025-06-02 09:00")] * 2, dtype=TIME)
    assert due(office, starts, pl.Series([timedelta(-1), None], dtype=SPAN)).to_list() == [None, None]


@pytest.mark.parametrize(
    ("start", "budget", "ends"),
    [
        ("2025-06-02 16:00", 60, "2025-06-02 17:00"),
        ("2025-06-02 18:00", 0, "2025-06-03 09:00"),
        ("2025-06-02 10:00", 0, "2025-06-02 10:00"),
        ("2025-06-06 17:00", 0, "2025-06-09 09:00"),
        ("2025-06-07 12:00", 1, "2025-06-09 09:01"),
    ],
    ids=["until closing", "nothing at night", "nothing by day", "nothing at closing", "at the weekend"],
)
def test_a_promise_is_due_at_the_earliest_such_moment(office, due_at, start, budget, ends):
    assert due_at(office, start, budget) == ends


def test_overlapping_blocks_are_refused(calendar):
    with pytest.raises(
        BadCalendarError, match=r"Calendar 'C': the blocks 09:00-12:00 and 11:00-17:00 of weekday 1 over"
    ):
        calendar({1: "09:00-12:00,11:00-17:00"})


def test_a_block_that_ends_before_it_starts_is_refused(calendar):
    with pytest.raises(BadCalendarError, match="the block 17:00-09:00 of weekday 1 must end after it starts"):
        calendar({1: "17:00-09:00"})


@pytest.mark.parametrize("clock", ["9:00", "25:00", "24:30", "noon"])
def test_what_is_no_time_of_day_is_refused(calendar, clock):
    with pytest.raises(BadCalendarError, match=f"'{clock}' of weekday 1 is no time of day; write 00:00 to 24:00"):
        calendar({1: f"{clock}-17:00"})


def test_overlapping_blocks_of_a_single_day_name_the_day(calendar):
    with pytest.raises(BadCalendarError, match="of 2025-06-07 overlap"):
        calendar(MONDAY, days=[("2025-06-07", "working_override", "09:00-12:00,10:00-11:00", True)])


def test_a_calendar_that_never_opens_is_refused():
    with pytest.raises(BadCalendarError, match="no working block on any day"):
        WorkingCalendar("C", "UTC", {1: ()}, {})


def test_tables_without_rows_hold_no_calendar(tables):
    weekly, days = tables(MONDAY, days=[("2025-06-02", "holiday", None, True)])
    assert working_calendars(weekly.clear(), days) == {}


def test_a_zone_that_nobody_knows_is_refused(calendar):
    with pytest.raises(BadCalendarError, match="'Asia/Shanghi' is not an IANA zone"):
        calendar(MONDAY, "Asia/Shanghi")


def test_two_zones_in_one_calendar_are_refused(tables):
    weekly, days = tables({1: "09:00-12:00", 2: "09:00-12:00"})
    zones = weekly.with_columns(timezone=pl.Series(["UTC", "Asia/Shanghai"]))
    with pytest.raises(BadCalendarError, match="several time zones: Asia/Shanghai, UTC"):
        working_calendars(zones, days)


HOLIDAY = [("2025-10-01", "holiday", None, True)]


def test_a_calendar_that_ends_before_the_data_is_an_error_that_names_both_days(calendar, minutes):
    says = "Calendar 'C' ends on 2025-12-31, but the data go on to 2026-01-05"
    with pytest.raises(CalendarEndsError, match=says):
        minutes(calendar(MONDAY, days=HOLIDAY), "2025-12-01 09:00", "2026-01-05 10:00")


def test_the_day_is_that_of_the_calendar_s_own_clock(calendar, minutes):
    shanghai = calendar(MONDAY, "Asia/Shanghai", HOLIDAY)
    with pytest.raises(CalendarEndsError, match="the data go on to 2026-01-01"):
        minutes(shanghai, "2025-12-01 09:00", "2025-12-31 16:00")


def test_a_calendar_that_begins_after_the_data_is_an_error_too(calendar, minutes):
    with pytest.raises(
        CalendarBeginsError, match="Calendar 'C' begins on 2025-01-01, but the data begin on 2024-12-30"
    ):
        minutes(calendar(MONDAY, days=HOLIDAY), "2024-12-30 09:00", "2025-01-05 10:00")


def test_a_due_time_after_the_calendar_s_end_is_an_error(calendar, due_at):
    with pytest.raises(CalendarEndsError, match="but a promise falls due no earlier than 2026-01-01"):
        due_at(calendar(MONDAY, days=HOLIDAY), "2025-12-29 09:00", 9 * 60)


def test_a_calendar_may_be_said_to_be_complete_for_longer(calendar, minutes):
    longer = calendar(MONDAY, days=HOLIDAY).knowing(None, datetime(2026, 6, 30, tzinfo=UTC).date())
    assert minutes(longer, "2025-12-29 09:00", "2026-01-05 10:00") == 8 * 60 + 60


def test_a_calendar_without_exceptions_never_ends(office, minutes):
    assert minutes(office, "1999-12-31 09:00", "1999-12-31 10:00") == 60
    assert minutes(office, "2059-12-31 09:00", "2059-12-31 10:00") == 60


def test_a_half_holiday_is_worked_in_its_own_blocks(calendar, minutes):
    half = calendar(MONDAY, days=[("2025-06-02", "holiday", "09:00-12:00", True)])
    assert minutes(half, "2025-06-02 00:00", "2025-06-03 00:00") == 180


@pytest.mark.parametrize(("active", "worked"), [(True, 0), (None, 0), (False, 480)])
def test_only_active_days_count_and_one_that_does_not_say_is_active(calendar, minutes, active, worked):
    told = calendar(MONDAY, days=[("2025-06-02", "holiday", None, active)])
    assert minutes(told, "2025-06-02 00:00", "2025-06-03 00:00") == worked


def test_a_budget_in_the_wrong_unit_is_an_error_and_no_endless_search(office, due_at):
    with pytest.raises(BudgetError, match=r"1,000,000,0\d\d working hours take decades"):
        due_at(office, "2025-06-02 09:00", 60e9)
