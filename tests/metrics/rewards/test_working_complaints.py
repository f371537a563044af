"""A complaint statement written out: what counts, what it is due in each mode, and what the cap lets through."""

import pytest

from metrics.rewards.working.complaints import complaint_lines

SETTINGS = {
    "amount": 5_000, "multiplier": 2, "multiplier_from": 4, "steps": [], "zero_complaint_bonus": None, "min_jobs": 10,
}  # fmt: skip
STEPS = [{"first": 0, "last": 0, "amount": 30_000}, {"first": 1, "last": None, "amount": -60_000}]
FIGURES = {
    "count": 0, "weighted": 0, "jobs": 40, "rate": "0/1", "compared_rate": None, "reward_minor": 0, "penalty_minor": 0,
    "cap_minor": None, "carried_in_minor": 0, "taken_minor": 0, "carried_out_minor": 0,
}  # fmt: skip


def lines(rule, weights=(), amount=0, settings=None, **figures):
    """Return the lines of a complaint statement in English, as {what: how}; of two alike the last."""
    document = {
        "rule": rule, "amount_minor": amount, "currency": "CNY", "figures": FIGURES | figures,
        "policy": {"settings": SETTINGS | (settings or {})},
    }  # fmt: skip
    return {line.what.en: line.how.en for line in complaint_lines(document, list(weights))}


def test_each_complaint_stands_with_its_weight_multiplied_from_the_fourth_on():
    """(1 + 2 + 5 + 1·2) · 50 = 500."""
    numbers = {"count": 4, "weighted": 9, "rate": "45/2", "penalty_minor": 50_000, "taken_minor": 50_000}
    said = lines("per_complaint", (1, 2, 5, 1), -50_000, **numbers)
    assert said["Complaints counted"] == "4, of weight 1 + 2 + 5 + 1 = 9"
    assert said["Per 100 jobs"] == "900 / 40 = 22.50 (100 × weight 9, 40 jobs)"
    assert said["Due"] == "−(1 + 2 + 5 + 1×2) × 50.00 CNY = −500.00 CNY"
    assert said["Amount"] == "0.00 CNY − 500.00 CNY = −500.00 CNY"


def test_a_step_is_named_by_its_range():
    said = lines("step", (2, 5), -60_000, {"steps": STEPS}, count=2, weighted=7, rate="35/2", penalty_minor=60_000)
    assert said["Due"] == "weight 7 is on the step 1 and more: −600.00 CNY"
    assert lines("step", settings={"steps": STEPS}, reward_minor=30_000)["Due"] == (
        "weight 0 is on the step 0: 300.00 CNY"
    )


@pytest.mark.parametrize(("rate", "before", "sign"), [("5/2", "5/1", "<"), ("5/1", "5/2", ">"), ("5/2", "5/2", "=")])
def test_rates_are_compared_with_last_months(rate, before, sign):
    said = lines("same_complaints", count=1, weighted=1, rate=rate, compared_rate=before)
    assert said["Due"].split(" ")[1] == sign


def test_the_control_limit_is_shown_beside_the_count():
    """ū = 4/100, n = 40: 100·(0.04 + 3·√(0.04/40)) = 13.49; 2 of 40 are 5.00."""
    said = lines("within_limit", count=2, weighted=2, rate="5/1", compared_rate="4/1")
    assert said["Due"] == "100 × 2 / 40 ≈ 5.00 ≤ upper limit 4.00 + 3σ ≈ 13.49"
    assert " > upper limit" in lines("above_limit", count=6, weighted=6, rate="15/1", compared_rate="4/1")["Due"]


def test_a_bonus_needs_its_jobs():
    settings = {"zero_complaint_bonus": 20_000}
    assert lines("no_complaint", settings=settings, reward_minor=20_000)["Due"] == "bonus for no complaint 200.00 CNY"
    assert lines("no_complaint", settings=settings, jobs=3)["Due"] == (
        "the bonus for no complaint takes 10 jobs, there are 3: 0.00"
    )


def test_what_the_cap_holds_back_is_carried_on_in_sight():
    numbers = {"cap_minor": 50_000, "carried_in_minor": 10_000, "penalty_minor": 60_000}
    numbers |= {"taken_minor": 50_000, "carried_out_minor": 20_000, "count": 1, "weighted": 12, "rate": "30/1"}
    assert lines("per_complaint", (12,), -50_000, **numbers)["Cap"] == (
        "carried in 100.00 CNY + this month 600.00 CNY, cap 500.00 CNY: 500.00 CNY taken, 200.00 CNY carried forward"
    )


def test_without_a_job_there_is_no_rate():
    assert lines("no_assessment", jobs=0, rate=None)["Per 100 jobs"] == "no job, so there is no rate"
