"""New York's 311 requests: due dates, closes before creation, and open requests past due."""

import polars as pl
import pytest


def test_requests_closed_before_they_were_made_are_set_aside_and_counted(account):
    requests = account["requests"]
    assert (requests["rows_read"], requests["rows_loaded"], requests["rows_quarantined"]) == (1_000, 990, 10)


def test_the_seven_open_requests_past_due_are_breaches_too(show):
    [reading] = show("resolution_on_time")
    assert (reading["numerator"], reading["denominator"]) == (427, 486)
    assert reading["value"] == pytest.approx(0.878601, abs=5e-7)


def test_of_those_with_a_due_date_and_a_close_nine_of_ten_kept_it(evidence):
    rows, counts = evidence("resolution_on_time")
    closed = rows.filter(pl.col("status") == "counted", pl.col("resolved_first_at").is_not_null())
    assert (counts["hit"], closed.height) == (427, 479)
    assert counts["hit"] / closed.height == pytest.approx(0.891441, abs=5e-7)


def test_a_request_without_a_due_date_is_not_judged(evidence):
    _, counts = evidence("resolution_on_time")
    assert counts == {"counted": 486, "hit": 427, "no_promise": 504}


def test_the_median_request_with_a_credible_close_takes_twelve_hours(loaded):
    closed = loaded("cases").drop_nulls("closed_at")
    seconds = (closed["closed_at"] - closed["created_at"]).dt.total_seconds().sort()
    assert seconds.len() == 976
    assert seconds[487:489].to_list() == [42_164, 44_040]  # 11.97 hours between them


def test_a_close_date_is_taken_whatever_the_status_says(loaded):
    unsettled = loaded("cases").filter(pl.col("closed_at").is_not_null(), pl.col("status") != "closed")
    assert unsettled.height == 17 - 10


def test_the_published_share_is_that_of_the_closed_ones(show):
    [reading] = show("closed_on_time")
    assert (reading["numerator"], reading["denominator"]) == (427, 479)
