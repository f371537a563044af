"""The sample company's complaints, from load to figure."""

import polars as pl
import pytest

from metrics.store import EVERYTHING, Query, open_store

KPIS = ("complaints_per_100_cases", "complaint_capture_rate", "complaint_upheld_rate", "first_time_fix_rate")


@pytest.mark.parametrize("key", KPIS)
def test_the_list_behind_the_figure_has_as_many_rows_as_the_figure_says(loaded_sample, key):
    store, query = open_store(loaded_sample), Query(key, "2026-03", "2026-04")
    reading = store.readings(EVERYTHING, query).row(0, named=True)
    found = store.evidence(EVERYTHING, query, "counted", limit=None)
    assert reading["n"] == found.total == found.rows.height > 0
    assert reading["numerator"] == found.rows["value"].sum()
    assert reading["excluded"] == store.evidence(EVERYTHING, query, "left_out").total


@pytest.mark.parametrize("cut", ["month", "unit", "channel", "kind"])
def test_complaints_and_cases_add_up_however_they_are_cut(loaded_sample, cut):
    store = open_store(loaded_sample)
    whole = store.readings(EVERYTHING, Query("complaints_per_100_cases")).row(0, named=True)
    parts = store.readings(EVERYTHING, Query("complaints_per_100_cases", by=(cut,)))
    assert (parts["total"].sum(), parts["exposure"].sum()) == (whole["numerator"], whole["denominator"])


def test_every_complaint_received_in_a_month_is_counted_in_that_month(loaded_sample):
    store = open_store(loaded_sample)
    parts = store.readings(EVERYTHING, Query("complaints_per_100_cases", by=("month",)))
    complaints = store.warehouse(EVERYTHING).scan("complaints").collect()
    counted = complaints.filter(pl.col("duplicate_of").is_null() & ~pl.col("withdrawn").fill_null(value=False))
    expected = dict(counted.group_by("month").len().iter_rows())
    assert {month: int(n) for month, n in parts.select("month", "numerator").iter_rows() if n} == expected
