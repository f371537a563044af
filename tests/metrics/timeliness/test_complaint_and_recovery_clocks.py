"""Working time of complaints and recoveries; Monday is 2 June 2025, the office works 9 to 17."""

import pytest

from metrics.clocks import CalendarEndsError

OFFICE = [
    {"calendar_id": "OFFICE", "timezone": "UTC", "weekday": day, "starts": "09:00", "ends": "17:00"}
    for day in range(1, 6)
]
FRIDAY_EVENING = "2025-06-06 16:00"


@pytest.fixture
def hours(built):
    """Return a function that gives the one clock of one row in hours."""

    def read(population, table, clock, row, **more):
        told = {"as_of": "2025-06-30 00:00", "calendars": OFFICE, table: [row], **more}
        [found] = built(population, **told).values()
        return None if found[clock] is None else found[clock].total_seconds() / 3600

    return read


@pytest.fixture
def reply(hours):
    """Return a function that gives the working hours until the first reply to a complaint of Friday evening."""
    row = {"complaint_id": "C", "received_at": FRIDAY_EVENING}
    return lambda at, **more: hours(
        "complaint_clocks", "complaints", "reply_worked", {**row, "first_reply_at": at}, **more
    )


def test_a_reply_after_the_weekend_takes_the_working_hours_on_either_side(reply):
    assert reply("2025-06-09 10:00") == 1 + 1


def test_a_complaint_without_a_reply_waits_until_now(reply):
    assert reply(None, as_of="2025-06-10 12:00") == 1 + 8 + 3


def test_without_a_calendar_no_working_time_is_told(reply):
    assert reply("2025-06-09 10:00", calendars=[]) is None


def test_a_calendar_that_ends_before_the_reply_is_an_error(reply):
    day = {"calendar_id": "OFFICE", "date": "2024-10-01", "kind": "holiday"}
    with pytest.raises(CalendarEndsError, match="Calendar 'OFFICE' ends on 2024-12-31"):
        reply("2025-06-09 10:00", calendar_days=[day])


@pytest.mark.parametrize(("satisfied", "worked"), [(True, 1 + 8 + 1), (False, 1 + 8 + 8), (None, 1 + 8 + 8)])
def test_a_recovery_takes_until_the_customer_is_satisfied_and_else_until_now(hours, satisfied, worked):
    row = {"recovery_id": "B", "step": "confirm", "failure_detected_at": FRIDAY_EVENING}
    row |= {"confirmed_satisfied": satisfied, "confirmed_at": "2025-06-10 10:00", "done_at": "2025-06-10 10:00"}
    assert hours("recovery_clocks", "recovery_actions", "recovery_worked", row, as_of="2025-06-10 20:00") == worked
