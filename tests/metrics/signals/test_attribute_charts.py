"""p, np, u and c charts against the published answers of qcc, NIST and Montgomery."""

import numpy as np
import pytest

from metrics.signals.attributes import c_chart, laney_p_chart, laney_u_chart, np_chart, p_chart, u_chart
from metrics.signals.errors import ChartError

# qcc, data/orangejuice.txt: cans found defective in 30 samples of 50 (the same figures as NIST 6.3.3.2, wafers).
ORANGE_JUICE = [
    12,
    15,
    8,
    10,
    4,
    7,
    16,
    9,
    14,
    10,
    5,
    6,
    17,
    12,
    22,
    8,
    10,
    5,
    13,
    11,
    20,
    18,
    24,
    15,
    9,
    12,
    7,
    13,
    9,
    6,
]
ORANGE_JUICE_LATER = [9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5]
# qcc, data/pcmanufact.txt: nonconformities in 20 samples of 5 computers.
COMPUTERS = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5]
# qcc, data/dyedcloth.txt (Montgomery): flaws in lots of unequal size.
CLOTH_FLAWS = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
CLOTH_LOTS = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]
# NIST 6.3.3.1: defects on 25 wafers.
WAFERS = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13]


def outside(chart):
    above, below = chart.beyond(3)
    return [int(point) + 1 for point in np.flatnonzero(above | below)]


def test_the_p_chart_of_orange_juice_agrees_with_qcc():
    chart = p_chart(ORANGE_JUICE, [50] * 30)
    assert chart.centre == pytest.approx(0.2313333, abs=1e-7)
    assert chart.low == pytest.approx([0.05242755] * 30, abs=1e-8)
    assert chart.high == pytest.approx([0.4102391] * 30, abs=1e-7)
    assert outside(chart) == [15, 23]


def test_the_np_chart_of_orange_juice_agrees_with_qcc():
    chart = np_chart(ORANGE_JUICE, 50)
    assert chart.centre == pytest.approx(11.56667, abs=1e-5)
    assert chart.sigma[0] == pytest.approx(2.981763, abs=1e-6)
    assert (chart.low[0], chart.high[0]) == pytest.approx((2.621377, 20.51196), abs=1e-5)


def test_points_outside_the_basis_do_not_set_the_limits_but_are_judged_by_them():
    basis = np.ones(30, dtype=bool)
    basis[[14, 22]] = False
    chart = p_chart(ORANGE_JUICE, [50] * 30, basis)
    assert chart.centre == pytest.approx(0.215)
    assert (chart.low[0], chart.high[0]) == pytest.approx((0.04070284, 0.3892972), abs=1e-7)
    assert outside(chart) == [15, 21, 23]  # 20 of 50 is 0.40, above the new limit


def test_a_lower_limit_below_zero_is_clipped_to_zero():
    chart = p_chart(ORANGE_JUICE_LATER, [50] * 24)
    assert chart.centre == pytest.approx(0.1108333, abs=1e-7)
    assert chart.sigma[0] == pytest.approx(0.04439579, abs=1e-8)
    assert (chart.low[0], chart.high[0]) == (0.0, pytest.approx(0.2440207, abs=1e-7))


def test_an_upper_limit_of_a_share_is_clipped_to_one():
    assert p_chart([9, 10, 9], [10, 10, 10]).high.tolist() == [1.0, 1.0, 1.0]


def test_the_u_chart_of_computers_agrees_with_qcc():
    chart = u_chart(COMPUTERS, [5] * 20)
    assert chart.centre == pytest.approx(1.93)
    assert (chart.low[0], chart.high[0]) == pytest.approx((0.06613305, 3.793867), abs=1e-6)
    assert chart.sigma[0] * np.sqrt(5) == pytest.approx(1.389244, abs=1e-6)
    assert outside(chart) == []


def test_the_u_chart_of_dyed_cloth_has_limits_for_each_lots_own_size():
    chart = u_chart(CLOTH_FLAWS, CLOTH_LOTS)
    assert chart.centre == pytest.approx(1.42326, abs=1e-5)
    limits = {lot: (low, high) for lot, low, high in zip(CLOTH_LOTS, chart.low, chart.high, strict=True)}
    published = {
        10: (0.2915, 2.5550), 8: (0.1579, 2.6886), 13: (0.4306, 2.4159), 9.5: (0.2621, 2.5844),
        12: (0.3901, 2.4564), 10.5: (0.3187, 2.5278), 12.5: (0.4110, 2.4356),
    }  # fmt: skip
    assert limits == {lot: pytest.approx(pair, abs=1e-4) for lot, pair in published.items()}


def test_the_c_chart_of_wafers_agrees_with_nist_and_a_point_on_the_limit_is_inside():
    chart = c_chart(WAFERS)
    assert (chart.centre, chart.low[0], chart.high[0]) == (16.0, 4.0, 28.0)
    assert outside(chart) == [24]  # wafer 3 has 28 defects, which is the limit itself


# qicharts2, data/nhs_accidents.rda: patients seen within 4 hours, and all, in 20 weeks.
SEEN_IN_TIME = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320,
    267923, 271478, 255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989,
]  # fmt: skip
SEEN = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529,
    279618, 283932, 266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772,
]  # fmt: skip


def test_a_p_chart_of_huge_samples_calls_almost_every_week_unusual():
    chart = p_chart(SEEN_IN_TIME, SEEN)
    assert chart.centre == pytest.approx(0.95290, abs=5e-6)
    assert (chart.low[19], chart.high[19]) == pytest.approx((0.95169, 0.95411), abs=5e-6)
    assert outside(chart) == [1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19]


def test_laneys_chart_of_the_same_weeks_calls_none_unusual():
    chart = laney_p_chart(SEEN_IN_TIME, SEEN)
    assert chart.sigma_z == pytest.approx(10.640422, abs=1e-6)
    assert (chart.low[19], chart.high[19]) == pytest.approx((0.93997, 0.96582), abs=5e-6)
    assert outside(chart) == []


# qicharts2, data/complaints.rda: complaints, and thousands of sales, in 20 months.
COMPLAINTS = [
    426, 543, 428, 67, 303, 481, 304, 718, 681, 1030, 704, 1062, 1085, 1311, 1309, 1342, 1740, 1468, 1364, 1824,
]  # fmt: skip
SALES = [90, 110, 90, 40, 60, 70, 90, 120, 150, 210, 190, 250, 220, 210, 230, 220, 310, 330, 320, 330]


def test_the_u_chart_of_complaints_per_sale_calls_most_months_unusual():
    chart = u_chart(COMPLAINTS, SALES)
    assert chart.centre == pytest.approx(4.9973, abs=1e-4)
    assert (chart.low[19], chart.high[19]) == pytest.approx((4.6281, 5.3664), abs=1e-4)
    assert outside(chart) == [4, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20]


def test_laneys_chart_of_the_same_complaints_is_clipped_at_zero_and_calls_none_unusual():
    chart = laney_u_chart(COMPLAINTS, SALES)
    assert chart.sigma_z == pytest.approx(5.3174, abs=1e-4)
    assert (chart.low[19], chart.high[19]) == pytest.approx((3.0342, 6.9603), abs=1e-4)
    assert chart.low[3] == 0.0
    assert outside(chart) == []


def test_when_every_share_is_the_same_end_the_limits_have_no_width():
    chart = laney_p_chart([10, 20, 30], [10, 20, 30])
    assert (chart.low.tolist(), chart.high.tolist(), outside(chart)) == ([1.0] * 3, [1.0] * 3, [])


@pytest.mark.parametrize(
    ("counts", "sizes", "says"),
    [
        ([], [], "No limits without points: 0 points came"),
        ([1, 0], [5, 0], "Point 2 has size 0"),
        ([1, 2], [5], "2 counts came with 1 sizes"),
    ],
)
def test_points_that_can_carry_no_limits_are_refused_by_name(counts, sizes, says):
    with pytest.raises(ChartError, match=says):
        p_chart(counts, sizes)


def test_a_basis_of_no_point_or_of_another_length_is_refused():
    with pytest.raises(ChartError, match="2 points came, none of them may set the limits"):
        p_chart([1, 2], [5, 5], np.array([False, False]))
    with pytest.raises(ChartError, match="The basis marks 1 points, the chart has 2"):
        p_chart([1, 2], [5, 5], np.array([True]))
