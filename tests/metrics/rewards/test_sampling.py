"""The call-back plan: its size, its strata and its lots; and what the calls then say of a month."""

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.rewards.discrepancy import corrected, discrepancy
from metrics.rewards.errors import SampleError
from metrics.rewards.sampling import Design, sample, sample_size, shares


def forms(count, kind="paper", score=6, graded=3, start=0, **more):
    rows = {
        "form_id": [f"F{start + number:04}" for number in range(count)], "source_kind": kind, "graded_items": graded,
        "score": score, "customer_id": None, "identity_key": "16000000000", **more,
    }  # fmt: skip
    schema = {"customer_id": pl.String, "identity_key": pl.String}
    return pl.DataFrame(rows, schema_overrides=schema)


@pytest.mark.parametrize(("population", "size"), [(13_191, 634), (0, 0), (1, 1), (10**9, 666)])
def test_the_size_is_that_of_cochrans_formula(population, size):
    """Sreenarayanaguru Open University, Research Methodology 2.2.4: N = 13,191 at 99 % (z = 2.58) ± 5 %: 634."""
    assert sample_size(population, Design(precision=0.05), z=2.58) == size


def test_a_tenth_of_precision_takes_96_of_endless_and_50_of_a_hundred_forms():
    """n₀ = 1.96² · 0.25 / 0.01 = 96.04 → 97; 96.04 / (1 + 95.04 / 100) = 49.24 → 50."""
    assert sample_size(10**9, Design()) == 97
    assert sample_size(100, Design()) == 50


@pytest.mark.parametrize("wrong", [{"precision": 0}, {"precision": 1}, {"expected": 0}])
def test_a_sample_of_no_or_of_endless_precision_is_refused(wrong):
    with pytest.raises(SampleError, match="lies between 0 and 1"):
        Design(**wrong)


def test_shares_are_in_proportion_with_what_is_left_to_the_largest_remainders():
    """7 of 60, 30 and 10: 4.2, 2.1 and 0.7 → 4, 2 and 1."""
    strata = {("paper", "all_best"): 60, ("paper", "other"): 30, ("web", "other"): 10}
    assert list(shares(strata, 7).values()) == [4, 2, 1]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9), st.data())
def test_shares_add_up_and_never_exceed_a_stratum(sizes, data):
    strata = {("kind", str(number)): size for number, size in enumerate(sizes)}
    size = data.draw(st.integers(0, sum(sizes)))
    drawn = shares(strata, size)
    assert sum(drawn.values()) == size
    assert all(0 <= drawn[name] <= strata[name] for name in strata)
    assert size < len(strata) or min(drawn.values()) >= 1


def test_a_sample_drawn_again_is_the_same_in_whatever_order_the_rows_come():
    every = pl.concat([forms(80), forms(40, score=2, start=80)])
    first, again = (
        sample(rows, Design(), "N 2025-05") for rows in (every, every.sample(fraction=1, shuffle=True, seed=1))
    )
    assert first.drawn["form_id"].to_list() == again.drawn["form_id"].to_list()
    assert first.drawn["form_id"].is_unique().all()


def test_another_seed_or_month_draws_another_sample():
    rows = forms(200)
    drawn = {tuple(sample(rows, design, name).drawn["form_id"]) for design, name in (
        (Design(), "N 2025-05"), (Design(seed="other"), "N 2025-05"), (Design(), "N 2025-06")
    )}  # fmt: skip
    assert len(drawn) == 3


def test_strata_are_how_a_form_was_collected_and_whether_all_its_grades_are_the_best():
    every = [forms(60), forms(30, score=3, start=60), forms(5, graded=2, score=4, start=90), forms(5, None, start=95)]
    found = sample(pl.concat(every), Design(), "N 2025-05")
    assert found.strata.rows() == [
        ("paper", "all_best", 60, 30), ("paper", "other", 30, 15), ("paper", "partial", 5, 3),
        ("unknown", "all_best", 5, 2),
    ]  # fmt: skip
    assert (found.population, found.drawn.height) == (100, 50)


def test_forms_without_a_number_cannot_be_called_about_and_are_counted():
    found = sample(pl.concat([forms(3), forms(2, start=3, identity_key=None)]), Design(), "N 2025-05")
    assert (found.population, found.drawn.height, found.without_number) == (3, 3, 2)
    assert sample(forms(0), Design(), "N 2025-05").drawn.is_empty()


def test_call_backs_say_how_often_forms_are_contradicted_and_by_how_much_on_the_whole():
    """4 calls, 2 contradicted; three can be compared: 0, −2 and −1 points make −1 on the whole."""
    pairs = pl.DataFrame({"different_items": [0, 1, 1, 0], "shift": [0, -2, -1, None]})
    found = discrepancy(pairs)
    assert (found.called, found.contradicted, found.share, found.compared) == (4, 2, 0.5, 3)
    assert found.shift == Fraction(-1)
    # t of 2 degrees at 97.5 % is 4.302653; a standard error of 1/√3.
    assert found.shift_low == pytest.approx(-1 - 4.302653 / 3**0.5, abs=1e-5)


def test_no_call_says_nothing():
    found = discrepancy(
        pl.DataFrame({"different_items": [], "shift": []}, schema={"different_items": pl.Int64, "shift": pl.Int64})
    )
    assert (found.called, found.share, found.shift, found.low) == (0, None, None, None)


def test_what_calls_would_do_to_a_month_is_told_exactly_and_changes_no_amount(story):
    """5 points a form after 4: +1. Were every form off by −3/2, 3.5 and −1/2."""
    story.month("2025-04", ["ABB"] * 10).month("2025-05", ["AAB"] * 10)
    statement = story.statements()["N", "2025-05"]
    would_be = corrected(statement.figures, Fraction(-3, 2))
    assert (would_be.average, would_be.delta) == (Fraction(7, 2), Fraction(-1, 2))
    assert statement.amount == 100_000
    assert corrected(statement.figures, None).average is None
