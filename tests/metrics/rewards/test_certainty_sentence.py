"""What is said of how sure a difference is: in the same two places as the exact figures beside it."""

from fractions import Fraction

import pytest

from metrics.registry import kpi
from metrics.rewards.certainty import certainty
from metrics.rewards.form_month import Sum

SCORE = kpi("satisfaction_score")


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ((70, 16), (92, 25), "变化 +0.70 分与"),
        ((92, 25), (70, 16), "变化 −0.70 分与"),
        ((40, 10), (40, 10), "变化 0.00 分与"),
    ],
)
def test_halves_go_away_from_zero_as_in_the_figures_beside_the_sentence(now, before, said):
    """70/16 − 92/25 = 4.375 − 3.68 = 0.695, which a binary float would write as 0.69."""
    sums = (Sum(n, Fraction(total), Fraction(5 * total)) for total, n in (now, before))
    assert certainty(SCORE, *sums).text.zh.startswith(said)
