"""Fresh cases: cohorts with their maturity, and the share converted by each day, recomputed by hand."""

import pytest

from metrics.funnel.durations import durations
from metrics.funnel.maturity import cohorts, conversion_by_day, estimated

DAY, MAY_AND_JUNE = 24, 31 * 24


def test_a_cohort_is_mature_when_every_window_has_passed(story, ask):
    story.enters("done", "a b", [0, 1]).enters("late", "a", [2])
    story.enters("june", "a b", [MAY_AND_JUNE, MAY_AND_JUNE + 1]).enters("fresh", "a", [MAY_AND_JUNE + 20 * DAY])
    asked = ask(story, "a b", hour=MAY_AND_JUNE + 21 * DAY)
    found = cohorts(asked.funnel, asked.parts("month"))
    columns = ("month", "entered", "converted", "timed_out", "open", "mature", "is_mature", "value")
    assert found.select(columns).rows() == [
        ("2021-05", 2, 1, 1, 0, 2, True, 0.5),
        ("2021-06", 2, 1, 0, 1, 1, False, 1.0),
    ]


def test_the_step_conversion_of_mature_cases_stands_apart_from_the_plain_one(story, ask):
    story.enters("done", "a b", [0, 1]).enters("late", "a", [2]).enters("fresh", "a", [20 * DAY])
    second = ask(story, "a b", hour=21 * DAY).stages().row(1, named=True)
    assert (second["step_conversion"], second["value"], second["n"], second["immature"]) == (1 / 3, 0.5, 2, 1)


def test_the_share_converted_by_each_day_lets_young_cases_tell_what_they_can(story, ask):
    # Converted after 1 and 3 days, lost after half a day but watched for 10, open and watched for 2:
    # by day 1: 1 of 4; by day 3: 1 − 3/4 · 1/2 = 5/8, because of the two still watched one converts.
    story.enters("one", "a b", [0, DAY]).enters("three", "a b", [0, 3 * DAY])
    story.enters("lost", "a", [0]).leaves("lost", 12, reason="price").enters("open", "a", [8 * DAY])
    asked = ask(story, "a b", hour=10 * DAY, days=4)
    found = conversion_by_day(asked.funnel, asked.flagged.lazy(), asked.as_of, [])
    assert found["day"].to_list() == [0, 1, 2, 3, 4]
    assert found["share"].to_list() == pytest.approx([0, 1 / 4, 1 / 4, 5 / 8, 5 / 8])


def test_the_share_by_a_day_that_no_case_has_reached_is_unknown(story, ask):
    asked = ask(story.enters("one", "a b", [0, 5]).enters("two", "a", [0]), "a b", hour=2 * DAY, days=3)
    found = conversion_by_day(asked.funnel, asked.flagged.lazy(), asked.as_of, ["month"])
    assert found["share"].to_list() == [0.0, 0.5, 0.5, None]


def test_a_mature_cohort_ends_at_its_plain_share(story, ask):
    story.enters("one", "a b", [0, 5]).enters("two", "a b", [0, 30]).enters("three", "a", [0])
    asked = ask(story, "a b", days=3)
    by_day = conversion_by_day(asked.funnel, asked.flagged.lazy(), asked.as_of, ["month"])
    assert by_day["share"].to_list()[-1] == pytest.approx(cohorts(asked.funnel, asked.parts("month"))["value"].item())


def test_a_cohort_that_is_not_mature_is_estimated_by_the_last_day_it_has_reached(story, ask):
    story.enters("done", "a b", [0, 1]).enters("june", "a b", [MAY_AND_JUNE, MAY_AND_JUNE + 10])
    asked = ask(story.enters("fresh", "a", [MAY_AND_JUNE + 48]), "a b", hour=MAY_AND_JUNE + 72)
    by_day = conversion_by_day(asked.funnel, asked.flagged.lazy(), asked.as_of)
    found = estimated(cohorts(asked.funnel, asked.parts("month")), by_day)
    # One of two converted after ten hours; the other has been watched for a day, so nothing is known of the next.
    assert found.select("month", "value", "estimate", "estimate_day").rows() == [
        ("2021-05", 1.0, None, None),
        ("2021-06", None, 0.5, 1),
    ]


def test_quantiles_of_times_interpolate_linearly(story, ask):
    # 1, 2, 3 and 4 hours: median 2.5 h; P90 lies 0.9 · 3 = 2.7 steps up: 3.7 h (type 7, as numpy and Excel have it).
    for hours in (1, 2, 3, 4):
        story.enters(f"c{hours}", "a b", [0, hours])
    times = durations(ask(story, "a b").flagged.lazy()).row(0, named=True)
    assert times["median_since_previous"] == 2.5 * 3600
    assert times["p90_since_previous"] == pytest.approx(3.7 * 3600)


def test_times_since_the_start_add_up_the_steps(story, ask):
    times = durations(ask(story.enters("one", "a b c", [0, 2, 5])).flagged.lazy())
    assert times["mean_since_start"].to_list() == [2 * 3600, 5 * 3600]
