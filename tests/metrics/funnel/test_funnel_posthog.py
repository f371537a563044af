"""The published answers of PostHog's own tests: counts by mode, times to convert, windows, retries, entry dates.

Source: github.com/PostHog/posthog, posthog/queries/funnels/test/; each test names the file and the test it repeats.
"""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from metrics.funnel.durations import durations
from metrics.funnel.maturity import cohorts

# su = user signed up, pv = pageview, iv = insight viewed, x = anything else.
STRICT = ("su", "pv su", "su pv x iv", "iv x pv su", "pv su x pv iv", "x su x pv", "x su pv iv x", "iv pv")
UNORDERED = ("su", "pv su", "su pv x iv", "iv pv su", "pv su x iv", "x iv", "pv x", "iv pv")
FOUR_STEPS = ("su", "pv cry", "su pv x iv", "iv cry su", "pv su cry iv", "x iv", "pv x", "iv pv")
DAY = 24


def people(story, paths):
    for number, path in enumerate(paths):
        story.enters(f"p{number}", path)
    return story


def test_ordered_counts_who_passed_the_steps_in_order(story, ask):
    # test_funnel.py, test_funnel_events: sign up, pay, movie.
    told = people(story, ("s", "s p", "s p m", "m", "p s m"))
    assert ask(told, "s p m").counts() == [4, 2, 1]


def test_a_skipped_step_holds_the_case_before_it(story, ask):
    # test_funnel.py, test_funnel_skipped_step.
    assert ask(story.enters("wrong order", "s m"), "s p m").counts() == [1, 0, 0]


def test_one_step_is_a_funnel_too(story, ask):
    # test_funnel.py, test_funnel_with_single_step.
    assert ask(people(story, ("su", "su")), "su").counts() == [2]


@pytest.mark.parametrize(("mode", "counts"), [("strict", [7, 2, 1]), ("ordered", [7, 4, 3]), ("any_order", [8, 7, 4])])
def test_one_set_of_journeys_in_each_mode(story, ask, mode, counts):
    # test_funnel_strict.py, test_basic_strict_funnel, gives 7, 2, 1; the others by hand from the same journeys.
    assert ask(people(story, STRICT), "su pv iv", mode=mode).counts() == counts


@pytest.mark.parametrize(
    ("steps", "paths", "counts"),
    [("su pv iv", UNORDERED, [8, 5, 3]), ("su pv iv cry", FOUR_STEPS, [8, 5, 3, 1])],
    ids=["test_basic_unordered_funnel", "test_big_multi_step_unordered_funnel"],
)
def test_any_order_counts_how_many_of_the_steps_were_done(story, ask, steps, paths, counts):
    # test_funnel_unordered.py.
    assert ask(people(story, paths), steps, mode="any_order").counts() == counts


def test_strict_takes_a_repeat_of_the_first_step_as_a_new_beginning(story, ask):
    # test_funnel_strict.py, test_advanced_strict_funnel, person 8: signed up twice, then every step in turn.
    assert ask(story.enters("p8", "x su su action pv view"), "su action pv view", mode="strict").counts() == [1] * 4


def test_time_to_convert_is_counted_from_step_to_step(story, ask):
    # conversion_time_cases.py, test_funnel_step_conversion_times: 1 h, 2 h and 2 h; then 2 h and 1 h.
    story.enters("p1", "a b c", [12, 13, 15]).enters("p2", "a b", [38, 40]).enters("p3", "a b c", [38, 40, 41])
    times = durations(ask(story, days=7).flagged.lazy())
    assert times["mean_since_previous"].to_list() == [6000, 5400]
    assert times["median_since_previous"].to_list() == [7200, 5400]


def test_strict_and_any_order_time_the_same_journeys_alike(story, ask):
    # test_funnel_strict.py, test_basic_strict_funnel_conversion_times: 1 h and 2 h, mean 5400 s; then 2 h.
    story.enters("p1", "a").enters("p2", "a b").enters("p3", "a b c", [0, 2, 4])
    for mode in ("strict", "any_order"):
        times = durations(ask(story, mode=mode).flagged.lazy())
        assert times["mean_since_previous"].to_list() == [5400, 7200]


@pytest.mark.parametrize(("minutes", "count", "seconds"), [(14 * 24 * 60, 2, 600), (5, 1, 300)])
def test_the_window_includes_its_last_moment(story, ask, minutes, count, seconds):
    # conversion_time_cases.py, test_funnel_times_with_different_conversion_windows: 5 min and 15 min to convert.
    story.enters("p1", "a b", [14, 14 + 5 / 60]).enters("p2", "a", [14 + 3 / 60]).enters("p3", "a b", [12, 12.25])
    asked = ask(story, "a b", days=minutes / 24 / 60)
    assert asked.counts() == [3, count]
    assert durations(asked.flagged.lazy())["mean_since_previous"].to_list() == [seconds]


def test_incomplete_retries_are_disregarded(story, ask):
    # conversion_time_cases.py, test_funnel_with_multiple_incomplete_tries: complete on 1 May, then partly.
    story.enters("p1", "su pv x", [1, 2, 3])
    story.enters("p1", "su pv", [2 * DAY + 4, 2 * DAY + 5]).enters("p1", "su pv", [3 * DAY + 7, 3 * DAY + 10])
    asked = ask(story, "su pv x", days=1)
    assert asked.counts() == [1, 1, 1]
    assert durations(asked.flagged.lazy())["median_since_previous"].to_list() == [3600, 3600]


def test_two_full_runs_count_one_case_with_the_times_of_the_later(story, ask):
    # test_funnel_trends.py, test_two_runs_by_single_user_in_one_period, counts 1. That the latest complete attempt
    # gives the times is this project's choice: PostHog has averaged the runs, and now takes the first.
    story.enters("p1", "a b c", [0, 1, 2]).enters("p1", "a b c", [13, 15, 18])
    asked = ask(story, days=1)
    assert asked.counts() == [1, 1, 1]
    assert durations(asked.flagged.lazy())["mean_since_previous"].to_list() == [7200, 10800]


def test_steps_in_reverse_are_one_entry_and_nothing_more(story, ask):
    # test_funnel_trends.py, test_steps_performed_in_period_but_in_reverse.
    assert ask(story.enters("p1", "c b a"), days=1).counts() == [1, 0, 0]


@pytest.mark.parametrize(("days", "first_day"), [(7, (3, 3)), (1, (3, 1))])
def test_a_case_belongs_to_the_day_it_entered_whenever_it_converted(story, ask, days, first_day):
    # test_funnel_trends.py, test_all_results_for_day_interval (3 of 3 on 1 May) and test_window_size_one_day (1 of 3).
    for case, path, hours in [
        *(("one", "a b c", [0, 48, 96]), ("two", "a b", [24, 72]), ("three", "a", [120]), ("four", "x", [120])),
        *(("five", "a b c", [1, 2, 3]), ("six", "a b c", [0, 48, 96]), ("seven", "a b", [24, 72])),
    ]:
        story.enters(case, path, hours)
    asked = ask(story, days=days)
    entered = asked.flagged.with_columns(day=pl.col("entered_at").dt.date())
    by_day = cohorts(asked.funnel, _parts(entered), ["day"]).select("day", "entered", "converted").rows()
    first, second, sixth = (datetime(2021, 5, day, tzinfo=UTC).date() for day in (1, 2, 6))
    assert by_day == [(first, *first_day), (second, 2, 0), (sixth, 1, 0)]


def _parts(flagged):
    from metrics.funnel import funnel_parts

    return funnel_parts(flagged.lazy(), ["day"])


def test_a_later_run_is_not_a_second_entry(story, ask):
    # test_funnel_trends.py, test_one_person_in_multiple_periods_and_windows, has a run a day; here a case enters once.
    story.enters("one", "a b c", [1, 2, 3]).enters("one", "a b", [49, 50]).enters("one", "a b c", [83, 84, 85])
    story.enters("two", "a", [90])
    asked = ask(story, days=1)
    assert asked.of("one")["entered_at"] == datetime(2021, 5, 1, 1, tzinfo=UTC)
    assert asked.of("one")["started_at"] == asked.of("one")["entered_at"] + timedelta(hours=82)
    assert asked.counts() == [2, 1, 1]
