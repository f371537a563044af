"""What the sample company's complaints are about, by three measures, and what they weigh."""

import pytest

from metrics.store import EVERYTHING, Query, open_store
from metrics.store.complaints import causes, severity

ANY = Query("complaint_repeat_rate")


def test_a_complaint_with_two_topics_counts_once_in_the_total_and_twice_among_topics(loaded_sample):
    store = open_store(loaded_sample)
    by_count, by_topic = (causes(store, EVERYTHING, ANY, measure) for measure in ("complaints", "topics"))
    assert by_count.counted == by_topic.counted == by_count.table["amount"].sum()
    assert by_topic.table["amount"].sum() > by_topic.counted


def test_the_costliest_causes_are_not_the_most_frequent_ones(loaded_sample):
    store = open_store(loaded_sample)
    by_count, by_cost = (causes(store, EVERYTHING, ANY, measure) for measure in ("complaints", "cost"))
    assert by_count.table["topic"].to_list() != by_cost.table["topic"].to_list()
    assert by_cost.table["cumulative_share"][-1] == pytest.approx(1)


def test_a_month_without_complaints_has_no_causes_and_no_rate(loaded_sample):
    store, query = open_store(loaded_sample), Query("complaint_repeat_rate", "2030-01", "2030-01")
    assert causes(store, EVERYTHING, query).table.is_empty()
    assert severity(store, EVERYTHING, query)["value"] is None


def test_the_weighted_rate_is_the_plain_one_times_the_mean_severity(loaded_sample):
    store = open_store(loaded_sample)
    found = severity(store, EVERYTHING, ANY)
    mean = store.readings(EVERYTHING, Query("complaint_severity")).row(0, named=True)
    assert (found["complaints"], found["weight"]) == (mean["n"], mean["total"])
    assert found["value"] == pytest.approx(found["plain"] * mean["value"])
    assert found["low"] < found["value"] < found["high"]
