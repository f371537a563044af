"""Zammad's published examples of promises in business time (zammad/zammad, test/unit/ticket_sla_test.rb); all UTC."""

from datetime import timedelta

import polars as pl
import pytest

from metrics.clocks.promised import due_with_pauses, in_force, to_spare, whole_minutes

BERLIN = "Europe/Berlin"
WEEKDAYS, DAILY = range(1, 6), range(1, 8)


@pytest.fixture
def weekdays(calendar):
    return calendar(dict.fromkeys(WEEKDAYS, "08:00-18:00"), BERLIN)


def spare(target, actual):
    spans = {"target": [timedelta(minutes=target)], "actual": [timedelta(minutes=actual)]}
    return pl.DataFrame(spans).select(to_spare(pl.col("target"), pl.col("actual"))).item()


@pytest.mark.parametrize(("budget", "due"), [(60, "10:30"), (120, "11:30"), (180, "12:30")])
def test_a_promise_made_in_the_morning_is_due_so_many_minutes_later(due_at, weekdays, budget, due):
    assert due_at(weekdays, "2013-03-21 09:30", budget) == f"2013-03-21 {due}"


@pytest.mark.parametrize(
    ("until", "target", "gives"),
    [("10:00", 60, (30, 30)), ("14:00", 60, (270, -210)), ("11:30", 180, (120, 60)), ("13:00", 180, (210, -30))],
)
def test_what_is_left_of_a_promise_is_positive_in_time_and_negative_late(minutes, weekdays, until, target, gives):
    actual = minutes(weekdays, "2013-03-21 09:30", f"2013-03-21 {until}")
    assert (actual, spare(target, actual)) == gives


def test_a_reply_three_seconds_after_opening_takes_no_whole_minute(minutes, weekdays):
    actual = minutes(weekdays, "2013-03-28 23:49", "2013-03-29 07:00:03")
    assert (actual, spare(60, actual)) == (0.05, 60)


def test_minutes_are_rounded_down():
    spans = pl.DataFrame({"time": [timedelta(seconds=59), timedelta(seconds=60), timedelta(seconds=119)]})
    assert spans.select(whole_minutes(pl.col("time")))["time"].to_list() == [0, 1, 1]


@pytest.mark.parametrize(("budget", "due"), [(120, "08:00"), (180, "09:00"), (240, "10:00")])
def test_a_case_that_arrives_before_opening_starts_at_the_opening_of_its_own_zone(due_at, calendar, budget, due):
    summer = calendar(dict.fromkeys(DAILY, "08:00-17:00"), BERLIN)
    assert due_at(summer, "2013-10-21 05:30", budget) == f"2013-10-21 {due}"


@pytest.mark.parametrize(("budget", "due"), [(120, "07:30"), (180, "08:30"), (240, "09:30")])
def test_an_active_holiday_is_passed_over_and_a_removed_one_is_worked(due_at, calendar, budget, due):
    days = [("2015-09-22", "holiday", None, True), ("2015-09-23", "holiday", None, False)]
    service = calendar(dict.fromkeys(DAILY, "08:00-17:00"), BERLIN, days)
    assert due_at(service, "2015-09-21 14:30", budget) == f"2015-09-23 {due}"


PENDING = ("start 2013-06-04 09:00", "pause 2013-06-04 10:00", "start 2013-06-04 10:30")


@pytest.mark.parametrize(("stop", "target", "gives"), [("10:45", 120, (75, 45)), ("12:00", 250, (150, 100))])
def test_a_pause_stops_the_clock(read, calendar, stop, target, gives):
    service = calendar(dict.fromkeys(DAILY, "09:00-18:00"), BERLIN)
    reading = read(service, *PENDING, f"stop 2013-06-04 {stop}")
    assert (reading["first"], spare(target, reading["first"])) == gives
    assert reading["paused"] == 30


@pytest.mark.parametrize(("budget", "due"), [(120, "11:30"), (250, "13:40"), (60, "10:00"), (61, "10:31")])
def test_a_pause_moves_the_due_time_unless_it_comes_after(calendar, at, budget, due):
    service = calendar(dict.fromkeys(DAILY, "09:00-18:00"), BERLIN)
    promise = {"clock": ["T"], "start": [at("2013-06-04 09:00")], "budget": [timedelta(minutes=budget)]}
    pause = {"clock": ["T"], "begin": [at("2013-06-04 10:00")], "end": [at("2013-06-04 10:30")]}
    [moved] = due_with_pauses(service, pl.DataFrame(promise), pl.DataFrame(pause))
    assert moved == at(f"2013-06-04 {due}")


@pytest.mark.parametrize(
    ("pauses", "dues"),
    [
        (["09:30-09:45", "10:00-10:30"], {120: "11:45"}),
        (["10:00-15:00"], {120: "16:00"}),
        (["09:00-12:00"], {120: "14:00", 240: "16:00"}),
        (["09:00-10:30", "11:00-12:00"], {120: "13:30", 240: "15:30"}),
        (["09:00-10:30", "11:00-11:30"], {120: "13:00", 240: "15:00"}),
    ],
    ids=["pending, then closed and reopened", "until an hour before closing", "created pending", "twice", "and open"],
)
def test_pauses_and_closed_time_move_the_due_time_as_zammad_prints(calendar, at, pauses, dues):
    service = calendar(dict.fromkeys(DAILY, "09:00-18:00"), BERLIN)
    ends = [[at(f"2013-06-04 {time}") for time in span.split("-")] for span in pauses]
    stood = pl.DataFrame({"clock": "T", "begin": [one for one, _ in ends], "end": [other for _, other in ends]})
    for budget, due in dues.items():
        start = {"clock": ["T"], "start": [at("2013-06-04 09:00")], "budget": [timedelta(minutes=budget)]}
        assert list(due_with_pauses(service, pl.DataFrame(start), stood)) == [at(f"2013-06-04 {due}")]


@pytest.mark.parametrize(
    ("events", "worked"),
    [((), 0), (("start 10:30", "pause 11:00"), 30), (("start 10:30", "pause 11:00", "start 11:30"), 60)],
    ids=["never opened", "opened once", "opened twice"],
)
def test_a_ticket_created_pending_and_closed_at_noon_worked_as_zammad_prints(read, calendar, events, worked):
    service = calendar(dict.fromkeys(DAILY, "09:00-18:00"), BERLIN)
    told = ("start 09:00", "pause 09:00", *events, "stop 12:00")
    assert read(service, *(event.replace(" ", " 2013-06-04 ") for event in told))["first"] == worked


@pytest.mark.parametrize(("budget", "due"), [(120, "2016-11-02 09:00"), (1200, "2016-11-03 15:00")])
def test_a_ticket_of_a_holiday_starts_at_the_next_opening_and_goes_on_the_day_after(due_at, calendar, budget, due):
    week = dict.fromkeys(WEEKDAYS, "08:00-20:00")
    service = calendar(week, BERLIN, [("2016-11-01", "holiday", None, True)])
    assert due_at(service, "2016-11-01 13:56", budget) == due


def test_overlapping_pauses_move_the_due_time_once_and_only_by_working_time(office, at):
    # Four working hours from Monday 14:00; paused from 16:00 until Tuesday 11:00, twice over: 1 + 2 working hours.
    promise = {"clock": ["T"], "start": [at("2025-06-02 14:00")], "budget": [timedelta(hours=4)]}
    begins, ends = ("2025-06-02 16:00", "2025-06-02 20:00"), ("2025-06-03 10:00", "2025-06-03 11:00")
    pauses = {"clock": ["T", "T"], "begin": list(map(at, begins)), "end": list(map(at, ends))}
    [moved] = due_with_pauses(office, pl.DataFrame(promise), pl.DataFrame(pauses))
    assert moved == at("2025-06-03 13:00")


def test_the_target_is_the_one_in_force_for_the_priority_when_it_happened(at):
    targets = {
        "priority": ["high", "high", "low"],
        "valid_from": [at("2025-01-01 00:00"), at("2025-06-01 00:00"), at("2025-01-01 00:00")],
        "target": [60, 30, 480],
    }
    happened = ["2025-06-02 09:00", "2025-05-31 09:00", "2025-06-02 10:00", "2024-12-31 09:00"]
    events = {"at": list(map(at, happened)), "priority": ["high", "high", "low", "low"]}
    found = in_force(pl.DataFrame(events), pl.DataFrame(targets), "priority")
    assert found["target"].to_list() == [30, 60, 480, None]
