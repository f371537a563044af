"""What becomes of a case: converted, lost with a reason, timed out, still open; judged by literal little stories."""

from datetime import timedelta

import pytest

from metrics.funnel import reasons

WINDOW = 14 * 24


def test_each_state_at_the_furthest_stage_reached(story, ask):
    story.enters("done", "a b c").enters("lost", "a b").leaves("lost", 5, reason="price")
    story.enters("late", "a b").enters("fresh", "a", [500])
    asked = ask(story, hour=600)
    assert [asked.fate(case) for case in ("done", "lost", "late", "fresh")] == [
        ("c", "converted", None),
        ("b", "lost", "price"),
        ("b", "timed_out", None),
        ("a", "open", None),
    ]


def test_the_states_of_a_stage_sum_to_those_who_entered_it(story, ask):
    story.enters("done", "a b c").enters("lost", "a b").leaves("lost", 5, reason="price")
    story.enters("late", "a b").enters("fresh", "a", [500])
    stages = ask(story, hour=600).stages().select("entered", "converted", "lost", "timed_out", "open")
    assert stages.rows() == [(4, 3, 0, 0, 1), (3, 1, 1, 1, 0), (1, 1, 0, 0, 0)]


def test_an_open_case_is_no_drop_off(story, ask):
    story.enters("lost", "a").leaves("lost", 1).enters("open", "a", [2])
    assert ask(story, "a b", hour=3).counts("drop_off") == [0.5, None]


@pytest.mark.parametrize(("hour", "state"), [(WINDOW, "open"), (WINDOW + 0.001, "timed_out")])
def test_a_case_may_still_convert_in_the_very_last_moment_of_its_window(story, ask, hour, state):
    assert ask(story.enters("one", "a", [0]), hour=hour).fate("one")[1] == state


@pytest.mark.parametrize(("hour", "count"), [(WINDOW, 1), (WINDOW + 0.001, 0)])
def test_a_conversion_counts_in_the_last_moment_and_not_after_it(story, ask, hour, count):
    assert ask(story.enters("one", "a b", [0, hour]), "a b").counts()[1] == count


def test_what_happened_after_the_moment_of_looking_is_not_known(story, ask):
    story.enters("one", "a b c", [0, 10, 20]).enters("two", "a", [0]).leaves("two", 15)
    asked = ask(story, hour=12)
    assert [asked.fate(case) for case in ("one", "two")] == [("b", "open", None), ("a", "open", None)]


def test_what_happens_at_the_moment_of_looking_is_known(story, ask):
    assert ask(story.enters("one", "a b", [0, 10]), hour=10).counts() == [1, 1, 0]


def test_a_case_may_enter_a_stage_and_be_lost_there_in_one_moment(story, ask):
    story.enters("one", "a", [1]).leaves("one", 1, reason="price")
    assert ask(story, hour=2).fate("one") == ("a", "lost", "price")


def test_a_loss_without_a_reason_is_a_loss_for_an_unknown_one(story, ask):
    assert ask(story.enters("one", "a").leaves("one", 1)).fate("one") == ("a", "lost", "unknown")


def test_a_loss_told_at_a_later_stage_belongs_to_the_furthest_stage_entered(story, ask):
    story.enters("one", "a b").leaves("one", 3, reason="gone", stage="c")
    assert ask(story).fate("one") == ("b", "lost", "gone")


def test_a_loss_was_undone_by_a_stage_that_follows_it(story, ask):
    story.enters("back", "a").leaves("back", 1, reason="price").enters("back", "b", [2])
    assert ask(story, hour=3).fate("back") == ("b", "open", None)
    assert ask(story).fate("back") == ("b", "timed_out", None)


def test_a_case_that_converted_is_not_lost_by_what_is_told_afterwards(story, ask):
    assert ask(story.enters("one", "a b").leaves("one", 9, reason="price"), "a b").fate("one") == (
        "b",
        "converted",
        None,
    )


def test_of_several_endings_the_latest_loss_is_told(story, ask):
    story.enters("one", "a").leaves("one", 1, reason="price").leaves("one", 2, reason="stock")
    story.leaves("one", 3, outcome="timed_out")
    assert ask(story).fate("one") == ("a", "lost", "stock")


def test_a_source_may_say_itself_that_a_case_timed_out(story, ask):
    assert ask(story.enters("one", "a").leaves("one", 2, outcome="timed_out"), hour=3).fate("one")[1] == "timed_out"


def test_a_reason_coded_after_the_window_explains_the_loss_all_the_same(story, ask):
    story.enters("one", "a").leaves("one", WINDOW + 100, reason="price")
    assert ask(story, hour=WINDOW + 99).fate("one") == ("a", "timed_out", None)
    assert ask(story, hour=WINDOW + 101).fate("one") == ("a", "lost", "price")


def test_an_ending_in_a_stage_of_another_funnel_is_none_here(story, ask):
    assert ask(story.enters("one", "a").leaves("one", 1, stage="elsewhere"), hour=2).fate("one")[1] == "open"


def test_reasons_of_a_stage_sum_to_its_losses(story, ask):
    for number, reason in enumerate(["price", "price", "stock", None]):
        story.enters(f"c{number}", "a b").leaves(f"c{number}", 3, reason=reason)
    found = reasons(ask(story).parts()).select("stage", "reason", "lost", "share").rows()
    assert found == [("b", "price", 2, 0.5), ("b", "stock", 1, 0.25), ("b", "unknown", 1, 0.25)]


# --- limits of single stages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hour", "count"), [(2, 1), (2.001, 0)])
def test_a_stage_has_its_own_limit_since_the_one_before(story, ask, hour, count):
    assert ask(story.enters("one", "a b", [0, hour]), limits={"b": 2}).counts()[1] == count


def test_a_stage_reached_too_late_stops_the_case_there(story, ask):
    asked = ask(story.enters("one", "a b c", [0, 1, 9]), limits={"c": 2})
    assert asked.fate("one") == ("b", "timed_out", None)


@pytest.mark.parametrize(("hour", "state"), [(3, "open"), (3.001, "timed_out")])
def test_a_case_is_open_no_longer_than_its_next_limit(story, ask, hour, state):
    assert ask(story.enters("one", "a b", [0, 1]), hour=hour, limits={"c": 2}).fate("one")[1] == state


# --- coming back ------------------------------------------------------------------------------------------------------


def test_a_case_that_comes_back_converts_in_the_window_of_its_new_attempt(story, ask):
    story.enters("one", "a", [0]).enters("one", "a b", [500, 501])
    asked = ask(story, "a b", hour=502)
    assert asked.fate("one") == ("b", "converted", None)
    assert (asked.counts(), asked.of("one")["month"]) == ([1, 1], "2021-05")


def test_a_case_that_comes_back_is_open_again(story, ask):
    story.enters("one", "a b", [0, 1]).enters("one", "a", [500])
    assert ask(story, hour=501).fate("one") == ("b", "open", None)
    assert ask(story, hour=500 + WINDOW + 1).fate("one") == ("b", "timed_out", None)


def test_the_month_is_that_of_the_business_zone(story, ask):
    # 31 May 2021, 16:00 UTC is the first of June in Shanghai.
    last_of_may = 30 * 24 + 15.99
    asked = ask(story.enters("may", "a", [last_of_may]).enters("june", "a", [last_of_may + 0.01]))
    assert [asked.of(case)["month"] for case in ("may", "june")] == ["2021-05", "2021-06"]


# --- input that is thin, doubled or foreign ---------------------------------------------------------------------------


def test_no_events_give_every_stage_with_nobody_in_it(story, ask):
    stages = ask(story).stages()
    assert stages["entered"].to_list() == [0, 0, 0]
    assert stages["overall_conversion"].to_list() == [None, None, None]


def test_one_event_is_one_case_at_the_first_stage(story, ask):
    assert ask(story.enters("one", "a"), hour=1).counts("open") == [1, 0, 0]


def test_all_open_loses_nothing_and_judges_nothing(story, ask):
    for number in range(5):
        story.enters(f"c{number}", "a b")
    stages = ask(story, hour=2).stages()
    assert (stages["drop_off"].to_list(), stages["open"].to_list()) == ([0.0, 0.0, None], [0, 5, 0])
    assert (stages["value"].to_list(), stages["immature"].to_list()) == ([None] * 3, [None, 5, 5])


@pytest.mark.parametrize("mode", ["ordered", "strict", "any_order"])
def test_an_event_that_was_recorded_twice_changes_nothing(story, ask, mode):
    story.enters("one", "a b b c", [0, 1, 1, 2]).enters("two", "a a b", [0, 0, 3])
    asked = ask(story, mode=mode)
    assert asked.counts() == [2, 2, 1]
    assert asked.of("two")["at_2"] - asked.of("two")["entered_at"] == timedelta(hours=3)


@pytest.mark.parametrize("mode", ["ordered", "strict"])
def test_events_of_the_same_moment_are_taken_in_the_order_of_the_stages(story, ask, mode):
    assert ask(story.enters("one", "c b a", [0, 0, 0]), mode=mode).counts() == [1, 1, 1]


def test_a_stage_of_no_funnel_is_passed_over_unless_the_mode_is_strict(story, ask):
    story.enters("one", "a typo b c")
    assert ask(story).counts() == [1, 1, 1]
    assert ask(story, mode="strict").counts() == [1, 0, 0]


def test_what_falls_on_the_very_moment_of_a_step_does_not_lie_between_steps(story, ask):
    story.enters("one", "a x b", [0, 0, 1]).enters("two", "a x b", [0, 1, 1]).enters("three", "a x b", [0, 1, 2])
    assert ask(story, "a b", mode="strict").counts() == [3, 2]


def test_the_survey_is_no_stage_that_interrupts(story, ask):
    assert ask(story.enters("one", "a b survey c"), mode="strict", survey="survey").counts() == [1, 1, 1]
