"""Whether a difference of two months is called real: on exact cases, and on months simulated without any change."""

import numpy as np
import pytest
from scipy import stats

from metrics.change import Verdict, change
from metrics.kpis.satisfaction_score import KPI as SATISFACTION_SCORE
from metrics.noise import difference_of_means, separates_cleanly


def month(*scores):
    n, total = len(scores), sum(scores)
    return {"n": n, "value": total / n if n else None, "total": total, "squares": sum(score**2 for score in scores)}


def test_for_months_of_one_size_and_spread_the_interval_is_students_two_sample_one():
    first, second = (1, 2, 3, 4, 5), (3, 4, 5, 6, 7)
    low, high = stats.ttest_ind(second, first).confidence_interval()
    assert difference_of_means(month(*second), month(*first)) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(
    ("now", "before", "equal_spread"),
    [
        ((6, 6, 6, 6, 5), (6, 0, 6, 0, 6, 6, 0, 6, 6, 6, 0, 6), True),
        ((6, -6, 6, -6), (1, 1, 2, 1, 2, 1, 1, 2, 2), False),
    ],
)
def test_the_wider_of_the_pooled_and_welchs_interval_is_taken(now, before, equal_spread):
    wide = stats.ttest_ind(now, before, equal_var=equal_spread).confidence_interval()
    narrow = stats.ttest_ind(now, before, equal_var=not equal_spread).confidence_interval()
    assert wide.high - wide.low > narrow.high - narrow.low
    assert difference_of_means(month(*now), month(*before)) == pytest.approx(tuple(wide), abs=1e-9)


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((6, 6, 6), (5, 5, 5), "noise"),  # one of 10 ways to deal 3 and 3 out is as clean
        ((6, 6, 6, 6), (5, 5, 5, 5), "real"),  # 1 of 35
        ((6, 6, 6, 6), (6, 6, 6, 6), "noise"),
        ((6,), (0, 1, 2), "noise"),
    ],
)
def test_months_of_equal_scores_are_judged_by_how_many_ways_they_could_be_dealt(now, before, verdict):
    found = change(SATISFACTION_SCORE, month(*now), month(*before))
    assert (found.verdict, found.low, found.high) == (verdict, None, None)


def test_equal_fractions_have_no_spread_whatever_their_rounding():
    assert separates_cleanly(month(*[0.1] * 5), month(*[0.3] * 5))
    assert difference_of_means(month(*[0.1] * 5), month(*[0.3] * 5)) is None


@pytest.mark.parametrize(("now", "before"), [(month(), month(1, 2)), (month(1, 2), month())])
def test_a_month_without_forms_is_not_compared(now, before):
    assert change(SATISFACTION_SCORE, now, before).verdict is Verdict.NO_COMPARISON


def test_an_unfinished_month_is_not_compared():
    assert change(SATISFACTION_SCORE, month(1, 2), month(3, 4), unfinished=True).verdict is Verdict.TOO_EARLY


# --- simulation ------------------------------------------------------------------------------------------------------

SCORES = np.arange(-6, 7)
POINTS = (2, 1, 0, -1, -2)


def form(*grades, alike=0.0):
    """Return the distribution of a form's score out of the shares of A … E; `alike` is how often all items agree."""
    chances = np.zeros(13)
    for a, p in zip(POINTS, grades, strict=True):
        chances[3 * a + 6] += alike * p
        for b, q in zip(POINTS, grades, strict=True):
            for c, r in zip(POINTS, grades, strict=True):
                chances[a + b + c + 6] += (1 - alike) * p * q * r
    return chances


def only(**chances):
    """Return the distribution of a score that takes only some values; m stands for minus."""
    found = np.zeros(13)
    for name, chance in chances.items():
        found[int(name[1:].replace("m", "-")) + 6] = chance
    return found


CENTRES = {
    "usual": form(0.62, 0.25, 0.09, 0.03, 0.01, alike=0.5),
    "excellent": form(0.9, 0.07, 0.02, 0.005, 0.005, alike=0.5),
    "near the ceiling": only(s6=0.95, s5=0.05),
    "poor": form(0.05, 0.15, 0.3, 0.3, 0.2),
    "loved or hated": form(0.8, 0.05, 0.0, 0.05, 0.1, alike=1.0),
    "all or nothing": only(s6=0.8, sm6=0.2),
    "two grades": only(s6=0.7, s0=0.3),
    "always the same": only(s6=1.0),
}
MONTHS = 10_000


def drawn(chances, n, generator):
    """Return MONTHS simulated months of n forms as arrays of their parts."""
    picked = np.searchsorted(np.cumsum(chances)[:-1], generator.random((MONTHS, n)), side="right")
    scores = SCORES[picked]
    return scores.sum(axis=1), (scores**2).sum(axis=1)


def called_real(now, before, sizes):
    """Return the share of simulated pairs of months whose difference is called real."""
    cases, times = np.unique(np.stack([*before, *now]), axis=1, return_counts=True)
    calls = 0
    for (total_before, squares_before, total, squares), often in zip(cases.T.tolist(), times, strict=True):
        then = {"n": sizes[0], "value": total_before / sizes[0], "total": total_before, "squares": squares_before}
        later = {"n": sizes[1], "value": total / sizes[1], "total": total, "squares": squares}
        calls += often * (change(SATISFACTION_SCORE, later, then).verdict is Verdict.REAL)
    return calls / MONTHS


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [(5, 5), (10, 10), (30, 30), (30, 5), (5, 30), (10, 20)], ids=str)
@pytest.mark.parametrize("centre", CENTRES)
def test_of_10000_months_without_change_at_most_6_percent_are_called_real(centre, sizes):
    generator = np.random.default_rng(20250601)
    before, now = (drawn(CENTRES[centre], n, generator) for n in sizes)
    assert called_real(now, before, sizes) <= 0.06


@pytest.mark.slow
def test_a_change_that_there_is_is_seen_when_there_are_forms_enough():
    generator = np.random.default_rng(20250601)
    worse = 0.75 * CENTRES["usual"] + 0.25 * CENTRES["poor"]
    before, now = drawn(CENTRES["usual"], 100, generator), drawn(worse, 100, generator)
    assert called_real(now, before, (100, 100)) > 0.9
