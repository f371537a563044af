"""The survey: a sample of the completed cases, told apart from the funnel and from its own silence."""

from datetime import UTC, datetime

import polars as pl
import pytest

from metrics.funnel.survey import FORM, answers, survey

MAY = datetime(2021, 5, 3, tzinfo=UTC)


def form(case, **more):
    returned = {"key": f"f{case}", "linked_case": case, "source_kind": "sms", "received_at": MAY, "graded_items": 0}
    return {**dict.fromkeys(FORM), **returned, "score": 0, **more}


def told(*forms, sampled=()):
    rows = pl.LazyFrame(list(forms), schema=FORM)
    return answers(rows, pl.LazyFrame({"case_id": list(sampled)}, schema={"case_id": pl.String}))


def said(case, *forms, **more):
    rows = told(*forms, **more).collect()
    return rows.filter(case_id=case).select("asked", "answered", "satisfied").row(0)


@pytest.mark.parametrize(
    ("given", "satisfied"),
    [
        ({"csat": 4}, True),
        ({"csat": 3}, False),
        ({"graded_items": 3, "score": 3}, True),
        ({"graded_items": 3, "score": 2}, False),
        ({"graded_items": 1, "score": 1}, True),
        ({"csat": 2, "graded_items": 3, "score": 6}, False),
    ],
)
def test_satisfied_is_one_of_the_top_two_boxes_or_b_on_average(given, satisfied):
    assert said("one", form("one", **given)) == (True, True, satisfied)


@pytest.mark.parametrize(
    "silent",
    [{"received_at": None, "csat": 5}, {}, {"csat": 5, "verified": "rejected"}],
    ids=["unreturned", "blank", "rejected"],
)
def test_who_was_asked_and_told_nothing_has_not_answered(silent):
    assert said("one", form("one", **silent)) == (True, False, None)


def test_a_call_back_is_another_sample():
    assert told(form("one", source_kind="callback", csat=5)).collect().height == 0


def test_entering_the_surveys_stage_says_that_the_case_was_asked():
    assert said("one", sampled=["one"]) == (True, False, None)


def test_the_latest_answer_of_a_case_counts():
    early, late = form("one", csat=1), form("one", key="f2", csat=5, received_at=MAY.replace(day=9))
    assert said("one", late, early) == (True, True, True)


def test_the_sample_is_counted_among_the_completed_cases():
    completed = pl.LazyFrame({"case_id": ["one", "two", "three", "four"]})
    known = told(form("one", csat=5), form("two", csat=1), form("three", received_at=None), form("elsewhere", csat=5))
    counted = survey(completed, known).row(0, named=True)
    names = ("completed", "asked", "answered", "satisfied", "coverage", "response", "value")
    assert [counted[name] for name in names] == [4, 3, 2, 1, 0.75, 2 / 3, 0.5]


def test_nobody_asked_is_no_satisfaction_rather_than_none_satisfied():
    counted = survey(pl.LazyFrame({"case_id": ["one"]}), told()).row(0, named=True)
    assert (counted["answered"], counted["value"]) == (0, None)
