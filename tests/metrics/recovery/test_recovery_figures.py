"""Recovery: the order of its steps, the time it takes, and what may be said of satisfaction and of money."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.recovery.comparison import compared
from metrics.recovery.scenario import GROUPS, LITERATURE, Scenario, ScenarioError, revenue_at_risk
from metrics.recovery.steps import STEPS, per_recovery
from metrics.recovery.times import TO_SATISFACTION, seconds_until

START = datetime(2025, 6, 1, tzinfo=UTC)
_ACTION = {"recovery_id": "B1", "confirmed_satisfied": None, "confirmed_at": None, "compensation_amount": None}
_TEXTS = ("month", "case_id", "complaint_id", "org_unit_id", "type", "source", "source_file")
_NUMBERS = ("source_row", "loss_grade", "loss_amount", "authority_limit", "repurchased_within_days")


def actions(hours: dict[str, int | None], **stated: object) -> pl.LazyFrame:
    rows = [
        {**_ACTION, "step": step, "failure_detected_at": START, "done_at": _after(hour), **stated}
        for step, hour in hours.items()
    ]
    utc = pl.Datetime("us", "UTC")
    types = {"done_at": utc, "confirmed_at": utc, "confirmed_satisfied": pl.Boolean, "compensation_amount": pl.Int64}
    blanks = {name: pl.lit(None, dtype=pl.String) for name in _TEXTS}
    blanks |= {name: pl.lit(None, dtype=pl.Int64) for name in _NUMBERS}
    return pl.LazyFrame(rows, schema_overrides=types).with_columns(**blanks)


def _after(hours: int | None) -> datetime | None:
    return None if hours is None else START + timedelta(hours=hours)


def one(rows: pl.LazyFrame) -> dict:
    return per_recovery(rows).collect().row(0, named=True)


def test_five_steps_in_their_order_are_complete_and_in_order():
    found = one(actions(dict(zip(STEPS, range(1, 6), strict=True))))
    assert (found["steps_done"], found["out_of_order"]) == (5, False)


def test_paying_before_apologising_is_out_of_order_though_all_was_done():
    found = one(actions({"apology": 5, "redo_service": 6, "calm": 7, "compensate": 1, "confirm": 9}))
    assert (found["steps_done"], found["out_of_order"]) == (5, True)


def test_a_skipped_step_is_missing_and_not_out_of_order():
    found = one(actions({"apology": 1, "redo_service": None, "calm": None, "compensate": 2, "confirm": 3}))
    assert (found["steps_done"], found["out_of_order"]) == (3, False)


def test_steps_done_at_the_same_moment_are_in_order():
    assert one(actions({"apology": 1, "redo_service": 1}))["out_of_order"] is False


def test_an_answer_that_is_not_dated_yet_is_none():
    assert one(actions({"confirm": None}, confirmed_satisfied=True))["answered"] is None


def test_recoveries_still_open_make_the_time_longer_and_not_shorter():
    as_of = START + timedelta(hours=100)
    rows = pl.DataFrame(
        {
            "failure_detected_at": [START] * 4,
            "answered_at": [_after(10), _after(20), None, None],
            "answered": [True] * 4,
        }
    )
    found = seconds_until(rows, TO_SATISFACTION, as_of)
    assert found["first_quarter"]["value"] == 10 * 3600
    assert found["median"]["value"] == 20 * 3600
    assert found["third_quarter"]["value"] is None


def test_a_customer_who_said_no_is_still_waiting():
    rows = pl.DataFrame({"failure_detected_at": [START], "answered_at": [_after(10)], "answered": [False]})
    assert seconds_until(rows, TO_SATISFACTION, START + timedelta(hours=50))["median"]["value"] is None


def test_recovered_customers_who_score_higher_are_never_called_loyal():
    found = compared(pl.Series([6, 6, 5, 6, 6, 5]), pl.Series([2, 1, 2, 3, 1, 2]))
    assert found.difference == pytest.approx(5 + 2 / 3 - 11 / 6)
    assert 0 < found.low < found.difference < found.high
    assert "score higher" in found.sentence.en
    assert "satisfied is not loyal" in found.sentence.en
    assert "满意不等于会再来" in found.sentence.zh


@pytest.mark.parametrize("scores", [[], [5], [None, None]], ids=str)
def test_too_few_scores_are_not_compared(scores):
    found = compared(pl.Series(scores, dtype=pl.Int64), pl.Series([1, 2, 3]))
    assert (found.low, found.high) == (None, None)
    assert found.sentence.en.startswith("Too few")


@pytest.mark.parametrize(
    ("recovered", "says"), [(6, "score higher"), (2, "no more than chance"), (-6, "score lower")], ids=str
)
def test_many_equal_scores_are_not_called_too_few(recovered, says):
    found = compared(pl.Series([recovered] * 20), pl.Series([2] * 20))
    assert (found.low, found.high) == (None, None)
    assert says in found.sentence.en


def test_g18_the_literatures_shares_are_those_printed_and_are_marked_as_no_measurement():
    """https://www.fastcompany.com/663494: 9, 19, 54, 82 above $100 and 37, 46, 70, 95 below $5."""
    above, below = ([round(100 * scenario.repurchase[group]) for group in GROUPS] for scenario in LITERATURE)
    assert (above, below) == ([9, 19, 54, 82], [37, 46, 70, 95])
    assert all("disputed" in scenario.source for scenario in LITERATURE)


def test_revenue_at_risk_is_what_would_not_be_bought_again():
    found = revenue_at_risk(LITERATURE[0], {"no_contact": 100, "satisfied_quickly": 50}, value=2_000)
    assert found.total == pytest.approx(100 * 2_000 * 0.91 + 50 * 2_000 * 0.18)
    assert found.measured is False


@given(st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 1_000)), st.floats(0, 1e6))
def test_the_risk_of_the_groups_adds_up_and_never_exceeds_what_all_are_worth(customers, value):
    found = revenue_at_risk(LITERATURE[0], customers, value)
    assert found.total == pytest.approx(sum(found.per_group.values()))
    assert -1e-6 <= found.total <= sum(customers.values()) * value + 1e-6


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"no_contact": 0.1}, "says nothing of unsatisfied"),
        (dict.fromkeys(GROUPS, 9), "between 0 and 1"),
        (dict.fromkeys((*GROUPS, "satisfid"), 0.1), "Did you mean satisfied"),
    ],
    ids=["missing", "percent", "typo"],
)
def test_a_scenario_that_cannot_be_used_is_refused(shares, said):
    with pytest.raises(ScenarioError, match=said):
        Scenario("mine", shares, "me")


def test_negative_customers_are_refused():
    with pytest.raises(ScenarioError, match="cannot be negative"):
        revenue_at_risk(LITERATURE[0], {"no_contact": -1}, 10)
