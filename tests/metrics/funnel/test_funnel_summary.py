"""The figures of a page and its cohorts, against the questions they stand for, over the sample company."""

import pytest

from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_cohorts import funnel_cohorts
from metrics.store.funnel_query import FunnelQuery
from metrics.store.funnel_summary import funnel_summary

APRIL, MAY = (FunnelQuery("car_glass", month, month) for month in ("2026-04", "2026-05"))


@pytest.fixture(scope="module")
def store(loaded_sample):
    return open_store(loaded_sample)


@pytest.fixture(scope="module")
def held(store):
    return funnel_reading(store, EVERYTHING, FunnelQuery("car_glass", "2026-04", "2026-05", also=("unit", "product")))


def test_a_summary_says_what_its_two_periods_say_when_asked_alone(store, held):
    found = funnel_summary(held, MAY, ("unit",))
    may, april = (funnel_reading(store, EVERYTHING, query) for query in (MAY, APRIL))
    assert found.stages.equals(may.stages)
    assert found.change.equals(may.change_from(april))
    assert found.bars_before["n"][0] == april.totals["entered"]
    assert found.totals["entered"] == may.totals["entered"] == found.pieces["n"][0]


def test_segments_are_compared_with_all_others_whatever_segment_is_looked_at(held):
    glass = FunnelQuery("car_glass", "2026-05", "2026-05", where=(("product", "windscreen"),))
    one, every = (funnel_summary(held, query, ("product",)) for query in (glass, MAY))
    assert one.segments.equals(every.segments)
    assert one.totals["entered"] < every.totals["entered"]


def test_segments_are_compared_within_the_place(held):
    at = FunnelQuery("car_glass", "2026-05", "2026-05", where=(("unit", "TH"),))
    found = funnel_summary(held, at, ("product",)).segments.filter(step=1)
    assert found["n"].sum() == held.cut(at).stages["entered"][0]


def test_cohorts_say_of_each_month_what_it_says_when_asked_alone(store):
    found = funnel_cohorts(store, EVERYTHING, FunnelQuery("car_glass", "2026-05", "2026-06"))
    alone = funnel_reading(store, EVERYTHING, MAY).cohorts
    assert found.head(1).select(alone.columns).equals(alone)
    assert found["is_mature"].to_list() == [True, False]
    assert (found["estimate"][0], found["estimate_day"][1]) == (None, 29)


def test_cohorts_of_a_unit_are_those_in_scope(store):
    query = FunnelQuery("car_glass", "2026-05", "2026-05", where=(("unit", "TH"),))
    asked = funnel_cohorts(store, EVERYTHING, query)["entered"][0]
    seen = funnel_cohorts(store, Scope(frozenset({"TH"})), FunnelQuery("car_glass", "2026-05", "2026-05"))["entered"][0]
    assert asked == seen > 0


def test_months_without_cases_have_no_cohort(store):
    assert funnel_cohorts(store, EVERYTHING, FunnelQuery("car_glass", "2019-01", "2019-02")).is_empty()
