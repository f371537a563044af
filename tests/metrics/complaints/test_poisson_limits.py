"""Exact Poisson limits of a rate over months, against scipy's own quantiles."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats

from metrics.complaints.limits import TAIL, poisson_limits


def months(*counts: tuple[float, float]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "month": [f"2025-{number + 1:02d}" for number in range(len(counts))],
            "total": [float(total) for total, _ in counts],
            "exposure": [float(exposure) for _, exposure in counts],
        },
        schema_overrides={"month": pl.String},
    )


@given(some.lists(some.tuples(some.integers(0, 60), some.integers(1, 2_000)), min_size=1, max_size=12))
def test_the_limits_are_the_quantiles_of_the_poisson_distribution(counts):
    found = poisson_limits(months(*counts))
    rate = sum(total for total, _ in counts) / sum(exposure for _, exposure in counts)
    for row in found.to_dicts():
        expected = rate * row["exposure"]
        for name, share in (("lower", TAIL), ("upper", 1 - TAIL)):
            quantile = max(stats.poisson.ppf(share, expected), 0.0) if expected else 0.0
            assert row[name] == pytest.approx(100 * quantile / row["exposure"])


def test_a_count_on_the_limit_lies_within_and_one_more_beyond():
    # Mean 10 in each of twenty months: at most 21 complaints pass, at least 2.
    calm = [(10, 100)] * 20
    found = poisson_limits(months(*calm, (21, 100), (22, 100), (2, 100), (1, 100)))
    assert (found["upper"][0], found["lower"][0]) == (21.0, 2.0)
    assert found["beyond"].to_list()[20:] == [0, 1, 0, -1]


def test_the_first_months_set_the_centre_and_later_ones_do_not_move_it():
    found = poisson_limits(months((10, 100), (10, 100), (99, 100)), enough=2)
    assert found["centre"].to_list() == [10.0] * 3
    assert found["sets_limits"].to_list() == [True, True, False]


def test_a_busier_month_has_narrower_limits():
    found = poisson_limits(months((5, 100), (50, 1_000)))
    width = (found["upper"] - found["lower"]).to_list()
    assert width[0] > width[1]


def test_months_without_cases_are_no_points():
    found = poisson_limits(months((3, 0), (5, 100)))
    assert found["month"].to_list() == ["2025-02"]
    assert poisson_limits(months((3, 0))).is_empty()


def test_without_any_complaint_the_limits_are_zero():
    found = poisson_limits(months((0, 100), (0, 100)))
    assert found.select("centre", "lower", "upper").row(0) == (0.0, 0.0, 0.0)
    assert found["beyond"].to_list() == [0, 0]
