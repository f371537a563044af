"""Intervals said to hold in 95 of 100 cases do so: observed 93 to 97 %, in the regimes that each is meant for."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.change import change
from metrics.intervals import garwood, student, wilson
from metrics.kpis.first_contact_resolution import KPI as FIRST_CONTACT_RESOLUTION
from metrics.noise import difference_of_means

TRIALS = 20_000
SEED = 20250601


def covered(bounds, truth):
    low, high = bounds
    return float(((low <= truth) & (truth <= high)).mean())


def holds(share):
    return 0.93 <= share <= 0.97


@pytest.mark.slow
@pytest.mark.parametrize("n", [50, 200, 1000])
@pytest.mark.parametrize("p", [0.2, 0.5, 0.8, 0.9])
def test_wilsons_interval_covers_a_share(p, n):
    hits = np.random.default_rng(SEED).binomial(n, p, TRIALS)
    assert holds(covered(wilson(pl.Series(hits), pl.Series(np.full(TRIALS, n))), p))


@pytest.mark.slow
@pytest.mark.parametrize("n", [5, 10, 30, 200])
def test_students_interval_covers_a_mean(n):
    values = np.random.default_rng(SEED).normal(4.0, 2.0, (TRIALS, n))
    parts = (pl.Series(values.sum(axis=1)), pl.Series((values**2).sum(axis=1)), pl.Series(np.full(TRIALS, n)))
    assert holds(covered(student(*parts), 4.0))


@pytest.mark.slow
def test_students_interval_covers_the_mean_of_60_skewed_scores():
    generator = np.random.default_rng(SEED)
    values = generator.choice([6, 5, 3, 0, -6], p=[0.5, 0.2, 0.15, 0.1, 0.05], size=(TRIALS, 60))
    parts = (pl.Series(values.sum(axis=1)), pl.Series((values**2).sum(axis=1)), pl.Series(np.full(TRIALS, 60)))
    assert holds(covered(student(*parts), 3 + 1 + 0.45 - 0.3))


@pytest.mark.slow
@pytest.mark.parametrize("expected", [30, 100, 400])
def test_garwoods_interval_covers_a_rate(expected):
    counts = np.random.default_rng(SEED).poisson(expected, TRIALS)
    assert holds(covered(garwood(pl.Series(counts), pl.Series(np.full(TRIALS, 200.0))), expected / 200))


@pytest.mark.slow
@pytest.mark.parametrize(("n", "n_before"), [(30, 30), (50, 200), (300, 300)])
@pytest.mark.parametrize(("p", "p_before"), [(0.8, 0.8), (0.6, 0.8), (0.9, 0.5)])
def test_newcombes_interval_covers_a_difference_of_shares(p, p_before, n, n_before):
    generator = np.random.default_rng(SEED)
    pairs = np.stack([generator.binomial(n, p, TRIALS), generator.binomial(n_before, p_before, TRIALS)])
    cases, times = np.unique(pairs, axis=1, return_counts=True)
    inside = [
        often * (found.low <= p - p_before <= found.high)
        for hits, before, often in zip(*cases.tolist(), times, strict=True)
        if (found := change(FIRST_CONTACT_RESOLUTION, share(hits, n), share(before, n_before)))
    ]
    assert holds(sum(inside) / TRIALS)


def share(hits, n):
    low, high = wilson(pl.Series([hits]), pl.Series([n]))
    return {"value": hits / n, "low": low[0], "high": high[0]}


@pytest.mark.slow
@pytest.mark.parametrize(("n", "spread"), [(10, 2.0), (30, 2.0), (30, 1.0), (100, 0.5)])
def test_the_interval_of_a_difference_of_means_covers_it(n, spread):
    generator = np.random.default_rng(SEED)
    now, before = generator.normal(4.0, spread, (5000, n)), generator.normal(3.0, 2.0, (5000, n))
    bounds = [difference_of_means(mean(later), mean(then)) for later, then in zip(now, before, strict=True)]
    assert holds(np.mean([low <= 1.0 <= high for low, high in bounds]))


def mean(values):
    return {"n": len(values), "value": values.mean(), "total": values.sum(), "squares": (values**2).sum()}


# --- properties ------------------------------------------------------------------------------------------------------


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_wilsons_interval_contains_the_share_and_stays_within_0_and_1(hits, misses):
    if n := hits + misses:
        found = share(hits, n)
        assert 0 <= found["low"] <= found["value"] <= found["high"] <= 1


@given(st.integers(0, 100_000), st.floats(0.01, 1e6))
def test_garwoods_interval_contains_the_rate_and_is_not_negative(count, exposure):
    low, high = garwood(pl.Series([count]), pl.Series([exposure]))
    assert 0 <= low[0] <= count / exposure <= high[0]


@given(st.lists(st.integers(-6, 6), min_size=2, max_size=40), st.lists(st.integers(-6, 6), min_size=2, max_size=40))
def test_the_interval_of_a_difference_of_means_contains_it_and_turns_round_with_it(now, before):
    later, then = mean(np.array(now)), mean(np.array(before))
    there, back = difference_of_means(later, then), difference_of_means(then, later)
    assert (there is None) == (back is None)
    if there is not None:
        assert there[0] <= later["value"] - then["value"] <= there[1]
        assert there == pytest.approx((-back[1], -back[0]))


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_newcombes_interval_contains_the_difference_of_shares(n, n_before, data):
    hits, before = data.draw(st.integers(0, n)), data.draw(st.integers(0, n_before))
    found = change(FIRST_CONTACT_RESOLUTION, share(hits, n), share(before, n_before))
    assert -1 - 1e-9 <= found.low <= found.difference <= found.high <= 1 + 1e-9
