"""Clocks on named events: when they run, what stops them, and what never counts twice. The office works 9 to 17."""

import polars as pl
import pytest

from metrics.clocks import Schedules, read_clocks


def test_first_and_full_differ_by_what_came_after_the_reopening(read, office):
    # Monday 9:00–10:00, closed until Tuesday 9:00, then two hours more.
    rows = ("start 2025-06-02 09:00", "stop 2025-06-02 10:00", "reopen 2025-06-03 09:00", "stop 2025-06-03 11:00")
    clock = read(office, *rows)
    assert (clock["first"], clock["full"], clock["is_open"]) == (60, 60 + 120, False)


def test_closed_until_reopened_takes_no_time_even_after_a_year(read, office):
    rows = ("start 2024-06-03 09:00", "stop 2024-06-03 10:00", "reopen 2025-06-03 09:00")
    clock = read(office, *rows, as_of="2025-06-03 09:30")
    assert (clock["first"], clock["full"], clock["is_open"]) == (60, 90, True)


def test_a_pause_over_night_is_subtracted_only_where_it_meets_working_time(read, office):
    # Paused from 16:00 until 10:00: two working hours of it, not eighteen.
    rows = ("start 2025-06-02 09:00", "pause 2025-06-02 16:00", "start 2025-06-03 10:00", "stop 2025-06-03 11:00")
    clock = read(office, *rows)
    assert (clock["first"], clock["paused"]) == (7 * 60 + 60, 60 + 60)


def test_a_pause_over_the_weekend_changes_nothing(read, office):
    rows = ("start 2025-06-06 16:00", "pause 2025-06-06 17:00", "start 2025-06-09 09:00", "stop 2025-06-09 10:00")
    assert (read(office, *rows)["first"], read(office, *rows)["paused"]) == (120, 0)


def test_pausing_twice_pauses_once(read, office):
    rows = ("start 2025-06-02 09:00", "pause 2025-06-02 10:00", "pause 2025-06-02 11:00", "start 2025-06-02 12:00")
    clock = read(office, *rows, "stop 2025-06-02 13:00")
    assert (clock["first"], clock["paused"]) == (120, 120)


def test_a_clock_that_is_not_stopped_goes_on_until_now(read, office):
    clock = read(office, "start 2025-06-02 09:00", as_of="2025-06-03 10:00")
    assert (clock["first"], clock["is_open"], clock["stopped_first_at"]) == (8 * 60 + 60, True, None)


def test_a_clock_that_is_paused_now_does_not_go_on(read, office):
    clock = read(office, "start 2025-06-02 09:00", "pause 2025-06-02 10:00", as_of="2025-06-02 12:00")
    assert (clock["first"], clock["paused"], clock["is_open"]) == (60, 120, True)


def test_what_happens_after_now_is_not_known_yet(read, office):
    clock = read(office, "start 2025-06-02 09:00", "stop 2025-06-02 12:00", as_of="2025-06-02 10:00")
    assert (clock["first"], clock["is_open"]) == (60, True)


def test_a_clock_starts_with_its_first_start(read, office):
    rows = ("pause 2025-06-02 09:00", "start 2025-06-02 10:00", "stop 2025-06-02 11:00")
    assert read(office, *rows)["first"] == 60


def test_stopping_at_once_takes_no_time(read, office):
    clock = read(office, "start 2025-06-02 09:00", "stop 2025-06-02 09:00")
    assert (clock["first"], clock["full"], clock["paused"]) == (0, 0, 0)


def test_a_reply_at_night_takes_no_working_time(read, office):
    assert read(office, "start 2025-06-02 18:00", "stop 2025-06-03 08:59")["first"] == 0


def test_each_clock_is_read_by_itself(marks, office, at):
    both = pl.concat(
        [
            marks("start 2025-06-02 09:00", "stop 2025-06-02 10:00", clock="B"),
            marks("start 2025-06-02 09:30", clock="A"),
        ]
    )
    found = read_clocks(both, Schedules({"C": office}), at("2025-06-02 11:00")).sort("clock")
    assert found["first"].dt.total_minutes().to_list() == [90, 60]


def test_no_marks_give_no_clocks(marks, office, at):
    found = read_clocks(marks(), Schedules({"C": office}), at("2025-06-02 11:00"))
    assert (found.height, found.columns[-3:]) == (0, ["first", "full", "paused"])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_rows_does_not_matter_where_times_differ(read, office, order):
    rows = ("start 2025-06-02 09:00", "pause 2025-06-02 10:00", "stop 2025-06-02 12:00")
    assert read(office, *(rows[place] for place in order))["first"] == 60
