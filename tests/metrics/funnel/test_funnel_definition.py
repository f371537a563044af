"""A funnel that contradicts itself cannot be declared; asking for what is not declared names what is near."""

import pytest

from metrics.funnel.errors import FunnelDefinitionError, UnknownStageError, UnknownStateError
from metrics.funnel.evidence import Bar, bar


@pytest.mark.parametrize(
    ("stages", "more", "says"),
    [
        ("", {}, "declares no stages"),
        ("a b a", {}, "stage 'a' is declared twice"),
        ("a b", {"days": 0}, "window is 0:00:00"),
        ("a b", {"limits": {"b": 25}, "days": 1}, "limit of 'b' .* is longer than the window"),
        ("a b", {"limits": {"b": 0}}, "limit of 'b' is 0:00:00"),
        ("a b", {"limits": {"a": 2}}, "'a' is the first stage"),
        ("a b", {"limits": {"b": 2}, "mode": "any_order"}, "need an order"),
        ("a b", {"skipped": "impute", "mode": "strict"}, "skipped = impute needs mode ordered"),
        ("a b", {"survey": "b"}, "'b' is both a stage and the survey"),
    ],
    ids=lambda part: part if isinstance(part, str) and " " in part else "",
)
def test_a_contradiction_is_refused(declare, stages, more, says):
    with pytest.raises(FunnelDefinitionError, match=f"Funnel 'test': .*{says}"):
        declare(stages, **more)


def test_a_stage_that_is_not_declared_is_answered_with_the_nearest(declare):
    with pytest.raises(UnknownStageError, match=r"no stage 'asessment'\. Did you mean assessment"):
        declare("contact assessment").position("asessment")


def test_where_the_order_is_free_a_step_is_so_many_of_the_stages(declare, story, ask):
    assert declare("a b c", mode="any_order").position("2_of_3") == 2
    assert ask(story.enters("one", "c a"), mode="any_order").stages()["stage"].to_list() == [
        "1_of_3",
        "2_of_3",
        "3_of_3",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b", Bar(2, "entered")),
        ("b:lost", Bar(2, "lost")),
        ("b:lost:too:dear", Bar(2, "lost", "too:dear")),
        ("left_out", Bar(0, "left_out")),
        ("left_out:merged", Bar(0, "left_out", "merged")),
    ],
)
def test_a_bar_is_named_by_stage_state_and_reason(declare, text, expected):
    assert bar(declare(), text) == expected


def test_a_state_that_does_not_exist_is_answered_with_the_nearest(declare):
    with pytest.raises(UnknownStateError, match=r"ever 'losst'\. Did you mean lost"):
        bar(declare(), "b:losst")
