"""SERVQUAL's rules on tiny surveys worked out by hand."""

import polars as pl
import pytest

from metrics.contract import table
from metrics.servqual.answers import by_respondent, pairs
from metrics.servqual.errors import IncompleteSurveyError, InstrumentError, WeightError
from metrics.servqual.gaps import knowledge_gap, rated_gap
from metrics.servqual.instrument import CLASSIC, Instrument
from metrics.servqual.quadrants import quadrants
from metrics.servqual.reliability import cronbach_alpha, reliability
from metrics.servqual.scores import dimension_scores, overall
from metrics.servqual.weights import mean_weights, weighted, weighted_by
from metrics.servqual.zone import complete_triples, zone_of_tolerance

_TWO = Instrument("two", {"speed": (1, 2), "care": (3,)})


def survey(*rows: tuple) -> pl.DataFrame:
    """Return responses from (response_id, item_no, expectation, perception)."""
    columns = {"response_id": 0, "item_no": 1, "expectation": 2, "perception": 3}
    given = pl.DataFrame({name: [row[at] for row in rows] for name, at in columns.items()}, strict=False)
    schema = table("servqual_responses").schema
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in columns]
    return given.with_columns(missing).cast(dict(schema)).with_columns(pl.col("respondent_type").fill_null("customer"))


def test_half_a_pair_is_no_gap():
    answers = survey(("a", 1, 7, 5), ("a", 2, 7, None), ("b", 1, None, 1))
    assert pairs(answers, _TWO)["gap"].to_list() == [-2.0]


def test_a_respondents_dimension_score_is_the_mean_of_the_items_answered():
    scores = dimension_scores(pairs(survey(("a", 1, 7, 5), ("a", 2, 7, 4), ("b", 1, 6, 6)), _TWO), _TWO)
    assert scores.row(by_predicate=pl.col("dimension") == "speed", named=True)["gap"] == (-2.5 + 0) / 2


def test_a_missing_dimension_refuses_an_overall():
    scores = dimension_scores(pairs(survey(("a", 1, 7, 5)), _TWO), _TWO)
    assert scores["n"].to_list() == [1, 0]
    with pytest.raises(IncompleteSurveyError, match="No overall gap: nobody answered an item of care"):
        overall(scores)


def test_a_reversed_item_is_turned_round_on_its_own_scale():
    reverse = Instrument("reverse", {"care": (1,)}, scale_max=5, reversed_items=frozenset({1}))
    assert pairs(survey(("a", 1, 5, 2)), reverse).select("expectation", "perception").row(0) == (1.0, 4.0)


def test_weights_both_ways_differ_when_people_weigh_what_disappoints_them():
    paired = pairs(survey(("a", 1, 7, 3), ("a", 3, 7, 7), ("b", 1, 7, 7), ("b", 3, 7, 6)), _TWO)
    points = [("a", "speed", 75.0), ("a", "care", 25.0), ("b", "speed", 25.0), ("b", "care", 75.0)]
    weights = pl.DataFrame(points, schema=["response_id", "dimension", "points"], orient="row")
    found = weighted(by_respondent(paired, "gap"), weights, _TWO)
    # a: 0.75·(−4) + 0.25·0 = −3; b: 0.25·0 + 0.75·(−1) = −0.75. Of means: 0.5·(−2) + 0.5·(−0.5).
    assert (found.per_respondent, found.of_means, found.n) == (-1.875, -1.25, 2)


def test_points_that_are_not_100_in_all_are_refused_and_counted():
    weights = pl.DataFrame({"response_id": ["a", "a"], "dimension": ["speed", "care"], "points": [60.0, 60.0]})
    people = by_respondent(pairs(survey(("a", 1, 7, 3), ("a", 3, 7, 7)), _TWO), "gap")
    assert (weighted(people, weights, _TWO).per_respondent, weighted(people, weights, _TWO).refused) == (None, 1)
    assert mean_weights(weights, _TWO)["n"].to_list() == [0, 0]


def test_given_points_must_name_every_dimension():
    scores = pl.DataFrame({"dimension": ["speed", "care"], "gap": [-1.0, -2.0]})
    with pytest.raises(WeightError, match="100 points in all to speed, care; got speed 100"):
        weighted_by(scores, {"speed": 100.0})


def test_cronbach_alpha_of_a_textbook_table():
    # Two items, five people: var 2.5 and 2.5, total var 9.0: 2/1 · (1 − 5/9) = 8/9.
    items = pl.DataFrame({"1": [1, 2, 3, 4, 5], "2": [1, 3, 2, 5, 4]})
    assert cronbach_alpha(items) == pytest.approx(8 / 9)


@pytest.mark.parametrize(
    "items",
    [{"1": [1, 2, 3]}, {"1": [4], "2": [5]}, {"1": [4, 4], "2": [4, 4]}, {"1": [1, None], "2": [None, 2]}],
    ids=["one item", "one person", "nothing varies", "nobody complete"],
)
def test_alpha_is_undefined_rather_than_wrong(items):
    assert cronbach_alpha(pl.DataFrame(items)) is None


def test_reliability_counts_those_who_answered_every_item():
    paired = pairs(survey(("a", 1, 7, 5), ("a", 2, 6, 4), ("b", 1, 7, 6)), _TWO)
    assert reliability(paired, _TWO).select("dimension", "n").rows() == [("speed", 1), ("care", 0)]


def test_an_inversion_is_dropped_and_counted():
    answers = survey(("a", 1, 7, 6), ("b", 1, 5, 6)).with_columns(minimum=pl.Series([5.0, 6.0]))
    triples, dropped = complete_triples(answers, _TWO)
    assert (triples["response_id"].to_list(), dropped) == (["a"], 1)


def test_perception_between_minimum_and_desired_lies_in_the_zone():
    # LibQUAL 2002–04 as printed by Lehigh: item F 6.30/7.88/6.27 lies below its zone, item K within.
    single = Instrument("libqual", {"f": (1,), "k": (2,)}, scale_max=9)
    answers = survey(("x", 1, 7.88, 6.27), ("x", 2, 7.90, 6.85)).with_columns(minimum=pl.Series([6.30, 6.81]))
    zone = zone_of_tolerance(complete_triples(answers, single)[0], single)
    assert zone["position"].to_list() == ["below", "within"]
    assert zone["adequacy"].to_list() == pytest.approx([-0.03, 0.04], abs=1e-9)


def test_gap_1_compares_managers_with_customers():
    managers = survey(("m", 1, 6, None), ("m", 3, 7, None)).with_columns(
        instrument=pl.lit("gap1_manager"), respondent_type=pl.lit("manager")
    )
    found = knowledge_gap(pl.concat([managers, survey(("a", 1, 7, 5), ("a", 3, 6, 6))]), _TWO)
    assert found["value"].to_list() == [-1.0, 1.0]


def test_gaps_2_to_4_count_down_from_the_top_and_a_missing_standard_apart():
    rated = survey(("m", 1, None, 5), ("n", 1, None, None), ("m", 2, None, 7)).with_columns(
        instrument=pl.lit("gap2_manager"), scale_max=pl.lit(7, pl.Int64)
    )
    found = rated_gap(rated, 2, _TWO)
    assert found.select("dimension", "value", "n", "no_answer").rows() == [("speed", -2.0, 1, 1), ("care", 0.0, 1, 0)]


def test_quadrants_split_at_the_means():
    scores = pl.DataFrame({"dimension": list("abcd"), "gap": [-2.0, 0.0, -2.0, 0.0]})
    importance = pl.DataFrame({"dimension": list("abcd"), "points": [40.0, 40.0, 10.0, 10.0]})
    assert quadrants(scores, importance)["quadrant"].to_list() == ["mend_first", "keep_up", "mend_later", "enough"]


def test_a_dimension_that_nobody_answered_is_in_no_quadrant():
    scores = pl.DataFrame({"dimension": list("abc"), "gap": [-2.0, 0.0, None]})
    importance = pl.DataFrame({"dimension": list("abc"), "points": [60.0, 10.0, 30.0]})
    assert quadrants(scores, importance)["quadrant"].to_list() == ["mend_first", "enough", None]


@pytest.mark.parametrize(
    ("dimensions", "further", "reason"),
    [
        ({"a": (1, 2), "b": (2,)}, {}, "item 2 belongs to more than one dimension"),
        ({"a": ()}, {}, "dimension 'a' has no item"),
        ({}, {}, "it has no dimension"),
        ({"a": (1,)}, {"reversed_items": frozenset({3})}, "reversed item 3 belongs to no dimension"),
        ({"a": (1,)}, {"scale_max": 4}, "allowed are 5 to 9 points"),
    ],
)
def test_an_instrument_that_contradicts_itself_cannot_be_used(dimensions, further, reason):
    with pytest.raises(InstrumentError, match=reason):
        Instrument("wrong", dimensions, **further)


def test_the_classic_instrument_has_22_items_in_five_dimensions():
    assert (CLASSIC.items.height, len(CLASSIC.dimensions)) == (22, 5)
