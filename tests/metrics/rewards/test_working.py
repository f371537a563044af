"""A satisfaction statement written out: each line can be worked out again on paper."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.populations.forms import ITEMS
from metrics.rewards.working.satisfaction import satisfaction_lines
from metrics.rewards.working.terms import sum_of, total_of

# 35 points on 10 forms: 3.5. 40 points on 10 forms: 4.0.
APRIL = ["AAA"] * 5 + ["BCC"] * 5
MAY = ["AAA"] * 5 + ["ACC"] * 5
SETTINGS = {"score_map": {"A": 2, "B": 1, "C": 0, "D": -1, "E": -2}, "items": list(ITEMS), "item_weights": [1, 1, 1]}


def graded(*grades):
    return [dict(zip(ITEMS, (None if letter == "_" else letter for letter in each), strict=True)) for each in grades]


def lines(statement, grades, language="en"):
    """Return the lines of a statement as {what: how}."""
    found = satisfaction_lines(statement.document(), graded(*grades))
    return {line.what.to(language): line.how.to(language) for line in found}


def test_the_documents_example_is_written_out_as_it_is_in_the_document(story):
    may = story.month("2025-04", APRIL).month("2025-05", MAY).statements()["N", "2025-05"]
    said = lines(may, MAY)
    assert said["Total"] == " + ".join(["(2+2+2)"] * 5 + ["(2+0+0)"] * 5) + " = 40"
    assert said["Average"] == "40 / 10 = 4.00 (10 forms used)"
    assert said["Compared with"] == "2025-04: 35 / 10 = 3.50"
    assert said["Difference"] == "4.00 − 3.50 = +0.50 > 0"
    assert (said["Rule"], said["Amount"]) == ("better than the baseline: reward", "1,000.00 CNY")


def test_the_same_in_chinese(story):
    may = story.month("2025-04", APRIL).month("2025-05", MAY).statements()["N", "2025-05"]
    said = lines(may, MAY, "zh")
    assert (said["均分"], said["差额"]) == ("40 / 10 = 4.00(计入表数 10)", "4.00 − 3.50 = +0.50 > 0")
    assert (said["规则"], said["金额"]) == ("高于基准,奖励", "1,000.00 CNY")


def test_what_does_not_divide_evenly_keeps_its_fraction(story):
    story.month("2025-04", ["AAA"] * 6 + ["CCC"]).month("2025-05", MAY)
    said = lines(story.statements()["N", "2025-05"], MAY)
    assert said["Compared with"] == "2025-04: 36 / 7 ≈ 5.14"
    assert said["Difference"] == "4.00 − 36/7 = −8/7 ≈ −1.14 < 0"


def test_a_tie_is_written_as_nothing_and_pays_nothing(story):
    story.month("2025-04", MAY).month("2025-05", MAY)
    said = lines(story.statements()["N", "2025-05"], MAY)
    assert (said["Difference"], said["Amount"]) == ("4.00 − 4.00 = 0.00", "0.00 CNY")


def test_the_first_month_says_that_there_is_nothing_to_compare_with(story):
    said = lines(story.month("2025-05", MAY).statements()["N", "2025-05"], MAY)
    assert "Difference" not in said
    assert said["Compared with"] == "no month to compare with"
    assert said["Rule"] == "first month: the baseline, neither reward nor penalty (project's own rule)"


def test_an_amount_per_point_is_multiplied_before_the_readers_eyes(story):
    story.month("2025-04", APRIL).month("2025-05", MAY)
    settings = {"amount_mode": "per_point", "all_max_amount": 1, "all_min_amount": 1}
    said = lines(story.statements(**settings)["N", "2025-05"], MAY)
    assert said["Amount"] == "1,000.00 CNY × 0.50 = 500.00 CNY (per point)"


def test_a_fixed_target_and_a_dead_band_are_named(story):
    found = story.month("2025-05", MAY).statements(
        baseline="fixed_target", target=Fraction(4), dead_band=Fraction(1, 5)
    )
    said = lines(found["N", "2025-05"], MAY)
    assert said["Compared with"] == "fixed target 4.00"
    assert said["Difference that counts as none"] == "0.00 ≤ 0.20"


def test_several_months_are_pooled_in_sight(story):
    story.month("2025-03", ["AAA"] * 10).month("2025-04", ["CCC"] * 30).month("2025-05", ["BBC"] * 10)
    said = lines(story.statements(baseline="rolling_3")["N", "2025-05"], ["BBC"] * 10)
    assert said["Compared with"] == "2025-03, 2025-04: 60 / 40 = 1.50"


@pytest.mark.parametrize(
    ("settings", "grades", "term"),
    [
        ({}, "ADE", "(2−1−2)"),
        ({"item_weights": [2, 1, 1]}, "BAD", "(1×2+2×1−1×1)"),
        ({}, "A_B", "(2+1)×3/2"),
        ({"item_weights": [2, 1, 1]}, "_AA", "(2×1+2×1)×4/2"),
    ],
)
def test_a_forms_term_shows_its_points_its_weights_and_how_it_was_scaled_up(settings, grades, term):
    assert sum_of(graded(grades), SETTINGS | settings) == term


def test_many_forms_are_added_up_by_their_scores():
    many = graded(*["AAA"] * 9, *["CCC"] * 2, *["EEE"] * 2)
    assert sum_of(many, SETTINGS) == "9×6 + 2×0 + 2×(−6)"


def test_forms_that_do_not_add_up_to_the_statement_are_not_passed_over(story):
    may = story.month("2025-04", APRIL).month("2025-05", MAY).statements()["N", "2025-05"]
    assert lines(may, MAY[1:])["Total"].endswith("= 34, whereas the statement says 40")


@given(
    st.lists(st.tuples(*[st.sampled_from(["A", "B", "C", "D", "E", None])] * 3).filter(any), min_size=1, max_size=30),
    st.lists(st.integers(1, 3), min_size=3, max_size=3),
)
def test_the_sum_as_written_comes_to_the_total(grades, weights):
    settings, forms = SETTINGS | {"item_weights": weights}, [dict(zip(ITEMS, each, strict=True)) for each in grades]
    written = sum_of(forms, settings).replace("−", "-").replace("×", "*")
    exact = re.sub(r"(?<![\d.])(\d+(?:\.\d+)?)", r"Fraction('\1')", written)
    assert eval(exact, {"Fraction": Fraction}) == total_of(forms, settings)  # noqa: S307 our own sum
