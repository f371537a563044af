"""Complaints per exposure, their weight, and the rows they are counted beside."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.complaints.counting import beside
from metrics.complaints.severity import weighted_rate
from metrics.examples import reading_of
from metrics.intervals import garwood
from metrics.model import Example
from metrics.registry import kpi
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


def test_complaints_that_all_weigh_one_give_garwoods_exact_interval():
    found = weighted_rate(pl.Series([1.0] * 7), exposure=350)
    low, high = garwood(pl.Series([7]), pl.Series([3.5]))
    assert (found.value, found.plain) == (2.0, 2.0)
    assert (found.low, found.high) == (pytest.approx(low[0]), pytest.approx(high[0]))


def test_one_critical_complaint_makes_the_weighted_rate_far_less_sure():
    even, uneven = (weighted_rate(pl.Series(weights), exposure=100) for weights in ([2.0] * 7, [1.0] * 4 + [10.0]))
    assert even.value == uneven.value == 14
    assert uneven.high - uneven.low > 1.5 * (even.high - even.low)


@pytest.mark.parametrize(
    ("weights", "exposure", "value"), [([], 0, None), ([], 50, 0.0), ([None, 5.0], 100, 5.0)], ids=str
)
def test_no_exposure_is_no_data_and_no_complaint_is_a_zero_with_a_bound(weights, exposure, value):
    found = weighted_rate(pl.Series(weights, dtype=pl.Float64), exposure)
    assert found.value == value
    assert found.high is None if exposure == 0 else found.high > found.value


@given(st.lists(st.sampled_from([1.0, 2.0, 5.0, 10.0]), max_size=40), st.integers(1, 5_000))
def test_the_interval_contains_the_weighted_rate(weights, exposure):
    found = weighted_rate(pl.Series(weights, dtype=pl.Float64), exposure)
    assert 0 <= found.low <= found.value <= found.high


def test_unanswered_and_withdrawn_complaints_of_nulls_only_are_no_data():
    reading = reading_of(kpi("complaint_upheld_rate"), Example(_ANY, [{}], value=None, n=0))
    assert (reading["value"].item(), reading["n"].item(), reading["excluded"].item()) == (None, 0, 1)
