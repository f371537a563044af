"""Complaints per exposure, their weight, and the rows they are counted beside."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.complaints.counting import beside
from metrics.examples import reading_of
from metrics.intervals import fay_feuer, garwood
from metrics.model import Example
from metrics.registry import kpi
from metrics.signals.chart import ChartKind
from metrics.signals.choice import choose
from metrics.text import Text

_ANY = Text("例", "example")
_MONTHS = pl.DataFrame({"key": ["case 1", "case 2"], "at": ["2025-06-02", "2025-07-05"], "origin": ["06", "07"]})


def rows(frame: pl.DataFrame) -> pl.LazyFrame:
    return frame.with_columns(pl.col("at").str.to_datetime("%Y-%m-%d", time_zone="UTC")).lazy()


def test_g22_twenty_complaints_on_two_thousand_customers_are_one_per_hundred():
    """ish.ac.cn thread-376118: 20/2000 = 1 %."""
    given_rows = [*[{"at": 1, "is_complaint": False}] * 2_000, *[{"at": 1, "is_complaint": True}] * 20]
    reading = reading_of(kpi("complaints_per_100_cases"), Example(_ANY, given_rows, value=1.0, n=2_020))
    low, high = garwood(pl.Series([20]), pl.Series([20]))
    assert (reading["value"].item(), reading["denominator"].item()) == (1.0, 2_000)
    assert (reading["low"].item(), reading["high"].item()) == (pytest.approx(low[0]), pytest.approx(high[0]))


def test_g21_first_time_fix_of_410_in_500_visits_is_82_percent():
    """blog.service.works: 410/500 = 82 %."""
    fixed = {"finished_at": 1, "result": "fixed", "visit_no": 1}
    visits = [*[fixed] * 410, *[{**fixed, "result": "partial"}] * 50, *[{**fixed, "revisit_after": 24}] * 40]
    reading = reading_of(kpi("first_time_fix_rate"), Example(_ANY, visits, value=0.82, n=500))
    assert (reading["value"].item(), reading["n"].item()) == (0.82, 500)


def test_a_complaint_is_held_by_the_month_of_the_row_before_it_else_of_the_one_after():
    said = pl.DataFrame({"key": ["early", "between", "late"], "at": ["2025-05-20", "2025-07-01", "2025-08-01"]})
    found = beside(rows(_MONTHS), rows(said)).collect().sort("at")
    assert found.select("key", "origin").rows() == [
        ("early", "06"), ("case 1", "06"), ("between", "06"), ("case 2", "07"), ("late", "07")
    ]  # fmt: skip


def test_a_complaint_far_from_every_row_is_held_by_none():
    said = pl.DataFrame({"key": ["alone"], "at": ["2026-01-01"]})
    assert beside(rows(_MONTHS), rows(said)).collect()["key"].to_list() == ["case 1", "case 2"]


# Births and cases of Down's syndrome in Michigan 1950–1964 by the mother's age, for 1st … 5th and later children
# (Fleiss 1981, p. 249; Table I of Fay & Feuer 1997), and what R's epitools 0.5-10.1, ageadjust.direct, prints for them
# as the README of CRAN's tidyrates 0.0.1 shows it: standardised rate, lower and upper end.
BIRTHS = (
    (230061, 329449, 114920, 39487, 14208, 3052),
    (72202, 326701, 208667, 83228, 28466, 5375),
    (15050, 175702, 207081, 117300, 45026, 8660),
    (2293, 68800, 132424, 98301, 46075, 9834),
    (327, 30666, 123419, 149919, 104088, 34392),
)
PUBLISHED = (
    ((107, 141, 60, 40, 39, 25), (0.000923, 0.000804, 0.00106)),
    ((25, 150, 110, 84, 82, 39), (0.000912, 0.000824, 0.00101)),
    ((3, 71, 114, 103, 108, 75), (0.000851, 0.000772, 0.000942)),
    ((1, 26, 64, 89, 137, 96), (0.000927, 0.000800, 0.00115)),
    ((0, 8, 63, 112, 262, 295), (0.000755, 0.000677, 0.00188)),
)


@pytest.mark.parametrize(
    ("births", "published"), [*zip(BIRTHS, PUBLISHED, strict=True)], ids=["1", "2", "3", "4", "5+"]
)
def test_the_interval_of_weighed_events_is_that_of_r_s_epitools(births, published):
    cases, printed = published
    standard = [sum(ages) / len(BIRTHS) for ages in zip(*BIRTHS, strict=True)]
    weights = [share / sum(standard) / size for share, size in zip(standard, births, strict=True)]
    total, squares = (sum(n * w**power for n, w in zip(cases, weights, strict=True)) for power in (1, 2))
    low, high = fay_feuer(pl.Series([total]), pl.Series([squares]), pl.Series([1.0]), max(weights))
    assert (total, low[0], high[0]) == pytest.approx(printed, rel=5e-3)


def test_events_that_all_weigh_one_give_garwoods_exact_interval():
    counts, sizes = pl.Series([0, 1, 7, 400]), pl.Series([10.0, 3.5, 3.5, 80.0])
    for found, exact in zip(fay_feuer(counts, counts, sizes, 1.0), garwood(counts, sizes), strict=True):
        assert found == pytest.approx(exact, rel=1e-12)


def weighed(*weights, cases=100):
    """Return the reading of the weighted rate for so many cases and complaints of these weights."""
    said = [{"at": 1, "is_complaint": True, "weight": weight} for weight in weights]
    given_rows = [*[{"at": 1, "is_complaint": False}] * cases, *said]
    return reading_of(kpi("weighted_complaints_per_100_cases"), Example(_ANY, given_rows, value=None, n=0)).to_dicts()[
        0
    ]


def test_one_critical_complaint_makes_the_weighted_rate_less_sure():
    even, uneven = weighed(*[2.0] * 7), weighed(*[1.0] * 4, 10.0)
    assert even["value"] == uneven["value"] == 14
    assert uneven["low"] < even["low"] < even["high"] < uneven["high"]


def test_no_exposure_is_no_data_and_no_complaint_is_a_zero_with_a_bound():
    nothing, quiet, ungraded = weighed(cases=0), weighed(cases=50), weighed(None, 5.0)
    assert (nothing["value"], nothing["high"]) == (None, None)
    # A critical complaint may have been missed by chance: 10 · −ln 0.025 / 50 cases.
    assert (quiet["value"], quiet["low"], quiet["high"]) == (0.0, 0.0, pytest.approx(100 * 10 * 3.688879 / 50))
    assert (ungraded["value"], ungraded["excluded"]) == (5.0, 1)


@given(st.lists(st.sampled_from([1.0, 2.0, 5.0, 10.0]), max_size=40), st.integers(1, 5_000))
def test_the_interval_contains_the_weighted_rate(weights, exposure):
    total, squares = sum(weights), sum(weight**2 for weight in weights)
    low, high = fay_feuer(pl.Series([total]), pl.Series([squares]), pl.Series([float(exposure)]), 10.0)
    assert 0 <= low[0] <= total / exposure <= high[0]


def test_a_weighted_rate_is_charted_as_single_values_for_its_sum_is_no_count():
    points = pl.DataFrame({"n": [100] * 4, "total": [9.0, 12.0, 10.0, 11.0], "exposure": [100.0] * 4})
    points = points.with_columns(value=pl.col("total"))
    assert choose(kpi("weighted_complaints_per_100_cases"), points, np.ones(4, dtype=bool)).chart.kind is ChartKind.XMR
    assert choose(kpi("complaints_per_100_cases"), points, np.ones(4, dtype=bool)).chart.kind is ChartKind.U


def test_unanswered_and_withdrawn_complaints_of_nulls_only_are_no_data():
    reading = reading_of(kpi("complaint_upheld_rate"), Example(_ANY, [{}], value=None, n=0))
    assert (reading["value"].item(), reading["n"].item(), reading["excluded"].item()) == (None, 0, 1)
