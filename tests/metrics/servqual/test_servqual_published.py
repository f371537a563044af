"""SERVQUAL against published tables."""

import polars as pl
import pytest

from metrics.servqual.answers import pairs
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import dimension_scores, item_scores, overall
from metrics.servqual.weights import weighted_by

# BMC Health Services Research 12:31, table 2: (perception, expectation, gap) per item.
_RELIABILITY_RESPONSIVENESS = [
    (4.04, 4.94, -0.89), (4.08, 4.92, -0.84), (4.11, 4.92, -0.81), (3.97, 4.93, -0.96), (4.02, 4.90, -0.88),
    (4.03, 4.91, -0.87), (4.08, 4.93, -0.84), (4.09, 4.94, -0.84), (4.04, 4.95, -0.91), (4.04, 4.95, -0.91),
]  # fmt: skip
_EMPATHY = [
    (4.39, 4.96, -0.57), (3.95, 4.90, -0.94), (3.34, 4.87, -1.52), (3.97, 4.94, -0.96),
    (3.90, 4.86, -0.96), (3.83, 4.78, -0.94), (3.86, 4.82, -0.96),
]  # fmt: skip
_TANGIBLES = [(4.36, 4.96, -0.59), (4.29, 4.97, -0.67), (3.96, 4.95, -0.99), (4.12, 4.94, -0.81)]
_ITEMS = _RELIABILITY_RESPONSIVENESS + _EMPATHY + _TANGIBLES
_INSTRUMENT = Instrument(
    "hospital",
    {"reliability_responsiveness": tuple(range(1, 11)), "empathy": tuple(range(11, 18)), "tangibles": (18, 19, 20, 21)},
    scale_max=5,
)
_ROUNDING = 0.011


@pytest.fixture
def paired() -> pl.DataFrame:
    answers = pl.DataFrame(
        {
            "response_id": "published means",
            "item_no": range(1, 22),
            "expectation": [item[1] for item in _ITEMS],
            "perception": [item[0] for item in _ITEMS],
            "minimum": None,
            "reversed": False,
        },
        schema_overrides={"item_no": pl.Int64, "minimum": pl.Float64},
    )
    return pairs(answers, _INSTRUMENT)


def test_item_gaps_agree_with_bmc_2012_table_2(paired):
    assert item_scores(paired)["gap"].to_list() == pytest.approx([item[2] for item in _ITEMS], abs=_ROUNDING)


def test_dimension_gaps_agree_with_bmc_2012_table_2(paired):
    # Gaps of two rounded means may be 0.01 off, and the published gap is rounded too.
    assert dimension_scores(paired, _INSTRUMENT)["gap"].to_list() == pytest.approx([-0.88, -0.98, -0.76], abs=0.015)


def test_the_overall_gap_is_the_mean_of_dimensions_not_of_items(paired):
    assert overall(dimension_scores(paired, _INSTRUMENT)) == pytest.approx(-0.877, abs=_ROUNDING)
    assert paired["gap"].mean() == pytest.approx(-0.89, abs=_ROUNDING)


_FIVE = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]


def test_unweighted_overall_of_pmc6131925_table_2():
    scores = pl.DataFrame(
        {"dimension": _FIVE, "gap": [4.19 - 4.44, 4.36 - 4.49, 4.35 - 4.48, 4.32 - 4.50, 4.40 - 4.56]}
    )
    assert overall(scores) == pytest.approx(-0.17)


def test_weighting_divides_by_100_points_and_not_by_five_dimensions_again():
    # 12manage forum: unweighted −0.858; with points 11/32/22/19/16 it is −0.9007.
    scores = pl.DataFrame({"dimension": _FIVE, "gap": [-0.65, -1.10, -0.83, -0.70, -1.01]})
    points = dict(zip(_FIVE, (11, 32, 22, 19, 16), strict=True))
    assert overall(scores) == pytest.approx(-0.858)
    assert weighted_by(scores, points) == pytest.approx(-0.9007, abs=5e-5)
