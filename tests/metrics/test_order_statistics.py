"""The short way to a percentile's interval where all have ended is the Kaplan–Meier curve's own answer."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from metrics.order_statistics import percentiles_of_ended
from metrics.survival import Ending, kaplan_meier, life_table, quantile


def by_curve(waits, q):
    rows = pl.LazyFrame({"duration": waits}).with_columns(ending=pl.lit(Ending.EVENT.value))
    return quantile(kaplan_meier(life_table(rows)), q).select("low", "high").row(0)


def by_rank(waits, q):
    found = percentiles_of_ended(pl.Series([waits], dtype=pl.List(pl.Int64)), q)
    return found.select("low", "high").row(0)


@given(some.lists(some.integers(0, 12), min_size=1, max_size=60), some.floats(0.02, 0.98))
def test_with_ties_both_ways_give_the_same_interval(waits, q):
    assert by_rank(waits, q) == by_curve(waits, q)


@pytest.mark.parametrize("q", [0.1, 0.5, 0.8, 0.9, 0.95])
def test_for_every_number_of_rows_both_ways_give_the_same_interval(q):
    for n in [*range(1, 120), 1_000, 20_011]:
        waits = list(range(n))
        assert by_rank(waits, q) == by_curve(waits, q), n


def test_the_value_is_what_numpy_gives_in_any_order():
    waits = [19, 2, 7, 2, 11]
    found = percentiles_of_ended(pl.Series([waits, [], None, [5]], dtype=pl.List(pl.Int64)), 0.8)
    assert found["value"].to_list() == [pytest.approx(np.quantile(waits, 0.8)), None, None, 5.0]
