"""Cutting a funnel: by what cases bring, by what events tell, and the rows behind every bar."""

import polars as pl
import pytest

from metrics.funnel import Attribution
from metrics.funnel.errors import UnevenFunnelError, UnknownStateError
from metrics.funnel.evidence import STATES, Bar, bar, behind
from metrics.funnel.waterfall import checked, left_out


def walked(story):
    """Tell of a case that Ann takes in and Bob completes, and of one that stays with Ann."""
    for stage, hour, who in (("a", 0, "Ann"), ("b", 1, "Bob"), ("c", 2, "Bob")):
        story("one", stage, hour, actor_id=who)
    return story("two", "a", 0, actor_id="Ann")


@pytest.mark.parametrize(
    ("attribution", "entered"),
    [
        (Attribution.FIRST_TOUCH, {"Ann": [2, 1, 1]}),
        (Attribution.LAST_TOUCH, {"Ann": [1, 0, 0], "Bob": [1, 1, 1]}),
        (Attribution.PER_STEP, {"Ann": [2, 0, 0], "Bob": [0, 1, 1]}),
    ],
)
def test_who_gets_the_case_depends_on_the_attribution(story, ask, attribution, entered):
    stages = ask(walked(story), attribution=attribution).stages("actor")
    assert {who: rows["entered"].to_list() for (who,), rows in stages.group_by("actor")} == entered


@pytest.mark.parametrize("attribution", list(Attribution))
def test_whichever_way_the_slices_sum_to_the_whole(story, ask, attribution):
    asked = ask(walked(story), attribution=attribution)
    cut, whole = asked.stages("actor"), asked.stages()
    for name in ("entered", "converted", "timed_out"):
        summed = cut.group_by("step").agg(pl.col(name).sum()).sort("step")
        assert summed[name].to_list() == whole[name].to_list()


def test_a_case_that_nothing_is_known_of_is_in_the_unknown_slice(story, ask):
    cases = pl.DataFrame({"case_id": ["one"], "channel": ["phone"]})
    stages = ask(story.enters("one", "a").enters("two", "a"), cases=cases).stages("channel")
    assert stages.filter(step=1).select("channel", "entered").rows() == [("phone", 1), ("unknown", 1)]


def test_a_case_that_does_not_belong_is_left_out_and_counted(story, ask):
    cases = pl.DataFrame({"case_id": ["one", "two", "three"], "left_out": [None, "merged", "merged"]})
    asked = ask(story.enters("one", "a").enters("two", "a b").enters("three", "b"), cases=cases)
    assert asked.counts() == [1, 0, 0]
    assert left_out(asked.parts()).rows() == [("merged", 2)]


def test_the_count_of_every_bar_is_the_number_of_rows_behind_it(story, ask):
    story.enters("done", "a b c").enters("lost", "a b").leaves("lost", 5, reason="price").enters("open", "a", [9])
    asked = ask(story, hour=10)
    for step, row in enumerate(asked.stages().iter_rows(named=True), start=1):
        behind_each = {state: asked.flagged.filter(behind(Bar(step, state))).height for state in STATES}
        counted = {state: row[state] for state in STATES if state != "dropped"}
        assert behind_each == {**counted, "dropped": row["lost"] + row["timed_out"]}


def test_a_state_in_which_cases_stop_can_be_asked_of_all_steps_together(story, ask, declare):
    story.enters("one", "a").leaves("one", 5, reason="price").enters("two", "a b").leaves("two", 6, reason="price")
    asked = ask(story.enters("three", "a"))
    counted = {text: asked.flagged.filter(behind(bar(declare(), text))).height for text in ("*:lost", "*:lost:price")}
    assert counted == {"*:lost": 2, "*:lost:price": 2}
    assert asked.flagged.filter(behind(bar(declare(), "*:dropped"))).height == 3


@pytest.mark.parametrize("state", ["entered", "converted"])
def test_what_a_case_does_at_several_steps_cannot_be_asked_of_all_together(declare, state):
    with pytest.raises(UnknownStateError, match=f"No case is ever '{state}'"):
        bar(declare(), f"*:{state}")


def test_the_rows_behind_a_reason_name_the_events_they_come_from(story, ask):
    story.enters("one", "a b").leaves("one", 5, reason="price").enters("two", "a").leaves("two", 6, reason="stock")
    rows = ask(story).flagged.filter(behind(Bar(2, "lost", "price")))
    shown = rows.select("case_id", "event_id", "source_row", "ended_event", "ended_source_row").rows()
    assert shown == [("one", "e002", 3, "e003", 4)]


def test_a_waterfall_that_does_not_add_up_is_refused(story, ask, declare):
    tampered = ask(story.enters("one", "a b")).stages().with_columns(entered=pl.col("entered") + 1)
    with pytest.raises(UnevenFunnelError, match=r"does not add up at: \('a', 2, 1, 0, 0, 0\)"):
        checked(declare(), tampered)
