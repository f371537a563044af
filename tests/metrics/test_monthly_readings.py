"""Readings of whole months that a load computed are those of their parts, for whoever may see them."""

import pytest
from polars.testing import assert_frame_equal

from metrics.registry import all_kpis
from metrics.store import EVERYTHING, Query, Scope, open_store
from metrics.store.monthly import stored_readings

CUTS = [("month",), ("month", "unit"), ("region", "month")]


@pytest.fixture(scope="module")
def store(loaded_sample):
    return open_store(loaded_sample).pinned(EVERYTHING)


@pytest.mark.parametrize("by", CUTS, ids=" ".join)
def test_every_kpi_reads_as_its_parts_do(store, unstored, by):
    without = unstored("monthly_readings")
    for key, kpi in all_kpis().items():
        query = Query(key, "2025-01", "2026-07", by=by)
        assert stored_readings(store.warehouse(EVERYTHING), kpi, query, EVERYTHING) is not None
        assert_frame_equal(store.readings(EVERYTHING, query), without.readings(query), check_row_order=True)


@pytest.mark.parametrize(
    ("asked", "scope"),
    [
        pytest.param({"by": ("month",)}, Scope(frozenset({"TH"})), id="the total of some units"),
        pytest.param({"by": ("region", "month")}, Scope(frozenset({"TH"})), id="a region of which some units are seen"),
        pytest.param({"by": ("month", "channel")}, EVERYTHING, id="another dimension"),
        pytest.param({"by": ("unit",)}, EVERYTHING, id="months together"),
        pytest.param({"by": ("month",), "where": (("unit", "TH"),)}, EVERYTHING, id="a condition"),
    ],
)
def test_what_a_load_did_not_read_is_read_from_the_parts(store, asked, scope):
    kpi, query = all_kpis()["resolution_time_p50"], Query("resolution_time_p50", **asked)
    assert stored_readings(store.warehouse(EVERYTHING), kpi, query, scope) is None


def test_a_viewer_of_one_unit_sees_its_months_only(store):
    query = Query("resolution_time_p50", by=("month", "unit"))
    seen = store.readings(Scope(frozenset({"TH"})), query)
    assert_frame_equal(seen, store.readings(EVERYTHING, query).filter(unit="TH"))
