"""The overdispersion test against qcc's published examples (Wetherill & Brown 1991)."""

import pytest

from metrics.signals.dispersion import binomial_dispersion, poisson_dispersion

SHARES_OF_50 = [
    12, 11, 18, 11, 10, 16, 9, 11, 14, 15, 11, 9, 10, 13, 12, 8, 12, 13, 10, 12, 13, 16, 12, 18, 16, 10, 16, 10, 12, 14,
]  # fmt: skip
COUNTS = [
    11,
    8,
    13,
    11,
    13,
    17,
    25,
    23,
    11,
    16,
    9,
    15,
    10,
    16,
    12,
    8,
    9,
    15,
    4,
    12,
    12,
    12,
    15,
    17,
    14,
    17,
    12,
    12,
    7,
    16,
]


def test_binomial_counts_agree_with_qcc_and_are_not_overdispersed():
    found = binomial_dispersion(SHARES_OF_50, [50] * 30)
    assert (found.ratio, found.statistic) == pytest.approx((0.7644566, 22.16924), abs=1e-5)
    assert found.probability == pytest.approx(0.81311, abs=1e-5)
    assert not found.is_over


def test_poisson_counts_agree_with_qcc_and_are_just_overdispersed():
    found = poisson_dispersion(COUNTS, [1] * 30)
    assert (found.ratio, found.statistic) == pytest.approx((1.472203, 42.69388), abs=1e-5)
    assert found.probability == pytest.approx(0.048579, abs=1e-6)
    assert found.is_over


@pytest.mark.parametrize(("hits", "n"), [([3], [10]), ([0, 0, 0], [10, 20, 30]), ([10, 20], [10, 20])])
def test_one_point_or_shares_without_spread_cannot_be_tested(hits, n):
    assert binomial_dispersion(hits, n) is None
