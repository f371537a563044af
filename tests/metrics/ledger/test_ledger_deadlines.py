"""Five working days are counted on the calendar that the unit works by, holidays and working weekends included."""

from datetime import date

import polars as pl
import pytest

from metrics.clocks import CalendarEndsError, WorkingCalendar, chinese_days, working_calendars
from metrics.contract import TABLES
from metrics.rewards.ledger.deadline import last_day


@pytest.fixture(scope="module")
def china() -> WorkingCalendar:
    """A calendar of Monday to Friday, nine to six, with the State Council's days off and working weekends."""
    week = [("CN", "Asia/Shanghai", day, "09:00", "18:00") for day in range(1, 6)]
    calendars = pl.DataFrame(week, schema=TABLES["calendars"].schema, orient="row")
    return working_calendars(calendars, chinese_days("CN"))["CN"]


@pytest.mark.parametrize(
    ("announced", "last"),
    [
        (date(2025, 7, 1), date(2025, 7, 8)),  # Tuesday to Tuesday: nothing but a weekend between
        (date(2025, 7, 4), date(2025, 7, 11)),  # a Friday is not counted itself
        (date(2025, 9, 30), date(2025, 10, 14)),  # 1–8 October are off, Saturday the 11th is worked
        (date(2025, 1, 24), date(2025, 2, 7)),  # Sunday the 26th is worked, 28 January – 4 February are off
    ],
)
def test_the_fifth_working_day_by_the_state_councils_calendar(china, announced, last):
    assert last_day(china, announced, 5) == last


def test_without_a_calendar_monday_to_friday_count():
    assert last_day(None, date(2025, 9, 30), 5) == date(2025, 10, 7)


def test_no_days_end_on_the_day_itself():
    assert last_day(None, date(2025, 7, 5), 0) == date(2025, 7, 5)


def test_a_calendar_that_ends_before_the_deadline_is_not_guessed_on(china):
    with pytest.raises(CalendarEndsError, match="a deadline for appeals reaches"):
        last_day(china, china.known_until, 5)
