"""A survey of 24 pairs in a Korean encoding, columns out of order: the items land where they belong."""

import json

import polars as pl
import pytest

from metrics.__main__ import main

PAIR = (pl.col("expectation") + pl.col("perception")).is_not_null()
GAP = (pl.col("perception") - pl.col("expectation")).mean()


@pytest.fixture
def survey(workspace, capsys):
    """Return what the command line says of the survey."""
    assert main(["servqual", str(workspace), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_respondent_has_a_row_per_item(account, loaded):
    assert (account["answers"]["rows_loaded"], account["answers"]["exact_duplicates"]) == (211 * 24, 0)
    assert loaded("servqual_responses").group_by("response_id").len()["len"].unique().to_list() == [24]


def test_who_never_answered_has_no_answers_rather_than_low_ones(loaded):
    pairs = loaded("servqual_responses").filter(PAIR)
    assert (pairs["response_id"].n_unique(), pairs.height) == (207, 207 * 24)


def test_the_means_of_expectation_perception_and_gap_are_the_published_ones(loaded):
    pairs = loaded("servqual_responses").filter(PAIR)
    means = pairs.select(pl.col("expectation").mean(), pl.col("perception").mean(), gap=GAP).row(0)
    assert means == pytest.approx((5.973833, 4.871779, -1.102053), abs=1e-6)


def test_the_gaps_of_the_eight_dimensions_are_the_published_ones(survey):
    assert {row["dimension"]: row["gap"] for row in survey["dimensions"]} == pytest.approx(
        {
            "usefulness": -0.629630,
            "playfulness": 0.053140,
            "control": -1.170692,
            "saving": -1.533011,
            "personalisation": -1.360709,
            "convenience": -1.380032,
            "security": -1.710145,
            "tangibles": -1.085346,
        },
        abs=1e-6,
    )


def test_the_overall_gap_is_that_of_those_who_answered(survey):
    assert (survey["respondents"], survey["overall"]["gap"]) == (207, pytest.approx(-1.102053, abs=1e-6))


def test_item_eight_and_nine_are_not_swapped_though_their_columns_are(loaded):
    # In the file's row 2 the columns of items 7, 9 and 8 read 7,6 · 7,7 · 7,6.
    first = loaded("servqual_responses").filter(response_id="2").sort("item_no")
    assert first.select("item_no", "expectation", "perception").rows()[6:9] == [(7, 7, 6), (8, 7, 6), (9, 7, 7)]
