"""A month goes from draft to closed by three people, and what was closed never moves."""

from datetime import UTC, datetime

import pytest

from metrics.rewards.ledger.errors import IndependenceError, StepError
from metrics.store.errors import QueryError
from metrics.store.people import NobodyNamedError

MAY = {"2025-05": {"N": 100000, "S": -50000}}


def test_three_people_close_a_month(company):
    company.load(MAY)
    company.close("2025-05")
    account = company.account("2025-05")
    assert (account["state"], account["amount_minor"]) == ("closed", 50000)
    assert [(step["step"], step["by"]) for step in account["steps"]] == [
        ("check", "Ann"),
        ("approve", "Ben"),
        ("close", "Cai"),
    ]
    assert company.verify().fault is None
    assert [entry.kind for entry in company.book.entries] == ["check", "approve", "statement", "statement", "close"]


@pytest.mark.parametrize(
    ("done", "step", "who", "said"),
    [
        ([], "approve", "Ann", "2025-05 is draft, so it cannot take the step 'approve'. Possible: check."),
        ([("check", "Ann")], "check", "Ben", "2025-05 is checked, so .* Possible: approve, return."),
        ([("check", "Ann")], "close", "Ben", "2025-05 is checked, so .* Possible: approve, return."),
        (
            [("check", "Ann"), ("approve", "Ben"), ("close", "Cai")],
            "return",
            "Ann",
            "A closed month never moves again.",
        ),
    ],
)
def test_a_step_begins_only_where_the_month_stands(tiny, done, step, who, said):
    tiny.load(MAY)
    for each in done:
        tiny.step(each[0], "2025-05", each[1])
    with pytest.raises(StepError, match=said):
        tiny.step(step, "2025-05", who, "wrong")


@pytest.mark.parametrize(("step", "who"), [("approve", "Ann"), ("close", "Ben"), ("close", "Ann")])
def test_no_two_steps_of_a_month_are_the_same_persons(tiny, step, who):
    tiny.load(MAY)
    tiny.step("check", "2025-05", "Ann")
    if step == "close":
        tiny.step("approve", "2025-05", "Ben")
    with pytest.raises(IndependenceError, match=f"{who} took the step"):
        tiny.step(step, "2025-05", who)


@pytest.mark.parametrize(("who", "unit"), [("Nora", "N"), ("Sam", "S")])
def test_nobody_of_a_paid_unit_acts_on_the_month(tiny, who, unit):
    tiny.load(MAY)
    with pytest.raises(IndependenceError, match=f"{who} belongs to {unit}, which 2025-05 pays"):
        tiny.step("check", "2025-05", who)


def test_somebody_whose_unit_is_not_paid_may_act(tiny):
    tiny.load({"2025-05": {"S": 100}})
    tiny.step("check", "2025-05", "Nora")
    assert tiny.account("2025-05")["state"] == "checked"


def test_whoever_is_not_named_does_not_act(tiny):
    tiny.load(MAY)
    with pytest.raises(QueryError, match=r"names no person 'An'\. Did you mean Ann"):
        tiny.step("check", "2025-05", "An")
    with pytest.raises(QueryError, match="Say who acts: --as NAME"):
        tiny.step("check", "2025-05", None)


def test_a_workspace_that_names_nobody_is_told_that_closing_needs_people(tiny):
    tiny.load(MAY)
    tiny.policy("")
    with pytest.raises(NobodyNamedError, match="Closing a month needs named people"):
        tiny.step("check", "2025-05", "Ann")


def test_a_month_goes_back_to_draft_with_a_reason_and_may_be_checked_by_another(tiny):
    tiny.load(MAY)
    tiny.step("check", "2025-05", "Ann")
    tiny.step("return", "2025-05", "Ben", "two forms of May are missing")
    assert tiny.account("2025-05")["state"] == "draft"
    tiny.step("check", "2025-05", "Ben")
    assert [step.get("reason") for step in tiny.account("2025-05")["steps"]] == [
        None,
        "two forms of May are missing",
        None,
    ]


def test_going_back_needs_a_reason(tiny):
    tiny.load(MAY)
    tiny.step("check", "2025-05", "Ann")
    with pytest.raises(StepError, match="needs a reason"):
        tiny.step("return", "2025-05", "Ben", "  ")


def test_months_are_closed_one_after_another(tiny):
    tiny.load({**MAY, "2025-06": {"N": 0}, "2025-07": {"N": 0}})
    tiny.close("2025-05")
    with pytest.raises(StepError, match="2025-05 is the last closed one, so 2025-06 comes first"):
        tiny.step("check", "2025-07", "Ann")


def test_a_month_without_statements_is_not_closed(tiny):
    tiny.load(MAY)
    with pytest.raises(StepError, match="No unit has a statement for 2025-04"):
        tiny.step("check", "2025-04", "Ann")


def test_a_month_that_still_goes_on_is_not_checked(tiny):
    tiny.load(MAY, as_of=datetime(2025, 5, 30, 15, 0, tzinfo=UTC))
    with pytest.raises(StepError, match="2025-05 goes on until 2025-05-31, and the load is as of 2025-05-30"):
        tiny.step("check", "2025-05", "Ann")


def test_what_was_checked_is_closed_whatever_is_loaded_or_decided_meanwhile(company):
    company.load(MAY)
    company.step("check", "2025-05", "Ann")
    company.load({"2025-05": {"N": 7, "S": 7}})
    company.step("approve", "2025-05", "Ben")
    company.policy(company.folder.joinpath("policy.toml").read_text() + "# double\n")
    company.step("close", "2025-05", "Cai")
    assert [each["amount_minor"] for each in company.account("2025-05")["statements"]] == [100000, -50000]
    assert company.account("2025-05")["load"] == 1


def test_a_closed_month_is_the_same_to_the_byte_after_later_loads_and_policies(company):
    company.load(MAY)
    company.close("2025-05")
    before = [entry.text for entry in company.book.entries]
    company.load({"2025-05": {"N": -100000}, "2025-06": {"N": 1, "S": 1}})
    company.policy(company.folder.joinpath("policy.toml").read_text() + "# double\n")
    company.close("2025-06")
    assert [entry.text for entry in company.book.entries][: len(before)] == before
    assert company.account("2025-05")["amount_minor"] == 50000
