"""Comparisons that others have published with their counts: differences of shares, paradoxes, counts on a chart."""

import numpy as np
import polars as pl
import pytest

from metrics.change import change
from metrics.intervals import garwood, wilson
from metrics.kpis.first_contact_resolution import KPI
from metrics.signals.attributes import c_chart
from metrics.why import explain


def reading(hits, n):
    low, high = wilson(pl.Series([hits]), pl.Series([n]))
    return {"value": hits / n, "low": low[0], "high": high[0]}


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
    ids=str,
)
def test_the_interval_of_a_difference_of_shares_is_newcombes(now, before, low, high):
    """Newcombe 1998, Statistics in Medicine 17:873, table II, method 10."""
    found = change(KPI, reading(*now), reading(*before))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_the_exact_interval_of_eleven_events_is_ulms():
    """Ulm 1990, American Journal of Epidemiology 131:373, prints 5.4912 and 19.6820."""
    assert [end[0] for end in garwood(pl.Series([11]), pl.Series([1.0]))] == pytest.approx([5.4912, 19.6820], abs=5e-5)


def parts(**segments):
    rows = [(name, n, float(hits), float(hits)) for name, (hits, n) in segments.items()]
    frame = pl.DataFrame(rows, ["segment", "n", "total", "squares"], orient="row")
    return frame.with_columns(exposure=0.0, immature=pl.lit(0, pl.Int64), excluded=pl.lit(0, pl.Int64))


def test_kidney_stones_are_a_paradox_that_the_mix_explains():
    """Charig et al. 1986, BMJ 292:879: treatment A is better for small and for large stones, and worse in all."""
    a, b = parts(small=(81, 87), large=(192, 263)), parts(small=(234, 270), large=(55, 80))
    found = explain(KPI, a, b, ["segment"])
    assert found.change.difference == pytest.approx(289 / 350 - 273 / 350)
    assert found.is_paradox
    assert found.rate < 0 < found.mix
    assert found.rate + found.mix == pytest.approx(found.change.difference, abs=1e-12)


def test_berkeleys_women_were_admitted_less_in_all_and_not_by_department():
    """Bickel, Hammel & O'Connell 1975, Science 187:398; the six departments as in R's UCBAdmissions."""
    men = parts(A=(512, 825), B=(353, 560), C=(120, 325), D=(138, 417), E=(53, 191), F=(22, 373))
    women = parts(A=(89, 108), B=(17, 25), C=(202, 593), D=(131, 375), E=(94, 393), F=(24, 341))
    found = explain(KPI, men, women, ["segment"])
    assert found.change.difference == pytest.approx(557 / 1835 - 1198 / 2691)
    assert found.rate == pytest.approx(0.0360, abs=5e-5)
    assert found.mix == pytest.approx(-0.1777, abs=5e-5)


# Montgomery, Introduction to Statistical Quality Control, example 7.3: nonconformities in 26 samples of 100 boards.
BOARDS = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]


def test_the_c_chart_of_circuit_boards_is_montgomerys():
    chart = c_chart(BOARDS)
    assert (chart.centre, chart.low[0], chart.high[0]) == pytest.approx((19.85, 6.48, 33.21), abs=5e-3)
    assert (np.flatnonzero(np.logical_or(*chart.beyond(3))) + 1).tolist() == [6, 20]
    without = c_chart(BOARDS, np.array([place not in {6, 20} for place in range(1, 27)]))
    assert (without.centre, without.low[0], without.high[0]) == pytest.approx((19.67, 6.36, 32.97), abs=5e-3)
