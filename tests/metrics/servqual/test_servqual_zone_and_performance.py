"""Three columns, perceptions alone, and how sure a reliability is: published tables, and what a survey says of them."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.contract import TABLES
from metrics.servqual.gaps import knowledge_gap
from metrics.servqual.instrument import Instrument
from metrics.servqual.reliability import alpha_interval, cronbach_alpha
from metrics.servqual.zone import complete_triples, zone_of_tolerance
from metrics.store import EVERYTHING
from metrics.store.surveys import survey
from metrics.store.warehouse import Warehouse

TWO = Instrument("two", {"speed": (1,), "care": (2,)}, scale_max=9)
SCHEMA = TABLES["servqual_responses"].stored_schema


def answers(*rows, **more):
    """Return responses from (response_id, item_no, minimum, expectation, perception)."""
    names = ("response_id", "item_no", "minimum", "expectation", "perception")
    told = {"wave": "W", "respondent_type": "customer", "instrument": "servqual_3col", "scale_max": 9, **more}
    frame = pl.DataFrame([{**told, **dict(zip(names, row, strict=True))} for row in rows], strict=False)
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in SCHEMA.items() if name not in frame.columns]
    return frame.with_columns(missing).select(SCHEMA.names()).cast(dict(SCHEMA))


# LibQUAL+ 2002–04, dimension AS-3, as printed by Lehigh University (www.lehigh.edu/~inulg/LibQUAL02-04.htm):
# minimum, desired, perceived, adequacy, superiority.
LIBQUAL = {
    "J": (5.70, 7.72, 6.92, 1.22, -0.80), "I": (5.88, 7.92, 7.09, 1.21, -0.83), "G": (5.64, 7.60, 6.83, 1.19, -0.77),
    "C": (6.06, 7.73, 7.22, 1.16, -0.51), "P": (6.58, 7.99, 7.54, 0.96, -0.45), "K": (6.81, 7.90, 6.85, 0.04, -1.05),
    "F": (6.30, 7.88, 6.27, -0.02, -1.60), "mean": (6.23, 7.93, 6.99, 0.76, -0.94),
}  # fmt: skip
_ROUNDING = 0.011


def test_the_zone_of_tolerance_agrees_with_libqual_as_printed_by_lehigh():
    library = Instrument("libqual", {name: (place,) for place, name in enumerate(LIBQUAL, start=1)}, scale_max=9)
    rows = [("x", place, *levels[:3]) for place, levels in enumerate(LIBQUAL.values(), start=1)]
    zone = zone_of_tolerance(complete_triples(answers(*rows), library)[0], library)
    assert zone["adequacy"].to_list() == pytest.approx([levels[3] for levels in LIBQUAL.values()], abs=_ROUNDING)
    assert zone["superiority"].to_list() == pytest.approx([levels[4] for levels in LIBQUAL.values()], abs=_ROUNDING)
    assert zone["position"].to_list() == ["within"] * 6 + ["below", "within"]


# Twelve people, eleven questions answered right (1) or wrong (0), some left out: the data "cronbach_wide_missing" of
# pingouin 0.7 (after real-statistics.com). Over the nine who answered everything its documents print, as R's psych
# does, 0.8016949; over whoever answered either of two questions 0.7327, which is another figure.
QUIZ = [
    (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), (1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0), (None, 0, 1, 1, None, 1, 1, 1, 1, 0, 0),
    (1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0), (1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0), (0, 1, None, 0, 1, 1, 1, 1, 0, 0, 0),
    (1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0), (1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0), (0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0),
    (1, 0, 0, 1, 0, 1, 0, 0, None, 0, 0), (1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0), (1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
]  # fmt: skip


def test_alpha_over_those_who_answered_everything_agrees_with_pingouin_and_r_s_psych():
    quiz = pl.DataFrame(QUIZ, schema=[f"Q{number}" for number in range(1, 12)], orient="row")
    assert cronbach_alpha(quiz) == pytest.approx(0.8016949152542373)


def test_the_interval_of_alpha_agrees_with_pingouin():
    """The documents of pingouin 0.7, data "cronbach_alpha", 15 people and 10 items: 0.5917188, [0.195, 0.84]."""
    assert alpha_interval(0.5917188485995826, 15, 10) == pytest.approx((0.195, 0.84), abs=5e-4)


def test_without_an_alpha_there_is_no_interval():
    assert alpha_interval(None, 1, 5) is None


@given(st.floats(-5, 0.999), st.integers(2, 500), st.integers(2, 22))
def test_the_interval_contains_alpha(alpha, people, items):
    low, high = alpha_interval(alpha, people, items)
    assert low <= alpha <= high <= 1


def test_gap_1_says_how_sure_the_difference_of_managers_and_customers_is():
    managers = [(name, 1, None, level, None) for name, level in (("m1", 7), ("m2", 6), ("m3", 7))]
    customers = [(name, 1, None, level, None) for name, level in (("a", 4), ("b", 5), ("c", 4))]
    told = pl.concat([answers(*managers, instrument="gap1_manager", respondent_type="manager"), answers(*customers)])
    speed, care = knowledge_gap(told, TWO).to_dicts()
    # Both have variance 1/3: half-width 2.776 · √(2/9) with 4 degrees of freedom.
    assert (speed["value"], speed["low"], speed["high"]) == pytest.approx(
        (7 / 3, 7 / 3 - 1.30880, 7 / 3 + 1.30880), abs=1e-4
    )
    assert (care["value"], care["low"], care["n_managers"]) == (None, None, 0)


@pytest.fixture
def surveyed(tmp_path):
    """Return a function that says of responses what the store says of a wave."""

    def say(rows):
        rows.with_columns(month=pl.lit("2025-06")).write_delta(str(tmp_path / "servqual_responses"))
        return survey(Warehouse(str(tmp_path), {"servqual_responses": 0}), EVERYTHING, TWO)

    return say


def test_a_survey_of_three_columns_has_a_zone_and_counts_its_inversions(surveyed):
    found = surveyed(answers(("a", 1, 5, 8, 6), ("a", 2, 5, 8, 4), ("b", 1, 8, 5, 6), ("b", 2, 4, 6, 7)))
    assert found.inversions == 1
    assert found.zone.select("dimension", "n", "adequacy", "superiority", "position").rows() == [
        ("speed", 1, 1.0, -2.0, "within"),
        ("care", 2, (-1 + 3) / 2, (-4 + 1) / 2, "within"),
    ]


def test_a_survey_of_perceptions_alone_has_a_servperf_reading_and_no_gap(surveyed):
    rows = answers(("a", 1, None, None, 6), ("a", 2, None, None, 8), ("b", 1, None, None, 4), instrument="servperf")
    found = surveyed(rows)
    assert found.performance.dimensions.select("dimension", "n", "perception").rows() == [
        ("speed", 2, 5.0),
        ("care", 1, 8.0),
    ]
    assert found.performance.overall == (5.0 + 8.0) / 2
    assert (found.respondents, found.overall, found.zone.is_empty()) == (0, None, True)
    assert "nobody answered an item of" in found.overall_refused


def test_a_missing_dimension_refuses_the_overall_perception_too(surveyed):
    assert surveyed(answers(("a", 1, None, None, 6), instrument="servperf")).performance.overall is None


def test_perceptions_of_those_who_said_what_they_expect_count_too(surveyed):
    pairs, alone = (
        answers(("a", 1, None, 9, 6), ("a", 2, None, 9, 6)),
        answers(("b", 1, None, None, 4), ("b", 2, None, None, 4)),
    )
    found = surveyed(pl.concat([pairs, alone.with_columns(instrument=pl.lit("servperf"))]))
    assert (found.performance.overall, found.overall["perception"], found.respondents) == (5.0, 6.0, 1)


def test_answers_on_another_scale_are_left_out_and_counted(surveyed):
    nine, five = (
        answers(("a", 1, 5, 9, 7), ("a", 2, 5, 9, 8)),
        answers(("b", 1, 1, 5, 5), ("b", 2, 1, 5, 5), scale_max=5),
    )
    found = surveyed(pl.concat([nine, five]))
    assert (found.overall["gap"], found.respondents, found.on_another_scale) == (-1.5, 1, 1)


def test_a_reversed_item_is_turned_round_on_the_scale_that_all_answered_on(surveyed):
    told = answers(("a", 1, None, 1, 2), ("a", 2, None, 5, 4), instrument="servqual_2col", scale_max=5)
    found = surveyed(told.with_columns(reversed=pl.col("item_no") == 1))
    # Item 1 turned round on five points: 5 was expected and 4 perceived.
    assert found.items.select("expectation", "perception", "gap").rows() == [(5.0, 4.0, -1.0), (5.0, 4.0, -1.0)]
    assert (found.instrument.scale_max, found.on_another_scale) == (5, 0)
