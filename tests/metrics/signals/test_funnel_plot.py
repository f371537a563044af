"""Units held against all of them together, each within the limits of its own size."""

import math

import polars as pl
import pytest

from metrics.engine import PARTS, readings
from metrics.registry import kpi as registered
from metrics.signals.funnel_plot import INNER, OUTER, funnel_plot


@pytest.fixture
def plotted(kpi):
    """Return a function that plots units given as (n, total) or (n, total, squares), of a KPI of some measure."""

    def plot(measure: str, **units: tuple):
        made = kpi(measure)
        rows = [{**dict.fromkeys(PARTS, 0), **parts(measure, *numbers)} for numbers in units.values()]
        frame = pl.DataFrame(rows, schema=PARTS).with_columns(unit=pl.Series([*units]))
        return funnel_plot(made, readings(made, frame))

    return plot


def parts(measure, n, total, squares=0.0):
    return {"n": n, "total": total, "squares": squares, "exposure": float(n) if measure == "rate" else 0.0}


def beyond(found):
    return dict(found.points.select("unit", "beyond").iter_rows())


def test_a_share_is_judged_by_the_binomial_spread_of_its_own_size(plotted):
    # p = 180/300 = 0.6, s = √0.24 = 0.49; C lies 4.1 of its sigmas above, A and B 2.04 below.
    found = plotted("share", A=(100, 50.0), B=(100, 50.0), C=(100, 80.0))
    assert found.centre == 0.6
    assert beyond(found) == {"A": -1, "B": -1, "C": 2}


def test_the_same_value_is_beyond_chance_in_a_large_unit_and_not_in_a_small_one(plotted):
    found = plotted("share", small=(10, 8.0), large=(1000, 800.0), rest=(1000, 400.0))
    assert beyond(found) == {"small": 0, "large": 2, "rest": -2}


def test_a_rate_is_judged_by_its_exposure(plotted):
    # u = 30/300 = 0.1; C has 20 events in 100: (0.2 − 0.1) / √(0.1/100) = 3.16 sigmas.
    found = plotted("rate", A=(100, 5.0), B=(100, 5.0), C=(100, 20.0))
    assert found.centre == 10.0
    assert beyond(found) == {"A": 0, "B": 0, "C": 2}


def test_a_mean_is_judged_by_the_pooled_spread_within_units(plotted):
    # Each unit holds 2 scores a point apart: variance 0.5 within; centre 4, and C is 2.5 above: 2.5/√(0.5/2) = 5.
    found = plotted("mean", A=(2, 5.0, 13.0), B=(2, 6.0, 18.5), C=(2, 13.0, 85.0))
    assert found.centre == 4.0
    assert beyond(found)["C"] == 2


def test_the_limits_narrow_with_the_root_of_the_size_and_stay_possible(plotted):
    curve = plotted("share", A=(4, 3.0), B=(400, 200.0), C=(100, 49.0)).curve
    size, low, high = curve.select("size", "outer_low", "outer_high").row(-1)
    assert high - low == pytest.approx(2 * OUTER * math.sqrt(0.25 / size), rel=1e-4)
    assert curve["outer_low"].min() >= 0
    assert curve["inner_high"].max() <= 1
    assert INNER < OUTER


@pytest.mark.parametrize(
    "units", [{"A": (9, 5.0), "B": (9, 6.0)}, {"A": (9, 9.0), "B": (9, 9.0), "C": (3, 3.0)}], ids=["two", "all alike"]
)
def test_two_units_or_units_that_do_not_vary_have_no_funnel_plot(plotted, units):
    assert plotted("share", **units) is None


def test_units_without_data_are_no_points_and_a_percentile_has_no_plot(plotted):
    found = plotted("share", A=(9, 5.0), B=(9, 6.0), C=(9, 4.0), D=(0, 0.0))
    assert found.points["unit"].to_list() == ["A", "B", "C"]
    empty = pl.DataFrame(schema={"unit": pl.String, "value": pl.Float64})
    assert funnel_plot(registered("resolution_time_p50"), empty) is None
