"""A unit appeals with evidence and in time; somebody independent decides; the money follows at once."""

from datetime import UTC, datetime

import pytest

from metrics.rewards.ledger.appeals import Grounds, Verdict
from metrics.rewards.ledger.errors import AppealError, IndependenceError
from metrics.rewards.ledger.rulings import Ruling

MAY = {"2025-05": {"N": 1000, "S": 0}, "2025-06": {"N": 0, "S": 0}, "2025-07": {"N": 0, "S": 0}}


@pytest.fixture
def closed(company):
    company.load(MAY)
    company.close("2025-05")
    return company


@pytest.fixture
def shut(tiny):
    tiny.load(MAY)
    tiny.close("2025-05")
    return tiny


def test_the_effect_is_shown_before_anything_is_decided(shut):
    appeal = shut.appeal("2025-05")
    effects = [effect.document() for effect in shut.appeals.effects(shut.book, appeal)]
    assert effects[0] == {
        "month": "2025-05", "unit": "N", "part": "satisfaction",
        "before_minor": 1000, "after_minor": 1100, "amount_minor": 100,
    }  # fmt: skip
    assert len(effects) == 1


def test_an_upheld_appeal_is_paid_with_the_next_draft(closed):
    closed.decide(closed.appeal("2025-05"))
    assert closed.adjustments("2025-06") == [
        ("2025-05", "N", 1000, 0, 1100, 100),
        # The ruling stands for June's own form as well: it is in June's statement, not in a line.
    ]
    assert closed.account("2025-06")["statements"][0]["amount_minor"] == 100
    closed.close("2025-06")
    assert closed.verify().fault is None


def test_a_ruling_holds_against_what_later_loads_say_and_is_paid_once(closed):
    closed.decide(closed.appeal("2025-05"))
    closed.load({**MAY, "2025-05": {"N": 1500, "S": 0}})
    assert closed.adjustments("2025-06") == [
        ("2025-05", "N", 1000, 100, 1600, 500),
        ("2025-05", "N", 1000, 0, 1100, 100),
    ]
    closed.close("2025-06")
    assert closed.adjustments("2025-07") == []


def test_a_rejected_appeal_is_recorded_and_moves_nothing(closed):
    appeal = closed.appeal("2025-05")
    closed.decide(appeal, upheld=False)
    decision = closed.book.decided[appeal]
    assert (decision.by, decision.body["upheld"], decision.body["reason"]) == (
        "Dai",
        False,
        "as the call recording says",
    )
    assert decision.body["effects"][0]["amount_minor"] == 100
    assert closed.adjustments("2025-06") == []
    assert closed.verify().fault is None


def test_an_appeal_that_is_upheld_before_the_close_returns_the_month_to_draft(closed):
    closed.step("check", "2025-06", "Ann")
    closed.step("approve", "2025-06", "Ben")
    closed.decide(closed.appeal("2025-06"))
    account = closed.account("2025-06")
    assert (account["state"], account["steps"][-1]["by"]) == ("draft", "Dai")
    # The ruling is worth as much to May, which is closed: that is paid with June, now that June is a draft again.
    assert closed.adjustments("2025-06") == [("2025-05", "N", 1000, 0, 1100, 100)]
    closed.close("2025-06")
    assert closed.account("2025-06")["statements"][0]["amount_minor"] == 100
    assert closed.verify().fault is None


def test_what_is_decided_while_a_month_is_checked_is_paid_with_the_month_after(closed):
    closed.step("check", "2025-06", "Ann")
    closed.decide(closed.appeal("2025-05"))
    closed.step("approve", "2025-06", "Ben")
    closed.step("close", "2025-06", "Cai")
    assert closed.account("2025-06")["amount_minor"] == 0
    assert closed.adjustments("2025-07") == [("2025-06", "N", 0, 0, 100, 100), ("2025-05", "N", 1000, 0, 1100, 100)]
    closed.close("2025-07")
    assert closed.verify().fault is None


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Ann", "Ann took the step 'check' of 2025-05"),
        ("Cai", "Cai took the step 'close' of 2025-05"),
        ("Nora", "Nora belongs to N, which 2025-05 pays"),
    ],
)
def test_who_made_or_closed_the_month_or_is_of_the_unit_does_not_decide(shut, who, said):
    appeal = shut.appeal("2025-05")
    with pytest.raises(IndependenceError, match=said):
        shut.decide(appeal, who)


def test_an_appeal_is_decided_once(closed):
    appeal = closed.appeal("2025-05")
    closed.decide(appeal)
    with pytest.raises(AppealError, match=f"Appeal {appeal} was upheld by Dai"):
        closed.decide(appeal, "Ben", upheld=False)


def test_an_appeal_is_the_units_own(shut):
    with pytest.raises(IndependenceError, match="Sam does not belong to N"):
        shut.appeal("2025-05", who="Sam")


def test_a_draft_is_not_appealed_against(shut):
    with pytest.raises(AppealError, match="2025-06 is draft: there is nothing to appeal against"):
        shut.appeal("2025-06")


def test_an_appeal_names_rows_behind_its_own_statement(shut):
    with pytest.raises(AppealError, match="'F7' is no row behind the satisfaction statement of N for 2025-05"):
        shut.appeal("2025-05", row="F7")


@pytest.mark.parametrize(("text", "rulings"), [(" ", (Ruling("feedback_forms", "F1", ()),)), ("wrong", ())])
def test_an_appeal_without_evidence_is_none(text, rulings):
    with pytest.raises(AppealError, match="An appeal needs evidence"):
        Grounds(("2025-05", "N", "satisfaction"), text, rulings)


def test_a_decision_needs_a_reason():
    with pytest.raises(AppealError, match="A decision needs its reason"):
        Verdict(upheld=True, reason=" ")


def test_the_deadline_is_the_end_of_the_fifth_working_day_after_the_close(shut):
    # Closed on Tuesday, 1 April 2025; the workspace has no calendar, so Monday to Friday count: until Tuesday, 8 April.
    shut.now = datetime(2025, 4, 8, 15, 59, tzinfo=UTC)
    shut.appeal("2025-05")
    shut.now = datetime(2025, 4, 8, 16, 0, tzinfo=UTC)
    with pytest.raises(
        AppealError, match="until 2025-04-08, 5 working days after the close of 2025-05; today is 2025-04-09"
    ):
        shut.appeal("2025-05")
