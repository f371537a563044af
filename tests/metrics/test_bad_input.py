"""Nothing, one row, rows that say nothing, rows that all say the same: every KPI answers, and with no false zero."""

import math

import pytest

from metrics.change import Verdict, change
from metrics.errors import UnknownDimensionError, UnknownKpiError
from metrics.examples import reading_of
from metrics.model import Example, Quantile
from metrics.registry import all_kpis, kpi
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.comparing import Comparison, explanation
from metrics.store.errors import QueryError
from metrics.text import Text
from metrics.why import Period, Periods

ANY = Text("例", "example")
FCR = "first_contact_resolution"


def read(key, rows):
    return reading_of(kpi(key), Example(ANY, rows, value=None, n=0)).row(0, named=True)


def ordinary(key):
    """Return the first row of the KPI's first example, which is counted or else says why not."""
    return kpi(key).examples[0].given[0]


@pytest.mark.parametrize("key", all_kpis())
def test_no_rows_are_no_data(key):
    found = read(key, [])
    assert [found[name] for name in ("value", "low", "high")] == [None] * 3
    assert [found[name] for name in ("n", "immature", "excluded")] == [0] * 3


@pytest.mark.parametrize("key", all_kpis())
@pytest.mark.parametrize("number", [1, 3])
def test_rows_that_say_nothing_are_left_out_and_counted(key, number):
    found = read(key, [{}] * number)
    assert (found["value"], found["n"], found["excluded"]) == (None, 0, number)


@pytest.mark.parametrize("key", all_kpis())
def test_rows_that_say_no_more_than_when_are_counted_or_left_out_each(key):
    dated = {name: ordinary(key).get(name) for name in kpi(key).at.meta.root_names()}
    found = read(key, [dated] * 3)
    assert found["n"] + found["immature"] + found["excluded"] == 3
    assert (found["value"] is None) == (
        found["n"] == 0 or found["denominator"] == 0 or found["method"] == "kaplan_meier"
    )


@pytest.mark.parametrize("key", all_kpis())
def test_one_row_is_one_row_and_its_interval_holds_what_is_known(key):
    found = read(key, [ordinary(key)])
    assert found["n"] + found["immature"] + found["excluded"] == 1
    if found["value"] is not None and found["low"] is not None:
        assert found["low"] <= found["value"]
        assert found["high"] is None or found["value"] <= found["high"]


@pytest.mark.parametrize("key", all_kpis())
def test_rows_that_all_say_the_same_have_the_value_of_one(key):
    one, many = read(key, [ordinary(key)]), read(key, [ordinary(key)] * 7)
    assert (many["value"] is None) == (one["value"] is None)
    if one["value"] is not None:
        assert many["value"] == pytest.approx(one["value"])
    ends = [end for end in (many["low"], many["high"]) if end is not None]
    assert all(math.isfinite(end) for end in ends)


@pytest.mark.parametrize("key", all_kpis())
def test_a_first_month_has_nothing_to_be_compared_with(key):
    first, nothing = read(key, [ordinary(key)] * 7), read(key, [])
    found = change(kpi(key), first, nothing)
    assert (found.verdict, found.difference, found.low, found.high) == (Verdict.NO_COMPARISON, None, None, None)


def test_why_a_new_unit_s_figure_moved_is_not_guessed(published):
    store = open_store(published({"month": "2025-05", "unit": "NEW", "n": 40, "total": 30.0}))
    asked = Comparison(
        FCR, Periods(Period("2025-04", "2025-04"), Period("2025-05", "2025-05")), ("channel",), (("unit", "NEW"),)
    )
    found = explanation(store, EVERYTHING, asked)
    assert (found.change.verdict, found.segments.is_empty()) == (Verdict.NO_COMPARISON, True)


@pytest.mark.parametrize("key", [key for key, each in all_kpis().items() if isinstance(each.measure, Quantile)])
def test_a_percentile_of_one_wait_is_that_wait_with_no_end_known(key):
    found = read(key, [ordinary(key)])
    assert found["value"] is not None
    assert found["high"] is None or found["high"] == found["value"]


# --- questions that cannot be asked ----------------------------------------------------------------------------------


def test_an_unknown_kpi_is_refused_with_the_nearest():
    with pytest.raises(
        UnknownKpiError, match=r"No KPI is registered as 'first_contact_resolutoin'\. Did you mean first"
    ):
        Query("first_contact_resolutoin")


def test_an_unknown_dimension_is_refused_with_the_nearest():
    with pytest.raises(UnknownDimensionError, match=rf"KPI '{FCR}' has no dimension 'chanel'\. Did you mean channel"):
        Query(FCR, by=("chanel",))
    with pytest.raises(
        UnknownDimensionError, match=r"no dimension 'stratum'\. Known: agent, category, channel, customer_g"
    ):
        Query(FCR, where=(("stratum", "new"),))


@pytest.mark.parametrize("month", ["2025-13", "2025-6", "June", "2025-06-01"])
def test_what_is_no_month_is_refused(month):
    with pytest.raises(QueryError, match=f"'{month}' is not a month; write it as 2025-06"):
        Query(FCR, first=month)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(QueryError, match=r"The period ends \(2025-01\) before it begins \(2025-02\)"):
        Query(FCR, "2025-02", "2025-01")
