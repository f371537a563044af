"""The sample company's audits, from load to figure."""

import pytest

from metrics.store import EVERYTHING, Query, open_store
from metrics.store.audits import audited

KPIS = ("answer_accuracy", "business_critical_accuracy", "compliance_critical_accuracy", "non_critical_accuracy")


@pytest.mark.parametrize("key", KPIS)
def test_the_list_behind_the_figure_has_as_many_rows_as_the_figure_says(loaded_sample, key):
    store, query = open_store(loaded_sample), Query(key, "2025-05", "2025-06")
    reading = store.readings(EVERYTHING, query).row(0, named=True)
    rows = store.evidence(EVERYTHING, query, "counted", limit=None)
    assert reading["n"] == rows.total == rows.rows.height > 0
    assert reading["numerator"] == rows.counts["hit"]
    assert reading["excluded"] == store.evidence(EVERYTHING, query, "left_out").total


def test_the_sum_over_months_units_and_strata_is_the_whole(loaded_sample):
    store = open_store(loaded_sample)
    whole = store.readings(EVERYTHING, Query("answer_accuracy")).row(0, named=True)
    for cut in ("month", "unit", "stratum"):
        parts = store.readings(EVERYTHING, Query("answer_accuracy", by=(cut,)))
        assert (parts["n"].sum(), parts["numerator"].sum()) == (whole["n"], whole["numerator"])


def test_harder_strata_were_sampled_more_so_the_weighted_share_is_higher(loaded_sample):
    found = audited(open_store(loaded_sample), EVERYTHING, "answer")
    assert found.weighted.strata["weight"].sum() == pytest.approx(1)
    assert found.weighted.low < found.weighted.pooled < found.weighted.value < found.weighted.high
    assert found.agreement.low < found.agreement.kappa < found.agreement.high
