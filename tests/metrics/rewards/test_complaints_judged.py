"""The complaint part: which complaints count, in which month, the four modes, and the cap that carries forward."""

from datetime import UTC, date, datetime
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar import BusinessCalendar
from metrics.rewards.complaint_judgement import capped, upper_limit_exceeded
from metrics.rewards.complaint_policy import ComplaintPolicy
from metrics.rewards.complaint_statements import ComplaintRecords, complaint_statements
from metrics.rewards.dated import Dated
from metrics.rewards.errors import PolicyError
from metrics.rewards.period import Asked, Period
from metrics.rewards.statement import Basis
from metrics.rewards.steps import Step
from metrics.rewards.tallies import JOBS

CALENDAR = BusinessCalendar("Asia/Shanghai")
COLUMNS = pl.Schema(
    {
        "complaint_id": pl.String(), "unit": pl.String(), "channel": pl.String(), "severity": pl.String(),
        "received_at": pl.Datetime("us", "UTC"), "verified_at": pl.Datetime("us", "UTC"), "verified": pl.String(),
        "attribution": pl.String(), "upheld": pl.Boolean(), "duplicate_of": pl.String(), "withdrawn": pl.Boolean(),
    }
)  # fmt: skip
UPHELD = {"unit": "N", "channel": "hotline", "severity": "minor", "verified": "confirmed", "attribution": "service",
          "upheld": True}  # fmt: skip
STEPS = (Step(0, 0, 50_000), Step(1, 2, 0), Step(3, 5, -30_000), Step(6, None, -80_000))


class Said:
    """Complaints of unit N, received and verified in the middle of a month, over some jobs a month."""

    def __init__(self):
        self.rows, self.done = [], {}

    def month(self, month, number=1, jobs=100, verified_in=None, **more):
        received, confirmed = (
            datetime.fromisoformat(f"{each}-15T04:00:00+00:00") for each in (month, verified_in or month)
        )
        for _ in range(number):
            told = {**UPHELD, "complaint_id": f"K{len(self.rows)}", "received_at": received, "verified_at": confirmed}
            self.rows.append(dict.fromkeys(COLUMNS) | told | more)
        self.done[month] = jobs
        return self

    def statements(self, *policies, **settings):
        """Return the statements by month under the dated policies, or under one with these settings."""
        rows = pl.DataFrame(self.rows, schema=COLUMNS)
        jobs = pl.DataFrame([{"unit": "N", "month": month, "jobs": n} for month, n in self.done.items()], schema=JOBS)
        moment = datetime(2025, 6, 30, 15, 59, tzinfo=UTC)
        records = ComplaintRecords(rows, Period(CALENDAR, date(2025, 6, 30), "2025-06"), Basis(1, moment), jobs)
        dated = policies or (Dated(ComplaintPolicy(**settings)),)
        return {each.month: each for each in complaint_statements(records, dated, Asked())}


@pytest.fixture
def said():
    return Said()


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({}, None),
        ({"duplicate_of": "K9"}, "duplicate"),
        ({"withdrawn": True}, "withdrawn"),
        ({"channel": "form"}, "on_a_form"),
        ({"channel": "callback"}, "on_a_form"),
        ({"verified": "rejected"}, "rejected"),
        ({"verified": "pending", "verified_at": None}, "pending"),
        ({"verified": None}, "pending"),
        ({"attribution": "product"}, "not_service"),
        ({"attribution": "unknown"}, "not_service"),
        ({"upheld": False}, "not_upheld"),
        ({"upheld": None}, "undecided"),
        ({"severity": "unknown"}, "ungraded"),
        ({"verified_at": None}, "undated"),
    ],
)
def test_a_complaint_counts_only_where_nothing_speaks_against_it(said, told, reason):
    found = said.month("2025-05", **told).statements(amount=1_000)["2025-05"].figures.month
    assert (found.count, dict(found.left_out)) == ((1, {}) if reason is None else (0, {reason: 1}))


def test_complaints_that_are_not_upheld_count_where_the_policy_says_so(said):
    said.month("2025-05", upheld=False).month("2025-05", upheld=None)
    assert said.statements(amount=1_000, upheld_only=False)["2025-05"].figures.month.count == 2


def test_each_complaint_costs_its_weight_and_twice_from_the_fourth_on(said):
    """2 + 2 + 2 + 2 × (2 + 2) = 14 weights of 10.00 on 100 jobs."""
    statement = said.month("2025-05", 5, severity="general").statements(amount=1_000)["2025-05"]
    assert (statement.rule, statement.amount) == ("per_complaint", -14_000)
    assert statement.document()["figures"]["rate"] == "10/1"


def test_no_complaint_earns_the_bonus_only_over_enough_jobs(said):
    said.month("2025-04", 0, jobs=20).month("2025-05", 0, jobs=19)
    found = said.statements(amount=1_000, zero_complaint_bonus=20_000, min_jobs=20)
    assert [(found[month].rule, found[month].amount) for month in ("2025-04", "2025-05")] == [
        ("no_complaint", 20_000), ("no_complaint", 0)
    ]  # fmt: skip


@pytest.mark.parametrize(("number", "amount"), [(0, 50_000), (1, 0), (2, 0), (3, -30_000), (5, -30_000), (6, -80_000)])
def test_the_table_of_steps_says_what_a_weighted_count_costs(said, number, amount):
    statement = said.month("2025-05", number).statements(mode="step_table", steps=STEPS)["2025-05"]
    assert (statement.rule, statement.amount) == ("step", amount)


def test_a_rate_is_compared_with_last_months_exactly(said):
    """1 of 30 and 3 of 90 jobs are the same rate; 3 of 91 is lower, 4 of 91 higher."""
    said.month("2025-02", 1, jobs=30).month("2025-03", 3, jobs=90).month("2025-04", 3, jobs=91)
    found = said.month("2025-05", 4, jobs=91).statements(
        mode="versus_last_month", reward_amount=700, penalty_amount=900
    )
    judged = {month: (each.rule, each.amount) for month, each in found.items() if month < "2025-06"}
    assert judged == {
        "2025-02": ("baseline", 0),
        "2025-03": ("same_complaints", 0),
        "2025-04": ("fewer_complaints", 700),
        "2025-05": ("more_complaints", -900),
    }


def test_a_month_without_jobs_cannot_be_compared_nor_can_the_next(said):
    said.month("2025-03", 1, jobs=30).month("2025-04", 1, jobs=0).month("2025-05", 1, jobs=30)
    found = said.statements(mode="versus_last_month", reward_amount=700, penalty_amount=900)
    assert [found[month].rule for month in ("2025-04", "2025-05")] == ["no_assessment", "no_baseline"]


def test_only_a_month_above_the_upper_control_limit_is_fined(said):
    """Six months of 4 in 100 jobs: ū = 0.04, limit 0.04 + 3·√(0.04/100) = 0.10: 10 is on it, 11 above."""
    for month in range(1, 5):
        said.month(f"2025-0{month}", 4)
    said.month("2024-11", 4).month("2024-12", 4).month("2025-05", 10).month("2025-06", 11)
    found = said.statements(mode="versus_u_chart", penalty_amount=900, chart_months=6)
    assert found["2025-04"].rule == "baseline"
    assert (found["2025-05"].rule, found["2025-05"].amount) == ("within_limit", 0)
    assert found["2025-05"].document()["figures"]["compared_rate"] == "4/1"


def test_the_exact_limit_is_that_of_the_u_chart():
    assert not upper_limit_exceeded(10, 100, Fraction(4, 100))
    assert upper_limit_exceeded(11, 100, Fraction(4, 100))
    assert upper_limit_exceeded(1, 100, Fraction(0))
    assert not upper_limit_exceeded(0, 100, Fraction(0))


def test_what_exceeds_the_cap_is_taken_in_later_months_to_the_cent(said):
    """A pool of 100.01 caps at 50.00: 120.00 are taken as 50.00, 50.00 and 20.00, beside a bonus in the third."""
    said.month("2025-03", 3, severity="general").month("2025-04", 0).month("2025-05", 0).month("2025-06", 0)
    settings = {"amount": 2_000, "bonus_pool": 10_001, "zero_complaint_bonus": 700}
    found = said.statements(**settings)
    assert [each.amount for each in found.values()] == [-5_000, -4_300, -1_300, 700]
    capped_ = [each.figures.capped for each in found.values()]
    assert [(each.carried_in, each.taken, each.carried_out) for each in capped_] == [
        (0, 5_000, 7_000), (7_000, 5_000, 2_000), (2_000, 2_000, 0), (0, 0, 0)
    ]  # fmt: skip
    assert "carried_forward" in {warned.code for warned in found["2025-03"].warnings}


@given(st.lists(st.integers(0, 50_000), max_size=30), st.integers(1, 20_000))
def test_what_is_taken_and_what_is_carried_on_are_all_that_was_due(penalties, pool):
    policy, carried, taken = ComplaintPolicy(amount=1, bonus_pool=pool), 0, 0
    for penalty in penalties:
        through = capped(policy, carried, penalty)
        carried, taken = through.carried_out, taken + through.taken
        assert 0 <= through.taken <= pool // 2
    assert taken + carried == sum(penalties)


def test_a_complaint_counts_in_the_month_of_its_verification_or_of_its_receipt(said):
    said.month("2025-04", verified_in="2025-05", jobs=10)
    by_verification, by_receipt = (said.statements(amount=1, month=kind) for kind in ("verified", "received"))
    assert {month: each.figures.month.count for month, each in by_verification.items()}["2025-05"] == 1
    assert {month: each.figures.month.count for month, each in by_receipt.items()}["2025-04"] == 1


@pytest.mark.parametrize(("first", "then"), [("verified", "received"), ("received", "verified")])
def test_a_policy_that_dates_otherwise_neither_loses_a_complaint_nor_counts_it_twice(said, first, then):
    said.month("2025-04", verified_in="2025-05").month("2025-05", verified_in="2025-06").month(
        "2025-03", verified_in="2025-03"
    )
    turn = date(2025, 5, 1)
    policies = (
        Dated(ComplaintPolicy(amount=1, month=first), valid_to=turn),
        Dated(ComplaintPolicy(amount=1, month=then), valid_from=turn),
    )
    assert sum(each.figures.month.count for each in said.statements(*policies).values()) == 3


def test_a_lower_rate_is_no_reward_over_too_few_jobs(said):
    said.month("2025-04", 5, jobs=100).month("2025-05", 0, jobs=3)
    settings = {"mode": "versus_last_month", "reward_amount": 700, "penalty_amount": 900, "min_jobs": 5}
    statement = said.statements(**settings)["2025-05"]
    assert (statement.rule, statement.amount) == ("not_enough_jobs", 0)


@pytest.mark.parametrize(
    ("settings", "said_of_it"),
    [
        ({}, "mode = 'per_complaint' needs amount"),
        ({"amount": 1, "penalty_amount": 1}, "mode = 'per_complaint' does not take penalty_amount"),
        ({"amount": -1}, "amount is at least 0, got -1"),
        ({"amount": 1, "cap_share": Fraction(3, 2)}, "cap_share is more than 0 and at most 1"),
        ({"amount": 1, "chart_min_months": 13}, "chart_min_months = 13 exceeds chart_months = 12"),
        ({"amount": 1, "severity_weight": (("minor", 1),)}, "severity_weight names minor, general, major, critical"),
        ({"mode": "step_table", "steps": STEPS, "zero_complaint_bonus": 1}, "a step table already says"),
        ({"mode": "step_table", "steps": STEPS[1:]}, "the first step begins at 0, got 1..2"),
        ({"mode": "step_table", "steps": STEPS[:3]}, "the last step is open, got 3..5"),
        ({"mode": "step_table", "steps": (STEPS[0], STEPS[2], STEPS[3])}, "steps 1 (0..0) and 2 (3..5) leave a hole"),
        ({"mode": "step_table", "steps": (STEPS[0], Step(0, None, -1))}, "steps 1 (0..0) and 2 (0 and more) overlap"),
        ({"mode": "step_table", "steps": (STEPS[1], STEPS[0])}, "the first step begins at 0"),
        ({"mode": "step_table", "steps": (Step(0, 0, 0), Step(1, None, 5))}, "more complaints must not earn more"),
    ],
)
def test_a_complaint_policy_that_contradicts_itself_is_refused(settings, said_of_it):
    with pytest.raises(PolicyError) as refused:
        ComplaintPolicy(**settings)
    assert said_of_it in str(refused.value)
