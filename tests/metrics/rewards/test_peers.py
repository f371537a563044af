"""Units beside each other: shrinkage and limits against published figures, and what is not known."""

import polars as pl
import pytest

from metrics.rewards.peers import peers, shrunken, variance_between

# Six trials of aspirin (CLASP): events and patients of both arms, DerSimonian & Kacker 2007, table 1.
CLASP = [(5, 156, 8, 74), (5, 303, 17, 303), (12, 565, 9, 477), (69, 1570, 94, 1565), (9, 103, 11, 105),
         (313, 4659, 352, 4650)]  # fmt: skip
# Nineteen studies of teacher expectancy, Raudenbush & Bryk 1985: effect and variance.
EFFECTS = (0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.80, 0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.30)
VARIANCES = (0.015625, 0.021609, 0.027889, 0.139129, 0.136161, 0.010609, 0.010609, 0.0484, 0.026896, 0.063001, 0.091204)
EXPECTANCY = {
    "mean": [*EFFECTS, 0.07, -0.07],
    "variance": [*VARIANCES, 0.049729, 0.083521, 0.0841, 0.025281, 0.027889, 0.019321, 0.008836, 0.030276],
}
# Their empirical Bayes estimates in figure 2 of the same paper, as R's metafor prints them.
ESTIMATES = [0.0543, 0.1006, -0.0064, 0.2144, 0.1051, -0.0082, 0.0174, -0.0293, 0.1604, 0.2485, 0.1618, 0.1102, 0.0646,
             0.1105, -0.0288, 0.0258, 0.1905, 0.0744, 0.0248]  # fmt: skip


def sums(*units):
    """Return the sums of units told as name and scores."""
    rows = [(name, len(scores), sum(scores), sum(score**2 for score in scores)) for name, scores in units]
    columns = {"unit": pl.String, "n": pl.Int64, "total": pl.Float64, "squares": pl.Float64}
    return pl.DataFrame(rows, schema=columns, orient="row")


def test_the_variance_between_units_agrees_with_dersimonian_and_kacker_2007_table_3():
    """Six log odds ratios: τ = 0.2323 by the moments of DerSimonian & Laird."""
    rows = [(a, n - a, c, m - c) for a, n, c, m in CLASP]
    odds = pl.DataFrame(rows, schema=["a", "b", "c", "d"], orient="row").cast(pl.Float64)
    ratio = (pl.col("a") * pl.col("d") / (pl.col("b") * pl.col("c"))).log()
    means = odds.select(mean=ratio, variance=sum(1 / pl.col(name) for name in "abcd"))
    assert variance_between(means) ** 0.5 == pytest.approx(0.2323, abs=5e-5)


def test_shrunken_means_and_intervals_agree_with_raudenbush_and_bryk_1985():
    found = shrunken(pl.DataFrame(EXPECTANCY), between=0.0188)
    assert found["shrunken"].to_list() == pytest.approx(ESTIMATES, abs=6e-4)
    assert (found["low"][0], found["high"][0]) == (pytest.approx(-0.1324, abs=1e-3), pytest.approx(0.2411, abs=1e-3))
    assert (found["low"][9], found["high"][9]) == (pytest.approx(0.0, abs=1e-3), pytest.approx(0.4970, abs=1e-3))


def test_units_that_differ_no_more_than_noise_are_drawn_to_one_mean():
    found = peers(sums(("N", [1, 5]), ("S", [2, 6]), ("W", [0, 4])))
    assert found.between == 0
    assert found.units["shrunken"].to_list() == pytest.approx([3, 3, 3])


def test_a_few_good_forms_are_drawn_further_than_many():
    found = peers(sums(("few", [6, 5]), ("many", [6, 5] * 30), ("rest", [0, 2] * 40)))
    few, many, _ = found.units["shrunken"].to_list()
    assert found.centre < few < many < 5.5


def test_the_funnels_limits_are_1_96_and_3_09_standard_errors_around_the_centre():
    """16 forms of variance 4 have a standard error of 0.5: ± 0.98 and ± 1.545."""
    scores = [2.0, -2.0] * 8
    found = peers(sums(("N", scores), ("S", scores)))
    scale = (found.within / 16) ** 0.5
    row = found.units.row(0, named=True)
    assert row["upper_95"] == pytest.approx(1.959964 * scale)
    assert row["lower_998"] == pytest.approx(-3.090232 * scale)


@pytest.mark.parametrize(("scores", "verdict"), [([5, 6] * 20, "above_998"), ([-6, -5] * 20, "below_998")])
def test_a_unit_outside_the_funnel_is_told_by_its_side(scores, verdict):
    found = peers(sums(("N", [1, 2] * 200), ("out", scores)))
    assert found.units["verdict"].to_list()[1] == verdict


def test_units_without_forms_and_forms_without_spread_are_not_judged():
    assert peers(sums()).centre is None
    assert peers(sums(("N", []))).units.is_empty()
    alike = peers(sums(("N", [4, 4]), ("S", [4])))
    assert (alike.centre, alike.units["verdict"].to_list()) == (4, [None, None])
