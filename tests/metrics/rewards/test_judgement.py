"""The rule of the source document, its worked example, and every special case in its order."""

from fractions import Fraction

import pytest

# 35 points on 10 forms: 3.5. 40 points on 10 forms: 4.0.
APRIL = ["AAA"] * 5 + ["BCC"] * 5
MAY = ["AAA"] * 5 + ["ACC"] * 5


def test_g1_ten_jobs_with_forty_points_after_three_and_a_half_are_rewarded_with_a_thousand(story):
    """The document's worked example: 40/10 = 4.0; 4 − 3.5 = 0.5 > 0; 1000 yuan."""
    statement = story.month("2025-04", APRIL, jobs=10).month("2025-05", MAY, jobs=10).statements()["N", "2025-05"]
    figures = statement.document()["figures"]
    assert (figures["average"], figures["baseline_average"], figures["delta"]) == ("4/1", "7/2", "1/2")
    assert (statement.rule, statement.amount, statement.currency) == ("better", 100_000, "CNY")


def test_a_worse_month_costs_the_penalty_and_an_equal_one_nothing(story):
    story.month("2025-03", MAY).month("2025-04", APRIL).month("2025-05", APRIL * 2)
    assert story.judged("2025-04", penalty_amount=70_000) == ("worse", -70_000)
    assert story.judged("2025-05") == ("equal", 0)


def test_the_first_month_is_the_baseline_even_where_every_grade_is_the_best(story):
    assert story.month("2025-05", ["AAA"] * 9).judged("2025-05") == ("baseline", 0)


def test_no_forms_are_no_assessment_and_the_month_after_has_no_baseline(story):
    story.month("2025-03", APRIL).month("2025-04", [], jobs=12).month("2025-05", MAY)
    assert story.judged("2025-04") == ("no_assessment", 0)
    assert story.judged("2025-05") == ("no_baseline", 0)
    assert story.judged("2025-05", baseline="last_assessed_month") == ("better", 100_000)


def test_too_few_forms_are_not_judged_and_are_no_baseline(story):
    story.month("2025-03", APRIL).month("2025-04", ["AAA"] * 4).month("2025-05", MAY)
    assert story.judged("2025-04") == ("not_enough_forms", 0)
    assert story.judged("2025-05") == ("no_baseline", 0)


def test_all_best_is_rewarded_although_it_cannot_be_better_than_the_month_before(story):
    story.month("2025-04", ["AAA"] * 9).month("2025-05", ["AAA"] * 9)
    assert story.judged("2025-05") == ("all_max", 100_000)
    assert story.judged("2025-05", all_max_amount=50_000) == ("all_max", 50_000)
    assert story.judged("2025-05", all_max_rule=False) == ("equal", 0)


def test_all_worst_is_fined_although_it_is_equal(story):
    story.month("2025-04", ["EEE"] * 9).month("2025-05", ["EEE"] * 9)
    assert story.judged("2025-05") == ("all_min", -100_000)


def test_a_blank_does_not_make_a_month_perfect(story):
    story.month("2025-04", ["AAA"] * 9).month("2025-05", ["AAA"] * 9 + ["AB_"])
    assert story.judged("2025-05") == ("equal", 0)


def test_few_forms_are_asked_before_all_best(story):
    story.month("2025-04", APRIL).month("2025-05", ["AAA"] * 4)
    assert story.judged("2025-05") == ("not_enough_forms", 0)


@pytest.mark.parametrize(("denominator", "judged"), [("forms", ("better", 100_000)), ("jobs", ("worse", -100_000))])
def test_the_sign_follows_the_denominator_that_the_policy_names(story, denominator, judged):
    """35 points, 10 forms, 10 jobs; then 40 points, 10 forms, 12 jobs: 4.00 by forms, 3.33 by jobs."""
    story.month("2025-04", APRIL, jobs=10).month("2025-05", MAY, jobs=12)
    assert story.judged("2025-05", denominator=denominator) == judged


def test_months_compared_are_pooled_and_never_averaged_over_averages(story):
    """6 × 10 + 0 × 30 points on 40 forms are 1.5, not 3; a month of 2 is better."""
    story.month("2025-03", ["AAA"] * 10).month("2025-04", ["CCC"] * 30).month("2025-05", ["BBC"] * 10)
    found = story.statements(baseline="rolling_3")["N", "2025-05"].figures
    assert (found.judgement.compared.months, found.judgement.delta) == (("2025-03", "2025-04"), Fraction(1, 2))


def test_a_fixed_target_is_met_without_any_month_before(story):
    story.month("2025-05", MAY)
    assert story.judged("2025-05", baseline="fixed_target", target=Fraction("3.9")) == ("better", 100_000)
    assert story.judged("2025-05", baseline="fixed_target", target=Fraction(4)) == ("equal", 0)


def test_a_difference_inside_the_dead_band_counts_as_none(story):
    story.month("2025-04", APRIL).month("2025-05", MAY)
    assert story.judged("2025-05", dead_band=Fraction(1, 2)) == ("within_dead_band", 0)
    assert story.judged("2025-05", dead_band=Fraction("0.499")) == ("better", 100_000)


def test_an_amount_per_point_is_rounded_half_away_from_zero(story):
    """5 points on 6 forms: 5/6 of 100 are 83.33 fen, of 3 are 2.5, of 9 are 7.5."""
    story.month("2025-03", ["CCC"] * 6).month("2025-04", ["CCC"] * 5 + ["AAB"] * 1).month("2025-05", ["CCC"] * 6)
    per_point = {"amount_mode": "per_point", "all_max_amount": 1, "all_min_amount": 1}
    assert story.judged("2025-04", **per_point, reward_amount=100) == ("better", 83)
    assert story.judged("2025-05", **per_point, penalty_amount=3) == ("worse", -3)
    assert story.judged("2025-05", **per_point, penalty_amount=9) == ("worse", -8)


def test_staying_high_is_rewarded_only_where_the_policy_says_so(story):
    from metrics.rewards.policy import HighPlateau

    story.month("2025-03", MAY).month("2025-04", MAY).month("2025-05", MAY)
    plateau = {"high_plateau": HighPlateau(Fraction(4), 3)}
    assert story.judged("2025-05") == ("equal", 0)
    assert story.judged("2025-05", **plateau) == ("high_plateau", 100_000)
    assert story.judged("2025-04", **plateau) == ("equal", 0)


def test_a_partial_form_is_dropped_or_prorated_exactly(story):
    """A, B and a blank are 3 points on two items: 9/2 on three."""
    story.month("2025-04", APRIL).month("2025-05", [*MAY, "AB_"])
    dropped, prorated = (
        story.statements(partial_form=kind)["N", "2025-05"].figures.deciding.now for kind in ("drop", "prorate")
    )
    assert (dropped.n, dropped.total) == (10, 40)
    assert (prorated.n, prorated.total) == (11, Fraction("44.5"))


def test_unverified_forms_count_only_where_the_policy_says_so(story):
    story.month("2025-04", APRIL).month("2025-05", APRIL).month("2025-05", ["AAA"] * 5, verified="pending")
    assert story.judged("2025-05") == ("equal", 0)
    assert story.judged("2025-05", only_verified=False) == ("better", 100_000)


def test_weights_and_points_are_the_policys_own(story):
    story.month("2025-04", APRIL).month("2025-05", ["ABC"] * 5)
    scores = {"A": 10, "B": 5, "C": 0, "D": 0, "E": -7}
    settings = {"score_map": tuple(scores.items()), "item_weights": (1, 2, 3)}
    assert story.statements(**settings)["N", "2025-05"].figures.deciding.now.average == 20
