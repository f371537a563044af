"""The pure words of the rewards page, and that one thing has one name wherever it is shown."""

from fractions import Fraction

import pytest

from dashboard import numbers
from dashboard.components.rewards.parts import PARTS
from dashboard.filters import Filters
from dashboard.places import Places
from dashboard.rewards.acting import possible
from dashboard.rewards.appeals import rows
from dashboard.rewards.laboratory import changed, digest
from dashboard.rewards.message import message, since
from dashboard.rewards.sheets import Reading
from dashboard.wording import reward_acts as acts
from dashboard.wording import rewards as words
from metrics.rewards.dated import Dated
from metrics.rewards.errors import PolicyError
from metrics.rewards.ledger.entry import STEPS
from metrics.rewards.month_rows import MonthRow
from metrics.rewards.paper.sheet import Column, Kind
from metrics.rewards.policy import SatisfactionPolicy
from metrics.store.reward_policies import RewardPolicies
from metrics.text import Text

PAID = {"currency": "CNY", "part": "satisfaction"}


def test_the_message_counts_rewards_and_fines_and_not_those_who_get_nothing():
    paid = {"N": 100_000, "S": -1, "X": 0}
    month = [MonthRow(unit, PAID | {"amount_minor": amount}, None) for unit, amount in paid.items()]
    assert message(month, "2025-05", "en") == "May 2025: 1 rewarded, 1 fined, 999.99 CNY in all"
    assert message([], "2025-05", "zh") == "2025 年 5 月 没有奖惩单"


def test_counts_and_amounts_are_grouped_as_the_reader_chose_and_exact_to_the_cent():
    reading = Reading("zh", "UTC", Filters(), Places([]))
    count, money = (Column("x", Text("数", "number"), kind) for kind in (Kind.COUNT, Kind.MONEY))
    assert (reading.words(12_345, count), reading.words(-1_234_501, money)) == ("12,345", "−12,345.01")
    with numbers.written_in_myriads(chosen=True):
        assert (reading.words(12_345, count), reading.words(-1_234_501, money)) == ("1 万 2345", "−1 万 2345.01")
        assert message([MonthRow("N", PAID | {"amount_minor": 10**6}, None)], "2025-05", "zh").endswith(
            "1 万 0000.00 CNY"
        )


@pytest.mark.parametrize(
    ("written", "found"), [("F1, F2", ["F1", "F2"]), ("F1,F2;F1\nF3", ["F1", "F2", "F3"]), (None, [])]
)
def test_numbers_of_rows_are_read_as_people_write_them(written, found):
    assert rows(written) == found


def test_settings_that_are_tried_hold_for_every_period_and_unit():
    policies = RewardPolicies((Dated(SatisfactionPolicy()), Dated(SatisfactionPolicy(), unit="N")), ())
    tried = changed(policies, {"min_forms": 7, "dead_band": "1/10", "denominator": "jobs"})
    assert [(each.policy.min_forms, each.policy.dead_band) for each in tried.satisfaction] == [(7, Fraction(1, 10))] * 2
    assert digest(tried) != digest(policies)
    with pytest.raises(PolicyError, match="min_forms is at least 1"):
        changed(policies, {"min_forms": 0})


def test_a_policy_without_a_beginning_has_always_been():
    assert (since("0001-01-01", "en"), since("2025-01-01", "zh")) == ("always", "2025-01-01")


def test_every_step_has_its_button_its_consequences_and_its_confirmation():
    steps = {step.value for step in STEPS}
    assert steps == set(acts.STEPS)
    assert steps <= set(acts.FREEZES) == set(acts.CONFIRM)
    assert possible("closed") == ()


def test_every_part_of_the_page_is_named():
    assert {"statement", *PARTS} == set(words.PARTS)
