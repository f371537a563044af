"""A municipality's permit applications: ended by the deadline, ended late, and open past it."""

import polars as pl
import pytest

ENDED = pl.col("resolved_first_at").is_not_null()


def test_cases_and_steps_are_read_from_one_file(account):
    assert {name: source["rows_loaded"] for name, source in account.items()} == {"applications": 1_434, "steps": 8_577}


def test_open_cases_past_their_deadline_are_breaches_too(show):
    [reading] = show("resolution_on_time")
    assert (reading["numerator"], reading["denominator"], reading["immature"]) == (952, 1_329 + 39, 105 - 39)
    assert reading["value"] == pytest.approx(0.695906, abs=5e-7)


def test_of_the_ended_cases_the_published_share_kept_the_deadline(evidence):
    rows, counts = evidence("resolution_on_time")
    ended = rows.filter(pl.col("status") == "counted", ENDED)
    assert (counts["hit"], ended.height) == (952, 1_329)
    assert counts["hit"] / ended.height == pytest.approx(0.716328, abs=5e-7)


@pytest.mark.parametrize(
    ("channel", "ended", "share"),
    [("web", 1_148, 0.727352), ("store", 107, 0.635514), ("other", 52, 0.673077), ("email", 21, 0.619048)],
)
def test_the_published_shares_of_the_channels_come_out_of_the_ended_cases(evidence, channel, ended, share):
    rows, counts = evidence("resolution_on_time", "--where", f"channel={channel}")
    assert rows.filter(pl.col("status") == "counted", ENDED).height == ended
    assert counts["hit"] / ended == pytest.approx(share, abs=5e-7)


def test_a_day_without_an_hour_does_not_end_before_it_begins(loaded):
    cases = loaded("cases").filter(pl.col("case_id").is_in(["case-8267", "case-10862"]))
    assert (cases["resolved_first_at"] == cases["created_at"]).to_list() == [True, True]


def test_summer_and_winter_offsets_name_the_same_clock(loaded):
    starts = loaded("cases").filter(pl.col("case_id").is_in(["case-8267", "case-10862"])).sort("created_at")
    assert starts["created_at"].dt.convert_time_zone("Europe/Amsterdam").dt.strftime("%F %T %:z").to_list() == [
        "2011-06-24 01:06:40 +02:00",
        "2011-12-12 01:06:40 +01:00",
    ]


def test_the_confirmation_of_receipt_is_a_step_with_a_time_of_its_own(loaded):
    sent = loaded("case_events").filter(stage="T05 Print and send confirmation of receipt")
    first = sent.group_by("case_id").agg(pl.col("at").min()).join(loaded("cases"), on="case_id")
    hours = (first["at"] - first["created_at"]).dt.total_milliseconds() / 3_600_000
    assert (hours.len(), hours.median()) == (1_300, pytest.approx(512.2647, abs=5e-5))


def test_the_published_share_is_that_of_the_ended_ones(show):
    [reading] = show("closed_on_time")
    assert (reading["numerator"], reading["denominator"]) == (952, 1_329)


def test_the_published_median_of_days_from_start_to_end_comes_out(show):
    [reading] = show("resolution_time_p50_resolved_only")
    assert (reading["n"], reading["value"] / 86_400) == (1_329, pytest.approx(50.6370, abs=5e-5))


def test_the_published_median_of_hours_to_the_confirmation_comes_out(show):
    rows = show("stage_time_p50_reached_only", "--by", "stage")
    [sent] = [row for row in rows if row["stage"] == "T05 Print and send confirmation of receipt"]
    assert (sent["n"], sent["value"] / 3600) == (1_300, pytest.approx(512.2647, abs=5e-5))
