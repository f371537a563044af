"""Working time of cases from their own times and their events; Monday is 2 June 2025, the office works 9 to 17."""

from datetime import date

import pytest

from metrics.clocks import CalendarBeginsError, CalendarEndsError, Several
from metrics.clocks.timing import Schedule, Timing

MONDAY_MORNING = {"created_at": "2025-06-02 09:00"}
RESOLVED = {**MONDAY_MORNING, "resolved_first_at": "2025-06-03 11:00", "resolved_last_at": "2025-06-03 11:00"}


def test_the_first_response_takes_the_working_time_since_the_creation(case):
    found = case(created_at="2025-06-02 16:00", first_response_at="2025-06-03 10:00")
    assert found["response_worked"] == 1 + 1


def test_a_night_that_a_customer_waited_is_no_working_time(case):
    assert case(created_at="2025-06-02 18:00", first_response_at="2025-06-03 08:30")["response_worked"] == 0


def test_a_case_without_a_response_goes_on_waiting_though_it_was_resolved(case):
    found = case("resolved 2025-06-02 12:00", **MONDAY_MORNING, as_of="2025-06-02 15:00")
    assert (found["response_worked"], found["resolution_worked"]) == (6, 6)


def test_waiting_for_the_customer_stands_apart_from_the_working_time(case):
    # Paused from Monday 16:00 until Tuesday 10:00: two working hours of ten.
    found = case("pending_customer 2025-06-02 16:00", "open 2025-06-03 10:00", **RESOLVED)
    assert (found["resolution_worked"], found["paused"]) == (8, 2)


def test_a_case_that_was_created_waiting_stands_still_until_its_first_change_of_status(case):
    found = case("open 2025-06-02 11:00 pending_customer", "pending_customer 2025-06-02 12:00", **RESOLVED)
    assert (found["resolution_worked"], found["paused"]) == (1, 2 + 7)


def test_a_status_pauses_only_where_the_policy_names_it(case):
    events = ("on_hold 2025-06-02 10:00", "open 2025-06-02 12:00")
    assert case(*events, **RESOLVED)["paused"] == 0
    assert case(*events, **RESOLVED, timing=Timing(pauses=("on_hold",)))["paused"] == 2


def test_final_resolution_adds_what_came_after_the_reopening(case):
    told = {**RESOLVED, "resolved_last_at": "2025-06-05 12:00"}
    found = case("reopen 2025-06-05 09:00", "resolved 2025-06-05 12:00", **told)
    assert (found["resolution_worked"], found["full_worked"], found["opened_again"]) == (10, 10 + 3, False)


def test_a_second_resolution_of_which_no_event_tells_counts_from_the_first(case):
    found = case(**{**RESOLVED, "resolved_last_at": "2025-06-03 14:00"})
    assert (found["resolution_worked"], found["full_worked"]) == (10, 10 + 3)


def test_a_case_that_is_open_again_has_gone_on_since_the_reopening(case):
    found = case(
        "reopen 2025-06-04 09:00", **MONDAY_MORNING, resolved_first_at="2025-06-03 11:00", as_of="2025-06-04 13:00"
    )
    assert (found["resolution_worked"], found["full_worked"], found["opened_again"]) == (10, 10 + 4, True)


def test_an_open_case_has_worked_until_now(case):
    found = case(**MONDAY_MORNING, as_of="2025-06-03 10:00")
    assert (found["resolution_worked"], found["full_worked"], found["response_worked"]) == (9, 9, 9)


def test_what_is_told_of_the_time_before_the_creation_does_not_count(case):
    found = case("pending_customer 2025-06-01 10:00", "open 2025-06-02 12:00", **RESOLVED)
    assert (found["resolution_worked"], found["paused"]) == (10, 0)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_the_order_of_the_events_in_the_export_does_not_matter(built, order):
    told = [("E1", "pending_customer", "10:00"), ("E2", "open", "11:00"), ("E3", "pending_customer", "12:00")]
    events = [
        {"event_id": key, "case_id": "T", "at": f"2025-06-02 {at}", "kind": "status_change", "to_value": to}
        for key, to, at in (told[place] for place in order)
    ]
    week = [{"calendar_id": "C", "timezone": "UTC", "weekday": 1, "starts": "09:00", "ends": "17:00"}]
    rows = [{"case_id": "T", **MONDAY_MORNING, "resolved_first_at": "2025-06-02 14:00"}]
    found = built("case_clocks", cases=rows, case_events=events, calendars=week)["T"]
    assert (found["resolution_worked"].total_seconds(), found["paused"].total_seconds()) == (2 * 3600, 3 * 3600)


# --- due times with and without pauses -------------------------------------------------------------------------------

PROMISED = {**MONDAY_MORNING, "resolve_due_at": "2025-06-02 13:00"}
TWO_HOURS = ("pending_customer 2025-06-02 10:00", "open 2025-06-02 12:00")


def test_a_pause_moves_a_due_time_that_the_source_has_not_moved(case):
    found = case(*TWO_HOURS, **PROMISED)
    assert (found["due_without_pauses_at"], found["due_with_pauses_at"]) == ("06-02 13:00", "06-02 15:00")


def test_where_the_source_has_moved_it_already_it_was_due_earlier_without_the_pause(case):
    found = case(*TWO_HOURS, **PROMISED, timing=Timing(due_moved_by_pauses=True))
    assert (found["due_without_pauses_at"], found["due_with_pauses_at"]) == ("06-02 11:00", "06-02 13:00")


def test_without_a_pause_both_due_times_are_the_stated_one(case):
    found = case(**PROMISED)
    assert (found["due_without_pauses_at"], found["due_with_pauses_at"]) == ("06-02 13:00", "06-02 13:00")


def test_a_case_without_a_promise_is_due_at_no_time(case):
    found = case(*TWO_HOURS, **RESOLVED)
    assert (found["due_without_pauses_at"], found["due_with_pauses_at"]) == (None, None)


# --- calendars -------------------------------------------------------------------------------------------------------


def week(key, starts, ends, zone="UTC"):
    days = range(1, 8)
    return [{"calendar_id": key, "timezone": zone, "weekday": day, "starts": starts, "ends": ends} for day in days]


def test_without_a_calendar_nothing_is_said_of_working_time(case):
    found = case(*TWO_HOURS, **PROMISED, calendars=[])
    assert [found[name] for name in ("response_worked", "resolution_worked", "paused")] == [None] * 3
    assert (found["due_with_pauses_at"], found["due_without_pauses_at"]) == (None, None)


def test_each_unit_is_timed_by_its_own_schedule(built):
    timing = Timing((Schedule("DAY"), Schedule("ALWAYS", unit="N")))
    rows = [{"case_id": unit, "org_unit_id": unit, **MONDAY_MORNING} for unit in ("N", "S")]
    calendars = [*week("DAY", "09:00", "17:00"), *week("ALWAYS", "00:00", "24:00")]
    found = built("case_clocks", "2025-06-03 09:00", timing, cases=rows, calendars=calendars)
    assert [found[unit]["resolution_worked"].total_seconds() / 3600 for unit in ("N", "S")] == [24, 8]


@pytest.mark.parametrize(("several", "hours"), [(Several.PIECES, 7 + 12), (Several.LAST, 24)])
def test_a_new_schedule_counts_from_midnight_of_its_own_zone(case, several, hours):
    # From 2 June 00:00 in Shanghai, which is 1 June 16:00 UTC, the service never closes; before, it works 9 to 17 UTC.
    timing = Timing((Schedule("DAY"), Schedule("ALWAYS", valid_from=date(2025, 6, 2))), several=several)
    calendars = [*week("DAY", "09:00", "17:00"), *week("ALWAYS", "00:00", "24:00", "Asia/Shanghai")]
    told = {"created_at": "2025-06-01 04:00", "resolved_first_at": "2025-06-02 04:00"}
    assert case(**told, calendars=calendars, timing=timing)["resolution_worked"] == hours


def test_public_holidays_and_working_weekends_are_taken_where_the_schedule_says_so(case):
    # 3 October 2025 is a Friday of the National Day week, 28 September a working Sunday.
    told = {"created_at": "2025-09-28 09:00", "resolved_first_at": "2025-10-03 17:00", "as_of": "2025-10-09 00:00"}
    assert case(**told)["resolution_worked"] == 5 * 8
    china = Timing((Schedule("OFFICE", public_holidays="CN"),))
    assert case(**told, timing=china)["resolution_worked"] == 3 * 8


def test_the_workspace_s_own_day_comes_before_that_of_the_public_holidays(case):
    own = {"calendar_id": "OFFICE", "date": "2025-10-03", "kind": "working_override", "blocks": "10:00-12:00"}
    told = {"created_at": "2025-10-03 00:00", "resolved_first_at": "2025-10-04 00:00", "as_of": "2025-10-09 00:00"}
    china = Timing((Schedule("OFFICE", public_holidays="CN"),))
    assert case(**told, timing=china)["resolution_worked"] == 0
    assert case(**told, timing=china, days=[own])["resolution_worked"] == 2


NEW_YEAR = {"calendar_id": "OFFICE", "date": "2025-01-01", "kind": "holiday"}


def test_a_calendar_that_ends_before_the_data_is_an_error_and_not_a_guess(case):
    told = {"created_at": "2025-12-30 09:00", "first_response_at": "2025-12-30 10:00"}
    told |= {"resolved_first_at": "2026-01-02 10:00", "as_of": "2026-01-03 00:00"}
    with pytest.raises(
        CalendarEndsError, match="Calendar 'OFFICE' ends on 2025-12-31, but the data go on to 2026-01-02"
    ):
        case(**told, days=[NEW_YEAR])
    longer = Timing((Schedule("OFFICE", known_until=date(2026, 6, 30)),))
    assert case(**told, days=[NEW_YEAR], timing=longer)["resolution_worked"] == 3 * 8 + 1


def test_an_open_case_needs_a_calendar_that_knows_today(case):
    with pytest.raises(CalendarEndsError, match="but the data go on to 2026-01-03"):
        case(created_at="2025-12-30 09:00", days=[NEW_YEAR], as_of="2026-01-03 10:00")


def test_a_calendar_that_begins_after_the_data_is_an_error_too(case):
    with pytest.raises(CalendarBeginsError, match="begins on 2025-01-01, but the data begin on 2024-12-30"):
        case(created_at="2024-12-30 09:00", resolved_first_at="2025-01-02 10:00", days=[NEW_YEAR])
