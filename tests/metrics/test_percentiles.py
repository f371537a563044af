"""Percentiles of waits: type 7 where all have ended, Kaplan–Meier where some go on; and their parts add up."""

from datetime import UTC, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar import BusinessCalendar
from metrics.change import Verdict, change
from metrics.engine import add_up, flag, parts, readings
from metrics.model import Direction, Example, Kpi, LeftOut, Moment, Quantile, Unit
from metrics.text import Text
from metrics.why import SplitError, explain

_TEXT = Text("等待", "wait")
_MOMENT, _CALENDAR = Moment(datetime(2025, 7, 1, tzinfo=UTC)), BusinessCalendar("UTC")


def wait(q):
    """Return a KPI about rows with `hours` waited, `over` or not."""
    return Kpi(
        key="some_wait", name=_TEXT, question=_TEXT, why=_TEXT, formula=_TEXT, caveat=_TEXT, unit=Unit.SECONDS,
        direction=Direction.LOWER_IS_BETTER, target=None, population="cases", at=pl.col("at"),
        left_out=(LeftOut("unknown", _TEXT, pl.col("hours").is_null()),),
        measure=Quantile(pl.duration(hours="hours"), q, pl.col("over")),
        examples=(Example(_TEXT, [], value=None, n=0),),
    )  # fmt: skip


def rows(ended, going_on=(), unit="A"):
    waits = [(hours, True) for hours in ended] + [(hours, False) for hours in going_on]
    schema = {"hours": pl.Float64, "over": pl.Boolean}
    at = pl.lit(datetime(2025, 6, 1, tzinfo=UTC)).dt.cast_time_unit("us")
    return pl.LazyFrame(waits, schema=schema, orient="row").with_columns(at=at, unit=pl.lit(unit))


def parts_of(waits, by=(), q=0.5):
    return parts(flag(wait(q), waits, _MOMENT, _CALENDAR), by)


def read(waits, q=0.5):
    [reading] = readings(wait(q), add_up(parts_of(waits, q=q), [])).to_dicts()
    return reading


def hours(reading, name="value"):
    return None if reading[name] is None else reading[name] / 3600


@pytest.mark.parametrize("q", [0.1, 0.5, 0.8, 0.9, 0.95])
def test_where_all_have_ended_it_is_what_numpy_gives(q):
    taken = [0.5, 7, 2, 2, 19, 3.25, 11]
    reading = read(rows(taken), q)
    assert hours(reading) == pytest.approx(np.quantile(taken, q, method="linear"))
    assert (reading["n"], reading["method"]) == (7, "type_7")


def test_it_is_the_example_of_hyndman_and_fan_s_type_seven_in_r():
    # R: quantile(1:10, c(.5, .9), type = 7) prints 5.5 and 9.1.
    assert (hours(read(rows(range(1, 11)), 0.5)), hours(read(rows(range(1, 11)), 0.9))) == pytest.approx((5.5, 9.1))


# Weeks of remission under 6-MP (Freireich et al. 1963), of which twelve patients were still in remission.
RELAPSED, IN_REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_where_some_go_on_it_is_the_published_kaplan_meier_median():
    # Kleinbaum & Klein print the median 23; R's survfit with log-log intervals adds 13–NA.
    reading = read(rows(RELAPSED, IN_REMISSION))
    assert [hours(reading, end) for end in ("value", "low", "high")] == [23, 13, None]
    assert (reading["method"], reading["numerator"], reading["denominator"]) == ("kaplan_meier", 9, 21)


def test_leaving_those_who_wait_out_would_have_halved_it():
    assert hours(read(rows(RELAPSED))) == 10


def test_a_share_that_too_few_have_reached_has_no_value_yet_but_its_rows_count():
    reading = read(rows([1, 2], [50, 60]), 0.9)
    assert (reading["value"], reading["high"], reading["n"]) == (None, None, 4)


def test_no_rows_are_no_data():
    reading = read(rows([]))
    assert (reading["value"], reading["n"], reading["method"]) == (None, 0, None)


def test_a_row_left_out_contributes_no_wait():
    reading = read(rows([4, None, 6]))
    assert (hours(reading), reading["n"], reading["excluded"]) == (5, 2, 1)


def test_one_wait_is_its_own_median_with_an_interval_that_is_not_known():
    reading = read(rows([4]))
    assert (hours(reading), reading["low"], reading["high"]) == (4, None, None)


_WAITS = st.lists(st.integers(0, 30), max_size=12)


@given(_WAITS, _WAITS, _WAITS, _WAITS, st.sampled_from([0.25, 0.5, 0.9]))
def test_parts_of_units_add_up_to_the_whole(ended, going_on, ended_too, going_on_too, q):
    both = pl.concat([rows(ended, going_on, "A"), rows(ended_too, going_on_too, "B")])
    by_unit = parts_of(both, ["unit"], q).drop("unit")
    assert readings(wait(q), add_up(by_unit, [])).to_dicts() == [read(both, q)]


@given(_WAITS, _WAITS, st.sampled_from([0.25, 0.5, 0.9]))
def test_the_interval_holds_the_value(ended, going_on, q):
    reading = read(rows(ended, going_on), q)
    if reading["value"] is not None:
        assert reading["low"] is None or reading["low"] <= reading["value"]
        assert reading["high"] is None or reading["value"] <= reading["high"]


def test_each_group_has_its_own_percentile():
    both = pl.concat([rows([1, 3], unit="A"), rows([10, 20], [30], unit="B"), rows([], unit="C")])
    found = readings(wait(0.5), add_up(parts_of(both, ["unit"]), ["unit"]))
    assert found.select("unit", pl.col("value") / 3600, "method").rows() == [
        ("A", 2.0, "type_7"),
        ("B", 20.0, "kaplan_meier"),
    ]


def test_a_change_is_told_by_the_two_intervals():
    slow, quick = read(rows(range(100, 200))), read(rows(range(100)))
    moved = change(wait(0.5), quick, slow)
    assert (moved.difference, moved.verdict) == (-100 * 3600, Verdict.REAL)


def test_a_change_is_not_called_real_where_an_end_is_not_known():
    moved = change(wait(0.5), read(rows([1])), read(rows([90])))
    assert (moved.difference, moved.low, moved.verdict) == (-89 * 3600, None, Verdict.NOISE)


def test_a_percentile_s_change_is_not_taken_apart():
    halves = add_up(parts_of(rows([1, 2]), ["unit"]), ["unit"])
    with pytest.raises(SplitError, match="KPI 'some_wait': A percentile is no sum of its groups"):
        explain(wait(0.5), halves, halves, ["unit"])


@pytest.mark.parametrize("q", [0, 1, 50])
def test_a_quantile_lies_between_0_and_1(q):
    with pytest.raises(ValueError, match=f"between 0 and 1, got q={q}"):
        Quantile(pl.col("x"), q)


def test_a_wait_is_told_to_the_microsecond():
    assert read(rows([1 / 3600e6]))["value"] == pytest.approx(timedelta(microseconds=1).total_seconds())
