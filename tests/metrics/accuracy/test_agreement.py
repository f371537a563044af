"""Agreement of two raters, against published values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.accuracy.agreement import agreement
from metrics.accuracy.errors import RatingsTableError

SAS = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]


def test_kappa_agrees_with_statsmodels_test_inter_rater_and_its_sas_printout():
    found = agreement(SAS)
    assert (found.observed, found.expected) == (pytest.approx(0.684211, abs=1e-6), pytest.approx(0.387812, abs=1e-6))
    assert (found.kappa, found.ase) == (pytest.approx(0.4842, abs=5e-5), pytest.approx(0.1380, abs=5e-5))
    assert (found.low, found.high) == (pytest.approx(0.2137, abs=5e-5), pytest.approx(0.7547, abs=5e-5))
    assert found.z == pytest.approx(3.2626, abs=5e-5)


def test_kappa_with_linear_weights_agrees_with_the_same_printout():
    assert agreement(SAS, linear=True).kappa == pytest.approx(0.4701, abs=5e-5)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [([[20, 5], [10, 15]], 0.4), ([[45, 15], [25, 15]], 0.1304), ([[25, 35], [5, 35]], 0.2593)],
    ids=str,
)
def test_kappa_agrees_with_the_examples_of_wikipedia(table, kappa):
    assert agreement(table).kappa == pytest.approx(kappa, abs=5e-5)


def test_raters_who_only_ever_said_pass_have_no_kappa_though_they_agree():
    found = agreement([[30, 0], [0, 0]])
    assert (found.n, found.observed, found.expected, found.kappa, found.low) == (30, 1.0, 1.0, None, None)


def test_ten_pairs_that_all_agree_are_no_certainty():
    found = agreement([[9, 0], [0, 1]])
    assert (found.kappa, found.low, found.high) == (1.0, None, None)


def test_high_agreement_on_rare_failures_may_come_with_a_kappa_below_zero():
    found = agreement([[90, 5], [5, 0]])
    assert (found.observed, found.kappa) == (0.9, pytest.approx(-0.0526, abs=1e-4))


def test_without_pairs_nothing_is_said():
    assert agreement([[0, 0], [0, 0]]).observed is None


def test_a_table_that_is_not_square_is_refused_with_its_shape():
    with pytest.raises(RatingsTableError, match=r"got \(1, 2\)"):
        agreement([[1, 2]])


@given(st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=3, max_size=3), st.booleans())
def test_the_interval_contains_kappa_and_swapping_the_raters_changes_nothing(table, linear):
    found = agreement(table, linear=linear)
    swapped = agreement([list(column) for column in zip(*table, strict=True)], linear=linear)
    assert (found.kappa is None) == (swapped.kappa is None)
    if found.low is not None:
        assert found.low <= found.kappa <= found.high
        assert (swapped.kappa, swapped.ase) == (pytest.approx(found.kappa), pytest.approx(found.ase, abs=1e-9))
