"""How much of a change of shares comes from what was judged, and not from what there was to judge."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.engine import PARTS
from metrics.kpis.first_contact_resolution import KPI
from metrics.why import explain


def counted(**segments):
    """Return parts of a share out of name=(hits, counted, not counted)."""
    rows = [(name, n, float(hits), float(hits), 0.0, 0, out) for name, (hits, n, out) in segments.items()]
    return pl.DataFrame(rows, schema={"unit": pl.String, **PARTS}, orient="row")


def test_forms_of_the_good_centre_verified_first_are_a_change_of_sample_and_of_nothing_else(kpi):
    # Both months 100 forms came in from each; in May all were verified, in June all of A and half of B.
    found = explain(kpi(), counted(A=(90, 100, 0), B=(60, 100, 0)), counted(A=(90, 100, 0), B=(30, 50, 50)), ["unit"])
    assert found.change.difference == pytest.approx(0.8 - 0.75)
    assert (found.rate, found.mix, found.sample) == (0.0, pytest.approx(0.05), pytest.approx(0.05))


def test_more_work_of_one_centre_equally_judged_is_no_change_of_sample(kpi):
    found = explain(kpi(), counted(A=(45, 50, 50), B=(30, 50, 50)), counted(A=(90, 100, 100), B=(30, 50, 50)), ["unit"])
    assert (found.mix, found.sample) == (pytest.approx(0.05), pytest.approx(0.0, abs=1e-12))


def test_of_a_change_of_both_each_has_its_part(kpi):
    # A: 100 of 200 forms, then 150 of 300 of which 120 are judged; B: 100, then 150 of which 30 are.
    before, now = counted(A=(80, 100, 0), B=(40, 100, 0)), counted(A=(96, 120, 180), B=(12, 30, 120))
    found = explain(kpi(), before, now, ["unit"])
    shares = {"a": (1 / 2, 300 / 450), "c": (1.0, (120 / 150) / (300 / 450))}
    # Values stay 0.8 and 0.4, so A is better than the mean of 0.6 and 0.72 by 0.14, and B worse by 0.26.
    of_sample_a = (shares["c"][1] - 1) * (shares["a"][0] + shares["a"][1]) / 2 * (0.8 - 0.66)
    of_sample_b = ((30 / 150) / (150 / 450) - 1) * (1 / 2 + 150 / 450) / 2 * (0.4 - 0.66)
    assert found.sample == pytest.approx(of_sample_a + of_sample_b)
    assert found.mix == pytest.approx(0.12)


def test_a_rate_has_an_exposure_and_no_sample(explained):
    assert explained({"A": (5, 100)}, {"A": (9, 100)}, "rate").sample is None


COUNTS = st.tuples(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50)).map(lambda t: (min(t[0], t[1]), *t[1:]))


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_where_all_rows_count_nothing_is_the_sample_s_and_looking_back_turns_the_sign(a, b, c, d):
    then, now = counted(A=a, B=b), counted(A=c, B=d)
    there, back = explain(KPI, then, now, ["unit"]), explain(KPI, now, then, ["unit"])
    assert there.sample == pytest.approx(-back.sample, abs=1e-12)
    whole = [rows.with_columns(excluded=pl.lit(0, pl.Int64)) for rows in (then, now)]
    assert explain(KPI, *whole, ["unit"]).sample == pytest.approx(0.0, abs=1e-12)
