"""Weighted overall scores: 100 points that each respondent allots to the dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from metrics.servqual.errors import WeightError
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval

ALL_POINTS = 100.0
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Weighted:
    """The weighted overall score both ways, over `n` respondents; `refused` had weights that are not 100 in all.

    `per_respondent` weighs each respondent's own scores with his own points, `of_means` the mean scores with the mean
    points. They differ where people give more weight to what disappoints them.
    """

    per_respondent: float | None
    low: float | None
    high: float | None
    of_means: float | None
    n: int
    refused: int


def valid_weights(weights: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return the weights of respondents whose points for the instrument's dimensions sum to 100."""
    known = weights.filter(pl.col("dimension").is_in(list(instrument.dimensions)))
    total = pl.col("points").sum().over("response_id")
    none_negative = (pl.col("points") >= 0).all().over("response_id")
    return known.filter(((total - ALL_POINTS).abs() <= _TOLERANCE) & none_negative)


def mean_weights(weights: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return the mean points per dimension, with their interval, over respondents with valid weights."""
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    means = mean_with_interval(valid_weights(weights, instrument), ["dimension"], "points")
    return order.join(means, on="dimension", how="left").with_columns(pl.col("n").fill_null(0))


def weighted(people: pl.DataFrame, weights: pl.DataFrame, instrument: Instrument, column: str = "gap") -> Weighted:
    """Return the weighted overall of `column`: Σ points/100 × score, without a further division by dimensions.

    `people` holds one score per respondent and dimension. Only respondents with every dimension and valid weights
    count.
    """
    valid = valid_weights(weights, instrument)
    refused = weights["response_id"].n_unique() - valid["response_id"].n_unique()
    scored = people.join(valid, on=["response_id", "dimension"], how="inner")
    whole = scored.filter(pl.len().over("response_id") == len(instrument.dimensions))
    if whole.is_empty():
        return Weighted(None, None, None, None, 0, refused)
    share = pl.col("points") / ALL_POINTS
    each = whole.group_by("response_id").agg((pl.col(column) * share).sum())
    mean = mean_with_interval(each, [], column).row(0, named=True)
    return Weighted(mean[column], mean["low"], mean["high"], _of_means(whole, column), mean["n"], refused)


def _of_means(whole: pl.DataFrame, column: str) -> float:
    means = whole.group_by("dimension").agg(pl.col(column).mean(), pl.col("points").mean())
    return float(means.select((pl.col(column) * pl.col("points") / ALL_POINTS).sum()).item())


def weighted_by(scores: pl.DataFrame, points: Mapping[str, float], column: str = "gap") -> float:
    """Return the overall of dimension scores under given points; they must be 100 in all and name every dimension."""
    dimensions = scores["dimension"].to_list()
    if set(points) != set(dimensions) or abs(sum(points.values()) - ALL_POINTS) > _TOLERANCE:
        raise WeightError(points, dimensions)
    return sum(float(value) * points[name] / ALL_POINTS for name, value in scores.select("dimension", column).rows())
