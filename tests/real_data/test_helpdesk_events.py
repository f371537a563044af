"""A help desk's event log: tickets out of events, worked on again after they were resolved."""

import polars as pl
import pytest


def test_every_ticket_and_every_step_is_loaded(account):
    assert {name: source["rows_loaded"] for name, source in account.items()} == {"tickets": 4_580, "steps": 21_348}


def test_tickets_worked_on_after_the_first_resolve_are_reopened(show):
    [reading] = show("reopen_rate")
    assert (reading["numerator"], reading["denominator"], reading["immature"]) == (152, 4_569, 11)


def test_the_published_share_counts_tickets_that_were_never_resolved_as_well(show):
    [reading] = show("reopen_rate")
    assert reading["numerator"] / (reading["n"] + reading["immature"]) == pytest.approx(0.033188, abs=5e-7)


def test_a_resolve_is_what_ends_a_ticket_and_not_the_close_weeks_later(loaded):
    tickets = loaded("cases").drop_nulls("resolved_first_at")
    days = (tickets["resolved_first_at"] - tickets["created_at"]).dt.total_seconds() / 86_400
    assert (days.len(), days.median()) == (4_569, pytest.approx(5.9831, abs=5e-5))


def test_hours_until_a_ticket_is_taken_in_charge_come_out_of_its_events(loaded):
    taken = loaded("case_events").filter(stage="Take in charge ticket").group_by("case_id").agg(pl.col("at").min())
    both = taken.join(loaded("cases"), on="case_id")
    hours = (both["at"] - both["created_at"]).dt.total_seconds() / 3600
    assert (hours.len(), hours.median()) == (4_285, pytest.approx(16.3897, abs=5e-5))


def test_a_ticket_resolved_before_it_was_taken_in_charge_was_answered_by_its_resolution(loaded):
    [ticket] = loaded("cases").filter(case_id="Case 1144").to_dicts()
    assert ticket["first_response_at"] == ticket["resolved_first_at"] < ticket["resolved_last_at"]
    assert ticket["reopen_count"] == 1


def test_the_published_median_of_days_to_the_first_resolve_comes_out(show):
    [reading] = show("resolution_time_p50_resolved_only")
    assert (reading["n"], reading["value"] / 86_400) == (4_569, pytest.approx(5.9831, abs=5e-5))


def test_the_published_median_of_hours_until_a_ticket_is_taken_in_charge_comes_out(show):
    rows = show("stage_time_p50_reached_only", "--by", "stage")
    [taken] = [row for row in rows if row["stage"] == "Take in charge ticket"]
    assert (taken["n"], taken["value"] / 3600) == (4_285, pytest.approx(16.3897, abs=5e-5))
