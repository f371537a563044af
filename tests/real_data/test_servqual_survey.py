"""A survey of 24 pairs in a Korean encoding, columns out of order: the items land where they belong."""

import polars as pl
import pytest

PAIR = (pl.col("expectation") + pl.col("perception")).is_not_null()
GAP = (pl.col("perception") - pl.col("expectation")).mean()


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


@pytest.mark.parametrize(
    ("dimension", "first", "last", "gap"),
    [
        ("usefulness", 1, 3, -0.629630),
        ("playfulness", 4, 6, 0.053140),
        ("control", 7, 9, -1.170692),
        ("saving", 10, 12, -1.533011),
        ("personalisation", 13, 15, -1.360709),
        ("convenience", 16, 18, -1.380032),
        ("security", 19, 21, -1.710145),
        ("tangibles", 22, 24, -1.085346),
    ],
)
def test_the_gap_of_a_dimension_is_that_of_its_three_items(loaded, dimension, first, last, gap):
    items = loaded("servqual_responses").filter(pl.col("item_no").is_between(first, last))
    assert items.select(GAP).item() == pytest.approx(gap, abs=1e-6), dimension


def test_item_eight_and_nine_are_not_swapped_though_their_columns_are(loaded):
    # In the file's row 2 the columns of items 7, 9 and 8 read 7,6 · 7,7 · 7,6.
    first = loaded("servqual_responses").filter(response_id="2").sort("item_no")
    assert first.select("item_no", "expectation", "perception").rows()[6:9] == [(7, 7, 6), (8, 7, 6), (9, 7, 7)]
