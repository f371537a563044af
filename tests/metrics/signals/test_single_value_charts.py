"""XmR and moving-range charts against the published answers of qcc and NIST."""

import numpy as np
import pytest

from metrics.signals.errors import ChartError
from metrics.signals.moving_range import moving_ranges, mr_chart, xmr_chart

# qcc, data/viscosity.txt: 20 batches.
VISCOSITY = [
    34.05, 34.40, 33.59, 35.96, 34.70, 33.51, 33.79, 34.04, 34.52, 33.75,
    33.27, 33.71, 34.03, 34.58, 34.02, 33.97, 34.05, 34.04, 33.73, 34.05,
]  # fmt: skip
# NIST 6.3.2.2: flow rate.
FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]


def test_the_chart_of_viscosity_agrees_with_qcc():
    chart = xmr_chart(VISCOSITY)
    assert chart.centre == pytest.approx(34.088)
    assert moving_ranges(chart.values).mean() == pytest.approx(0.5726316, abs=1e-7)
    assert chart.sigma[0] == pytest.approx(0.5076521, abs=1e-7)
    assert (chart.low[0], chart.high[0]) == pytest.approx((32.56504, 35.61096), abs=1e-5)
    assert np.flatnonzero(chart.beyond(3)[0]).tolist() == [3]


def test_without_batch_4_the_limits_agree_with_qcc_and_batch_4_is_still_judged():
    basis = np.arange(20) != 3
    chart = xmr_chart(VISCOSITY, basis)
    assert chart.centre == pytest.approx(33.98947, abs=1e-5)
    assert chart.sigma[0] == pytest.approx(0.4117415, abs=1e-7)
    assert (chart.low[0], chart.high[0]) == pytest.approx((32.75425, 35.2247), abs=1e-5)
    assert np.flatnonzero(chart.beyond(3)[0]).tolist() == [3]


def test_the_chart_of_flow_agrees_with_nist():
    chart = xmr_chart(FLOW)
    assert chart.centre == pytest.approx(50.81)
    assert moving_ranges(chart.values).mean() == pytest.approx(1.8778, abs=1e-4)
    assert (chart.low[0], chart.high[0]) == pytest.approx((45.8159, 55.8041), abs=1e-4)


def test_the_ranges_themselves_are_charted_up_to_3267_times_their_mean():
    chart = mr_chart([1.0, 3.0, 2.0, 6.0])  # ranges 2, 1, 4: mean 7/3
    assert chart.values.tolist() == [2.0, 1.0, 4.0]
    assert (chart.centre, chart.low[0]) == (pytest.approx(7 / 3), 0.0)
    assert chart.high[0] == pytest.approx(3.267 * 7 / 3)


def test_a_constant_series_has_limits_without_width_and_nothing_outside():
    chart = xmr_chart([0.1] * 10)
    assert chart.z.tolist() == [0.0] * 10


def test_one_value_has_no_neighbour_and_so_no_limits():
    with pytest.raises(ChartError, match="A moving range takes 2 points, got 1"):
        xmr_chart([4.2])
