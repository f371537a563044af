"""Run rules against qcc's own tests (tests/testthat/test-rules.R): centre 0, sigma 1, points counted from 1."""

import numpy as np
import pytest

from metrics.signals.chart import Chart, ChartKind
from metrics.signals.rules import NELSON, WESTERN_ELECTRIC, broken, default_rules


def chart_of(*values):
    points = np.array(values, dtype=float)
    ones = np.ones(points.size)
    return Chart(ChartKind.XMR, points, 0.0, ones, -3 * ones, 3 * ones)


def flagged(rule, *values):
    return [int(point) + 1 for point in np.flatnonzero(rule.holds(chart_of(*values)))]


ONE_OF_EACH = [
    pytest.param(WESTERN_ELECTRIC[1], (0, 3.2, -3.5, 2.9), [2, 3], id="WE1"),
    pytest.param(WESTERN_ELECTRIC[2], (0, 2.5, 1.0, 2.6, 0), [4], id="WE2"),
    pytest.param(WESTERN_ELECTRIC[3], (0, 1.2, 1.3, 0.2, 1.4, 1.5), [6], id="WE3"),
    pytest.param(WESTERN_ELECTRIC[4], (*[-1] * 8, 1), [8], id="WE4"),
    pytest.param(NELSON[1], (0, 3.2, -3.4, 3), [2, 3], id="N1: exactly 3 is no violation"),
    pytest.param(NELSON[2], (*[0.5] * 10, *[-0.5] * 10), [9, 10, 19, 20], id="N2"),
    pytest.param(NELSON[3], (1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1), [6, 7, 13, 14], id="N3"),
    pytest.param(NELSON[4], (1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8), [14, 15], id="N4"),
    pytest.param(NELSON[5], (0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5), [4, 7], id="N5"),
    pytest.param(NELSON[6], (1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5), [5, 10], id="N6"),
    pytest.param(NELSON[7], (*[0.3] * 16, 1.2), [15, 16], id="N7"),
    pytest.param(NELSON[8], (1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2), [8], id="N8"),
    pytest.param(NELSON[8], [1.2] * 8, [], id="N8 needs both sides"),
]


@pytest.mark.parametrize(("rule", "values", "points"), ONE_OF_EACH)
def test_a_rule_flags_the_last_point_of_its_pattern_as_qcc_does(rule, values, points):
    assert flagged(rule, *values) == points


def test_where_rules_overlap_each_flags_its_own_points():
    values = (*[2.5] * 7, 3.2)
    flags = {number: flagged(rule, *values) for number, rule in WESTERN_ELECTRIC.items()}
    assert flags == {1: [8], 2: [3, 4, 5, 6, 7, 8], 3: [5, 6, 7, 8], 4: [8]}


def test_where_rules_overlap_the_lowest_number_wins():
    assert broken(chart_of(*[2.5] * 7, 3.2), WESTERN_ELECTRIC).tolist() == [0, 0, 2, 2, 2, 2, 2, 1]


@pytest.mark.parametrize("rules", [WESTERN_ELECTRIC, NELSON])
@pytest.mark.parametrize("values", [(), (0.5,), (0.0,) * 20])
def test_no_points_one_point_and_a_level_line_on_the_centre_break_only_the_rule_against_hugging(rules, values):
    expected = [0] * len(values)
    if rules is NELSON and len(values) == 20:
        expected[14:] = [7] * 6
    assert broken(chart_of(*values), rules).tolist() == expected


def test_a_point_on_the_centre_line_ends_a_run():
    assert flagged(WESTERN_ELECTRIC[4], *[1] * 7, 0, *[1] * 7) == []


def test_a_point_that_only_rounding_keeps_from_the_line_lies_on_it():
    assert flagged(WESTERN_ELECTRIC[1], 3 + 1e-12, -3 - 1e-12) == []


@pytest.mark.parametrize(
    ("kind", "numbers"), [("p", [1, 4]), ("laney_p", [1, 4]), ("u", [1, 4]), ("c", [1, 4]), ("xmr", [1, 2, 3, 4])]
)
def test_zone_rules_speak_by_default_only_on_charts_of_single_values(kind, numbers):
    assert list(default_rules(ChartKind(kind))) == numbers
