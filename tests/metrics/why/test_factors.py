"""Das Gupta's split of a change into the effects of several factors."""

from itertools import permutations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.why import SplitError, das_gupta


def table(**factors):
    """Return one row per factor out of name=(before, now)."""
    return pl.DataFrame(
        [(name, *map(float, values)) for name, values in factors.items()],
        schema={"factor": pl.String, "before": pl.Float64, "now": pl.Float64},
        orient="row",
    )


def effects(found):
    return dict(found.rows())


def test_the_effects_of_three_factors_are_das_guptas_formula():
    (a, b, c), (A, B, C) = (2, 3, 5), (7, 11, 13)  # noqa: N806 his own letters
    found = effects(das_gupta(table(a=(a, A), b=(b, B), c=(c, C))))
    assert found["a"] == pytest.approx((A - a) * ((b * c + B * C) / 3 + (b * C + B * c) / 6))
    assert found["b"] == pytest.approx((B - b) * ((a * c + A * C) / 3 + (a * C + A * c) / 6))
    assert sum(found.values()) == pytest.approx(A * B * C - a * b * c)


def test_two_factors_over_segments_are_kitagawas_mix_and_rate():
    rows = [("share", "A", 0.5, 0.8), ("share", "B", 0.5, 0.2), ("rate", "A", 0.9, 0.8), ("rate", "B", 0.3, 0.4)]
    factors = pl.DataFrame(rows, schema=["factor", "segment", "before", "now"], orient="row")
    found = effects(das_gupta(factors))
    assert found["share"] == pytest.approx((0.8 - 0.5) * (0.9 + 0.8) / 2 + (0.2 - 0.5) * (0.3 + 0.4) / 2)
    assert found["rate"] == pytest.approx((0.8 - 0.9) * (0.5 + 0.8) / 2 + (0.4 - 0.3) * (0.5 + 0.2) / 2)


def test_the_whole_may_be_any_function_of_the_factors():
    found = effects(
        das_gupta(table(births=(10, 14), deaths=(9, 8)), combine=lambda rows: float(rows[0, 0] - rows[1, 0]))
    )
    assert found == {"births": pytest.approx(4.0), "deaths": pytest.approx(1.0)}


VALUES = st.tuples(st.floats(-100, 100), st.floats(-100, 100))


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_effects_add_up_and_are_the_mean_over_every_order_of_the_factors(values):
    found = list(effects(das_gupta(table(**{f"f{at}": pair for at, pair in enumerate(values)}))).values())
    old, new = np.array(values).T
    assert sum(found) == pytest.approx(new.prod() - old.prod(), rel=1e-9, abs=1e-6)
    in_turn = np.zeros(len(values))
    orders = list(permutations(range(len(values))))
    for order in orders:
        state = old.copy()
        for factor in order:
            whole = state.prod()
            state[factor] = new[factor]
            in_turn[factor] += (state.prod() - whole) / len(orders)
    assert found == pytest.approx(in_turn.tolist(), rel=1e-9, abs=1e-6)


def test_the_order_of_the_rows_is_irrelevant():
    rows = table(a=(2, 7), b=(3, 11), c=(5, 13))
    assert effects(das_gupta(rows.reverse())) == effects(das_gupta(rows))


def test_a_factor_without_a_value_for_every_segment_is_refused():
    rows = pl.DataFrame({"factor": ["a", "a", "b"], "segment": ["x", "y", "x"], "before": [1.0] * 3, "now": [2.0] * 3})
    with pytest.raises(SplitError, match="one value before and one now for each segment"):
        das_gupta(rows)


@pytest.mark.parametrize("number", [0, 13])
def test_no_factor_and_too_many_are_refused(number):
    with pytest.raises(SplitError, match=f"1 to 12 factors can be told apart, got {number}"):
        das_gupta(table(**{f"f{at}": (1, 2) for at in range(number)}))
