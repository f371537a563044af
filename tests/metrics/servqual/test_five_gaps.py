"""The five gaps side by side and waves compared, on tiny surveys worked out by hand."""

import polars as pl
import pytest
from scipy import stats

from metrics.contract import table
from metrics.servqual.answers import pairs
from metrics.servqual.five import five_gaps
from metrics.servqual.gaps import knowledge_gap
from metrics.servqual.instrument import Instrument
from metrics.servqual.quadrants import middle
from metrics.servqual.waves import gap_change

_TWO = Instrument("two", {"speed": (1, 2), "care": (3,)})


def answers(*rows: tuple) -> pl.DataFrame:
    """Return responses from (response_id, item_no, expectation, perception, respondent type, instrument)."""
    names = ("response_id", "item_no", "expectation", "perception", "respondent_type", "instrument")
    given = pl.DataFrame({name: [row[at] for row in rows] for at, name in enumerate(names)}, strict=False)
    schema = table("servqual_responses").schema
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in names]
    return given.with_columns(missing).cast(dict(schema)).with_columns(scale_max=pl.lit(7, pl.Int64))


def customer(who, *points):
    return [(who, item, *pair, "customer", "servqual_2col") for item, pair in enumerate(points, start=1)]


def rating(who, instrument, *ratings):
    kind = "employee" if instrument.endswith("staff") else "manager"
    return [(who, item, None, value, kind, instrument) for item, value in enumerate(ratings, start=1)]


def found(*rows):
    responses = answers(*rows)
    customers = responses.filter(pl.col("respondent_type") == "customer")
    return {figure.gap: figure for figure in five_gaps(responses, pairs(customers, _TWO), _TWO)}


def test_each_gap_is_the_mean_over_people_of_their_means_over_dimensions():
    gaps = found(
        *customer("a", (7, 5), (7, 6), (6, 6)), *customer("b", (6, 6), (6, 6), (6, 5)),
        *rating("s", "gap3_staff", 5, 7), *rating("t", "gap3_staff", 4, 6),
    )  # fmt: skip
    # a: (−1.5 + 0)/2, b: (0 − 1)/2; staff: (−2 + 0)/2 and (−3 − 1)/2.
    assert (gaps[5].value, gaps[5].n) == (-0.625, 2)
    assert (gaps[3].value, gaps[3].n) == (-1.5, 2)


def test_the_interval_is_that_of_a_mean_of_people():
    gaps = found(*rating("s", "gap4_staff", 5, 7), *rating("t", "gap4_staff", 4, 6), *rating("u", "gap4_staff", 7, 7))
    low, high = stats.t.interval(0.95, 2, -1.0, stats.sem([-1.0, -2.0, 0.0]))
    assert (gaps[4].low, gaps[4].high) == pytest.approx((low, high))


def test_who_left_a_dimension_out_does_not_count():
    gaps = found(*customer("a", (7, 5), (7, 5), (7, 7)), *customer("b", (7, 1)))
    assert (gaps[5].value, gaps[5].n) == (-1.0, 1)
    assert gaps[5].low is None


def test_gap_1_holds_managers_against_customers():
    managers = [("m", item, 5, None, "manager", "gap1_manager") for item in (1, 2, 3)]
    gaps = found(*customer("a", (7, 5), (7, 5), (6, 6)), *customer("b", (6, 6), (6, 6), (6, 6)), *managers)
    assert (gaps[1].value, gaps[1].n, gaps[1].others) == (5 - (6.5 + 6) / 2, 1, 2)


def test_where_nobody_was_asked_there_is_no_figure():
    gaps = found(*customer("a", (7, 5), (7, 5), (7, 7)))
    assert [(gaps[gap].value, gaps[gap].n) for gap in (1, 2, 3, 4)] == [(None, 0)] * 4


def test_gap_1_has_an_interval_per_dimension():
    managers = [
        (who, item, value, None, "manager", "gap1_manager") for who, value in (("m", 5), ("n", 6)) for item in (1, 2, 3)
    ]
    rows = answers(*customer("a", (7, 5), (7, 5), (6, 6)), *customer("b", (6, 6), (6, 6), (4, 6)), *managers)
    speed = knowledge_gap(rows, _TWO).row(0, named=True)
    assert (speed["value"], speed["n_managers"], speed["n_customers"]) == (-1.0, 2, 2)
    assert speed["low"] < -1.0 < speed["high"]


def test_a_gap_that_moved_by_more_than_chance_is_real():
    before = pairs(answers(*(row for who in "abcd" for row in customer(who, (7, 4), (7, 4), (7, 7)))), _TWO)
    now = pairs(
        answers(*(row for n, who in enumerate("efgh") for row in customer(who, (7, 7), (7, 6 + n % 2), (7, 7)))), _TWO
    )
    speed, care = gap_change(before, now, _TWO).to_dicts()
    assert (speed["before"], speed["now"], speed["difference"], speed["real"]) == (-3.0, -0.25, 2.75, True)
    assert (care["difference"], care["low"], care["real"]) == (0.0, None, False)


def test_a_dimension_that_one_wave_did_not_ask_cannot_be_compared():
    before = pairs(answers(*customer("a", (7, 5), (7, 5))), _TWO)
    now = pairs(answers(*customer("b", (7, 5), (7, 5), (7, 6))), _TWO)
    assert gap_change(before, now, _TWO).row(1, named=True)["difference"] is None


def test_quadrants_are_divided_at_the_means():
    both = pl.DataFrame({"points": [60.0, 40.0], "gap": [-1.0, 0.0]})
    assert middle(both) == (50.0, -0.5)
    assert middle(both.clear()) is None
