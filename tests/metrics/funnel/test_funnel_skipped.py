"""Stages that nobody logged, or logged too late: passed by `impute`, held by `strict`, counted by both."""

from datetime import timedelta

import pytest

from metrics.funnel.durations import durations


@pytest.mark.parametrize(("policy", "counts"), [("strict", [1, 0, 0]), ("impute", [1, 1, 1])])
def test_a_stage_nobody_logged_is_passed_or_holds_the_case(story, ask, policy, counts):
    assert ask(story.enters("one", "a c"), skipped=policy).counts() == counts


@pytest.mark.parametrize(("policy", "counts"), [("strict", [1, 1, 0, 0]), ("impute", [1, 1, 1, 1])])
def test_a_contact_logged_after_the_appointment(story, ask, policy, counts):
    # referral, appointment, contact, done: strictly the appointment never followed the contact.
    told = story.enters("one", "referral appointment contact done")
    assert ask(told, "referral contact appointment done", skipped=policy).counts() == counts


def test_imputed_stages_are_counted_where_they_were_passed(story, ask):
    story.enters("one", "a c").enters("two", "a b c").enters("three", "c")
    asked = ask(story, skipped="impute")
    assert (asked.counts("imputed"), asked.counts("held_up")) == ([1, 2, 0], [0, 0, 0])


def test_a_stage_logged_out_of_turn_is_passed_without_its_time(story, ask):
    asked = ask(story.enters("one", "a c b", [0, 1, 5]), skipped="impute")
    assert asked.counts("imputed") == [0, 1, 0]
    assert durations(asked.flagged.lazy())["n_since_previous"].to_list() == [0, 0]


def test_cases_held_up_are_counted_where_they_stopped(story, ask):
    story.enters("one", "a c").enters("two", "a b c").enters("three", "a")
    asked = ask(story, skipped="strict")
    assert (asked.counts("imputed"), asked.counts("held_up")) == ([0, 0, 0], [1, 0, 0])


def test_a_stage_that_came_too_late_is_late_and_not_skipped(story, ask):
    assert ask(story.enters("one", "a b c", [0, 9, 10]), limits={"b": 2}).counts("held_up") == [0, 0, 0]


def test_a_case_that_never_logged_the_first_stage_does_not_enter_strictly(story, ask):
    asked = ask(story.enters("one", "b c").enters("two", "a"))
    assert asked.counts() == [1, 0, 0]
    out = asked.flagged.filter(step=0).select("case_id", "state", "reason").rows()
    assert out == [("one", "left_out", "not_entered")]


def test_by_imputation_it_entered_with_the_first_entry_it_has(story, ask):
    asked = ask(story.enters("one", "b c", [5, 6]), skipped="impute")
    assert asked.counts() == [1, 1, 1]
    assert asked.of("one")["entered_at"] - asked.of("one")["started_at"] == timedelta(0)


def test_an_imputed_stage_has_no_time_and_gives_none(story, ask):
    asked = ask(story.enters("one", "a c", [0, 6]).enters("two", "a b c", [0, 1, 3]), skipped="impute")
    times = durations(asked.flagged.lazy())
    assert times["n_since_previous"].to_list() == [1, 1]
    assert times["mean_since_previous"].to_list() == [3600, 7200]
    assert times["mean_since_start"].to_list() == [3600, (6 + 3) / 2 * 3600]


def test_an_imputed_stage_shows_the_entry_that_proves_it(story, ask):
    asked = ask(story.enters("one", "a c", [0, 6]), skipped="impute")
    proof = asked.flagged.filter(step=2).row(0, named=True)
    assert (proof["imputed"], proof["at"], proof["event_id"], proof["source_row"]) == (True, None, "e002", 3)


def test_the_window_bounds_what_a_later_stage_proves(story, ask):
    assert ask(story.enters("one", "a c", [0, 14 * 24 + 1]), skipped="impute").counts() == [1, 0, 0]


def test_a_limit_is_not_judged_where_the_stage_before_was_not_logged(story, ask):
    assert ask(story.enters("one", "a c", [0, 9]), skipped="impute", limits={"c": 2}).counts() == [1, 1, 1]


def test_a_limit_that_was_broken_is_not_cured_by_a_later_stage(story, ask):
    told = story.enters("one", "a b c", [0, 9, 10])
    assert ask(told, skipped="impute", limits={"b": 2}).counts() == [1, 0, 0]
