"""The company's calendar: holidays, working weekends and the lunch break."""

from datetime import date

import numpy as np
import pytest

from sample_data import worktime
from sample_data.span import HOUR, seconds, text


def after(day, clock_hours, working_hours):
    moment = np.array([seconds(day) + int(clock_hours * HOUR)])
    return text(worktime.add(moment, np.array([int(working_hours * HOUR)]))[0])


@pytest.mark.parametrize(
    ("day", "hour", "hours", "reached"),
    [
        (date(2025, 6, 9), 9, 1, "2025-06-09 10:00:00"),
        (date(2025, 6, 9), 11.5, 1, "2025-06-09 13:30:00"),
        (date(2025, 6, 9), 20, 1, "2025-06-10 10:00:00"),
        (date(2025, 6, 14), 15, 2, "2025-06-16 10:00:00"),
        (date(2025, 9, 30), 17, 2, "2025-10-09 10:00:00"),
        (date(2025, 9, 27), 15, 2, "2025-09-28 10:00:00"),
    ],
    ids=["plain", "lunch", "night", "Sunday", "National Day", "working Sunday"],
)
def test_working_time_is_added_only_while_the_company_works(day, hour, hours, reached):
    assert after(day, hour, hours) == reached


# Holidays on weekdays and working weekends as published by the package chinesecalendar 1.11.0.
WEEKDAYS_OFF_2025 = (
    "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08"
)
WEEKDAYS_OFF_2026 = (
    "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07"
)


@pytest.mark.parametrize(("year", "listed"), [(2025, WEEKDAYS_OFF_2025), (2026, WEEKDAYS_OFF_2026)])
def test_weekday_holidays_are_those_of_the_state_council(year, listed):
    off = sorted(day for day in worktime.days_off() if day.year == year and day.isoweekday() <= 5)
    assert " ".join(f"{day:%m-%d}" for day in off) == listed


def test_a_working_weekend_is_no_holiday_and_is_worked_as_a_weekday():
    days = [date.fromisoformat(day) for day in worktime.WORKING_WEEKENDS]
    assert {worktime.blocks_of(day) for day in days} == {worktime.WEEKDAY}
    assert {day.isoweekday() for day in days} == {6, 7}
