"""Daylight saving: a service works by the clock on its wall, and a day has 23 or 25 hours when it is changed."""

import pytest

NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
EVERY_DAY = range(1, 8)


def daily(calendar, span, zone):
    return calendar(dict.fromkeys(EVERY_DAY, span), zone)


@pytest.mark.parametrize(
    ("day", "opens", "closes"), [("2013-03-21", "07:00", "16:00"), ("2013-06-21", "06:00", "15:00")]
)
def test_the_same_hours_are_another_time_of_utc_in_summer(calendar, minutes, day, opens, closes):
    service = daily(calendar, "08:00-17:00", BERLIN)
    assert minutes(service, f"{day} 00:00", f"{day} {opens}") == 0
    assert (
        minutes(service, f"{day} {opens}", f"{day} {closes}") == minutes(service, f"{day} 00:00", f"{day} 23:00") == 540
    )


def test_the_night_in_spring_is_an_hour_shorter(calendar, minutes):
    night = daily(calendar, "00:00-06:00", NEW_YORK)
    assert minutes(night, "2025-03-08 05:00", "2025-03-08 11:00") == 6 * 60
    assert minutes(night, "2025-03-09 05:00", "2025-03-09 10:00") == 5 * 60


def test_the_night_in_autumn_is_an_hour_longer(calendar, minutes):
    night = daily(calendar, "00:00-06:00", NEW_YORK)
    assert minutes(night, "2025-11-02 04:00", "2025-11-02 11:00") == 7 * 60


def test_around_the_clock_no_hour_is_lost_or_won(calendar, minutes):
    always = daily(calendar, "00:00-24:00", BERLIN)
    assert minutes(always, "2025-03-29 12:00", "2025-03-31 12:00") == 48 * 60
    assert minutes(always, "2025-10-25 12:00", "2025-10-27 12:00") == 48 * 60


@pytest.mark.parametrize(
    ("span", "worked"), [("02:30-05:00", 120), ("01:00-02:30", 60), ("02:10-02:50", 0)], ids=["opens", "closes", "both"]
)
def test_a_time_that_the_clock_skips_is_the_moment_of_the_change(calendar, minutes, span, worked):
    # On 9 March 2025 New York's clock goes from 02:00 to 03:00, at 07:00 UTC.
    assert minutes(daily(calendar, span, NEW_YORK), "2025-03-09 05:00", "2025-03-09 12:00") == worked


@pytest.mark.parametrize(
    ("span", "worked"), [("01:30-03:00", 150), ("00:00-01:30", 150)], ids=["opens at the first", "closes at the last"]
)
def test_a_time_that_the_clock_shows_twice_opens_at_the_first_and_closes_at_the_last(calendar, minutes, span, worked):
    assert minutes(daily(calendar, span, NEW_YORK), "2025-11-02 03:00", "2025-11-02 12:00") == worked


def test_blocks_that_touch_in_the_repeated_hour_are_not_counted_twice(calendar, minutes):
    split = daily(calendar, "00:00-01:30,01:30-06:00", NEW_YORK)
    assert minutes(split, "2025-11-02 04:00", "2025-11-02 11:00") == 7 * 60


def test_a_day_that_a_zone_left_out_is_not_worked(calendar, minutes):
    # Samoa went from 29 to 31 December 2011.
    apia = daily(calendar, "09:00-17:00", "Pacific/Apia")
    assert minutes(apia, "2011-12-29 19:00", "2011-12-31 19:00") == 2 * 8 * 60


def test_a_promise_over_the_change_is_due_by_the_wall_clock(calendar, due_at):
    # Friday 16:00 in winter; three hours of 08:00–17:00 later it is Monday 10:00 in summer.
    service = calendar(dict.fromkeys(range(1, 6), "08:00-17:00"), BERLIN)
    assert due_at(service, "2025-03-28 15:00", 180) == "2025-03-31 08:00"
