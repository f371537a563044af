"""A life under several schedules: Fivetran's published example, and who works by which calendar since when."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from metrics.clocks import Assignment, Schedules, Several, UnknownCalendarError, read_clocks

SUNDAY = datetime(2024, 1, 7, tzinfo=UTC)
TIME = pl.Datetime("us", "UTC")

# fivetran/dbt_zendesk, DECISIONLOG.md: blocks in minutes since Sunday 00:00, here cut at midnight.
# 3600–4440 and 5040–5880; 3780–4350 and 5220–5790.
FIRST = {2: "12:00-24:00", 3: "00:00-02:00,12:00-24:00", 4: "00:00-02:00"}
SECOND = {2: "15:00-24:00", 3: "00:00-00:30,15:00-24:00", 4: "00:00-00:30"}


def minute(number):
    return SUNDAY + timedelta(minutes=number)


@pytest.fixture
def replied(calendar):
    """Return a function that gives the working minutes of the example's ticket under a rule."""
    calendars = {name: calendar(week, key=name) for name, week in (("first", FIRST), ("second", SECOND))}
    assignments = (Assignment("first"), Assignment("second", since=minute(5461.25)))
    events = pl.DataFrame(
        {"clock": "T", "at": [minute(3902), minute(5461.46)], "mark": ["start", "stop"]}, schema_overrides={"at": TIME}
    )

    def under(rule):
        [read] = read_clocks(events, Schedules(calendars, assignments, rule), minute(9000))["first"]
        return read / timedelta(minutes=1)

    return under


def test_the_pieces_of_a_life_are_each_measured_by_the_schedule_in_force(replied):
    assert replied(Several.PIECES) == pytest.approx(538 + 421.25 + 0.21, abs=1e-6)


def test_or_all_of_it_by_the_last_schedule(replied):
    assert replied(Several.LAST) == pytest.approx(448 + 241.46, abs=1e-6)


@pytest.fixture
def two(calendar):
    """Return two calendars: one open from 9 to 17 every day, one around the clock."""
    hours = {"day": "09:00-17:00", "always": "00:00-24:00"}
    return {key: calendar(dict.fromkeys(range(1, 8), span), key=key) for key, span in hours.items()}


def worked(schedules, at, unit, begin, end):
    row = {"unit": unit, "begin": at(begin), "end": at(end), "judged_at": at(end)}
    [time] = schedules.worked(pl.DataFrame([row], schema={"unit": pl.String, **dict.fromkeys(list(row)[1:], TIME)}))
    return None if time is None else time / timedelta(hours=1)


def test_a_unit_s_own_calendar_comes_before_that_for_all(two, at):
    schedules = Schedules(two, (Assignment("day"), Assignment("always", unit="north", since=at("2025-06-02 12:00"))))
    assert worked(schedules, at, "south", "2025-06-02 00:00", "2025-06-03 00:00") == 8
    assert worked(schedules, at, "north", "2025-06-02 00:00", "2025-06-03 00:00") == 3 + 12


def test_the_only_calendar_counts_for_all_without_being_assigned(two, at):
    assert worked(Schedules({"day": two["day"]}), at, None, "2025-06-02 00:00", "2025-06-03 00:00") == 8


def test_of_several_calendars_none_counts_before_one_is_assigned(two, at):
    assert worked(Schedules(two), at, "north", "2025-06-02 00:00", "2025-06-03 00:00") is None
    late = Schedules(two, (Assignment("day", since=at("2025-06-02 12:00")),))
    assert worked(late, at, "north", "2025-06-02 00:00", "2025-06-03 00:00") is None


def test_no_time_takes_none_also_at_a_change_of_schedule(two, at):
    schedules = Schedules(two, (Assignment("day"), Assignment("always", since=at("2025-06-02 12:00"))))
    assert worked(schedules, at, "north", "2025-06-02 12:00", "2025-06-02 12:00") == 0


def test_an_assignment_of_an_unknown_calendar_names_the_near_ones(two):
    with pytest.raises(UnknownCalendarError, match=r"There is no calendar 'dax'\. Did you mean day\?"):
        Schedules(two, (Assignment("dax"),))


def test_without_any_calendar_nothing_is_known(at):
    assert worked(Schedules({}), at, "north", "2025-06-02 00:00", "2025-06-03 00:00") is None
