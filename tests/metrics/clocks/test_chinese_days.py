"""Chinese working days: the days of the State Council's notices, by the package and by the sample's own calendar."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import polars as pl
import pytest

from metrics.clocks import chinese_days, working_calendars
from metrics.clocks.chinese_days import FIRST, LAST

MASTERS = Path(__file__).parents[3] / "sample_data" / "workspace" / "exports" / "masters"

WORKING_WEEKENDS = {
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}
WEEKDAYS_OFF = {
    2024: "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 "
    "10-01 10-02 10-03 10-04 10-07",
    2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 "
    "10-01 10-02 10-05 10-06 10-07",
}


@pytest.fixture(scope="module")
def by_package(tables):
    weekly, _ = tables(dict.fromkeys(range(1, 6), "09:00-17:00"), "Asia/Shanghai")
    return working_calendars(weekly, chinese_days("C"))["C"]


@pytest.fixture(scope="module")
def by_sample():
    weekly = pl.read_csv(MASTERS / "calendars.csv")
    return working_calendars(weekly, pl.read_csv(MASTERS / "calendar_days.csv", try_parse_dates=True))["CN-SERVICE"]


def days_of(year):
    return [date(year, 1, 1) + timedelta(days=number) for number in range(365 + (year % 4 == 0))]


def listed(days):
    return " ".join(f"{day:%m-%d}" for day in days)


@pytest.mark.parametrize("year", WORKING_WEEKENDS)
def test_weekends_are_worked_as_the_notice_says(by_package, year):
    worked = [day for day in days_of(year) if day.isoweekday() > 5 and by_package.blocks(day)]
    assert listed(worked) == WORKING_WEEKENDS[year]


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_weekdays_are_off_as_the_notice_says(by_package, year):
    off = [day for day in days_of(year) if day.isoweekday() <= 5 and not by_package.blocks(day)]
    assert listed(off) == WEEKDAYS_OFF[year]


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_the_sample_s_calendar_knows_the_same_days(by_sample, year):
    off = [day for day in days_of(year) if day.isoweekday() <= 5 and not by_sample.blocks(day)]
    worked = [day for day in days_of(year) if day.isoweekday() == 7 and by_sample.blocks(day)]
    assert listed(off) == WEEKDAYS_OFF[year]
    assert listed(worked) == listed(
        day for day in days_of(year) if day.isoweekday() == 7 and f"{day:%m-%d}" in WORKING_WEEKENDS[year]
    )


def test_every_day_since_2004_is_what_the_package_itself_answers(by_package):
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    assert [day for day in days if bool(by_package.blocks(day)) != chinese_calendar.is_workday(day)] == []


def test_a_working_weekend_is_worked_like_the_first_day_of_the_week(by_package):
    assert by_package.blocks(date(2025, 9, 28)) == by_package.blocks(date(2025, 9, 29)) == ((540, 1020),)


def test_a_day_off_has_its_reason():
    day = chinese_days("C").filter(date=date(2018, 4, 30)).row(0, named=True)
    assert (day["kind"], day["name"], day["active"]) == ("holiday", "Labour Day", True)


def test_it_is_complete_for_the_years_that_it_lists(by_package):
    assert (by_package.known_from, by_package.known_until) == (FIRST, LAST)
    assert date(2026, 12, 31) <= LAST


def test_working_time_passes_over_the_spring_festival_and_into_the_working_sunday(by_package, minutes):
    # 27 January 2025 is the last day before it, 5 February the first one after; 26 January is a worked Sunday.
    assert minutes(by_package, "2025-01-27 09:00", "2025-02-05 01:00") == 0
    assert minutes(by_package, "2025-01-26 00:00", "2025-01-26 16:00") == 8 * 60
