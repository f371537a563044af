"""A call centre's log of three months: answered, resolved, waited, rated."""

import pytest


def test_the_sums_beside_the_log_are_not_taken_for_calls(account):
    assert {name: (source["rows_read"], source["rows_loaded"]) for name, source in account.items()} == {
        "calls": (5_000, 5_000),
        "ratings": (4_054, 4_054),
    }


def test_four_of_five_calls_are_answered(show):
    [reading] = show("answered_share")
    assert (reading["numerator"], reading["denominator"]) == (4_054, 5_000)
    assert reading["value"] == pytest.approx(0.8108, abs=5e-7)


def test_resolved_is_a_share_of_the_answered_calls_and_not_of_all(show):
    [reading] = show("agent_stated_resolution")
    assert (reading["numerator"], reading["denominator"]) == (3_646, 4_054)
    assert reading["value"] == pytest.approx(0.899359, abs=5e-7)
    assert reading["numerator"] / (reading["n"] + reading["excluded"]) == pytest.approx(0.7292, abs=5e-7)


def test_an_answer_takes_more_than_a_minute_on_average(show):
    [reading] = show("speed_of_answer")
    assert (reading["value"], reading["n"]) == (pytest.approx(67.520720, abs=5e-7), 4_054)
    assert reading["unit_of_measure"] == "seconds"


def test_less_than_half_of_the_answers_come_within_a_minute(show):
    [reading] = show("answered_within_one_minute")
    assert (reading["value"], reading["denominator"]) == (pytest.approx(0.443019, abs=5e-7), 4_054)


def test_the_mean_rating_is_that_of_the_workbook_s_own_pivot(show):
    [reading] = show("csat_mean")
    assert (reading["value"], reading["n"]) == (pytest.approx(3.403552047, abs=5e-10), 4_054)


def test_the_ratings_are_spread_over_the_scale(evidence):
    rows, _ = evidence("csat_mean")
    assert rows["csat"].value_counts().sort("csat")["count"].to_list() == [417, 396, 1_218, 1_180, 843]


@pytest.mark.parametrize(("month", "mean"), [("2021-01", 3.454296), ("2021-02", 3.377504), ("2021-03", 3.372790)])
def test_the_mean_rating_falls_month_by_month(show, month, mean):
    [reading] = show("csat_mean", "--month", month)
    assert reading["value"] == pytest.approx(mean, abs=5e-7)


def test_callers_are_not_named_so_that_no_issue_can_be_followed(show):
    [reading] = show("first_contact_resolution")
    assert (reading["value"], reading["n"], reading["excluded"]) == (None, 0, 5_000)
