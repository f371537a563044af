"""The rows that a load stores are those that the facts yield, and a list reads them page by page."""

import pytest
from polars.testing import assert_frame_equal

from metrics.populations import POPULATIONS
from metrics.store import EVERYTHING, Query, Scope, open_store
from metrics.store.compute import kpis_of
from metrics.store.stored_rows import are_stored

KPIS = [kpis_of(name)[0].key for name in POPULATIONS]
JUNE = ("2026-06", "2026-06")


@pytest.fixture(scope="module")
def store(loaded_sample):
    return open_store(loaded_sample).pinned(EVERYTHING)


@pytest.mark.parametrize("kpi", KPIS)
def test_a_list_of_stored_rows_is_that_of_the_facts(store, unstored, kpi):
    stored = store.evidence(EVERYTHING, Query(kpi, *JUNE), None, 0, None)
    built = unstored("rows_of_").evidence(Query(kpi, *JUNE), None, 0, None)
    assert are_stored(store.warehouse(EVERYTHING), POPULATIONS["contacts"].name)
    assert (stored.counts, stored.total) == (built.counts, built.total)
    assert_frame_equal(stored.rows, built.rows)


def test_pages_over_two_months_follow_each_other_without_gap(store):
    asked = Query("resolution_on_time", "2026-05", "2026-06", where=(("unit", "TH"),))
    whole = store.evidence(EVERYTHING, asked, "counted", 0, None).rows
    pages = [store.evidence(EVERYTHING, asked, "counted", start, 7).rows for start in range(0, whole.height, 7)]
    assert [page.height for page in pages][-1] == (whole.height - 1) % 7 + 1
    assert [key for page in pages for key in page["key"]] == whole["key"].to_list()


def test_a_page_beyond_the_last_row_is_empty_and_keeps_its_columns(store):
    found = store.evidence(EVERYTHING, Query("resolution_on_time", *JUNE), "hit", 10**6, 50)
    assert (found.rows.height, "key" in found.rows.columns) == (0, True)


def test_a_viewer_of_one_unit_lists_its_rows_only(store):
    seen = store.evidence(Scope(frozenset({"TH"})), Query("resolution_on_time", *JUNE), None, 0, None)
    assert set(seen.rows["unit"]) == {"TH"}
    assert seen.total == sum(count for status, count in seen.counts.items() if status != "hit")
