"""Scores per item, per dimension and over all dimensions, each with its number of respondents and 95 % interval."""

from collections.abc import Sequence

import polars as pl

from metrics.intervals import student
from metrics.servqual.answers import by_respondent
from metrics.servqual.errors import IncompleteSurveyError
from metrics.servqual.instrument import Instrument

GAP = ("expectation", "perception", "gap")


def mean_with_interval(rows: pl.DataFrame, by: Sequence[str], column: str) -> pl.DataFrame:
    """Return `n`, the mean as `column`, and its t interval `low`, `high` per group of `by`."""
    value = pl.col(column)
    sums = [value.count().cast(pl.Int64).alias("n"), value.sum().alias("total"), (value**2).sum().alias("squares")]
    summed = rows.group_by(list(by), maintain_order=True).agg(sums) if by else rows.select(sums)
    low, high = student(summed["total"], summed["squares"], summed["n"])
    return summed.select(
        *by,
        "n",
        pl.when(pl.col("n") > 0).then(pl.col("total") / pl.col("n")).alias(column),
        pl.Series("low", low).fill_nan(None),
        pl.Series("high", high).fill_nan(None),
    )


def item_scores(paired: pl.DataFrame) -> pl.DataFrame:
    """Return per item the mean expectation, perception and gap over complete pairs, and the gap's interval."""
    gaps = mean_with_interval(paired, ["dimension", "item_no"], "gap")
    sides = paired.group_by("item_no").agg(pl.col("expectation", "perception").mean())
    return gaps.join(sides, on="item_no").sort("item_no")


def dimension_scores(paired: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return per dimension the mean expectation, perception and gap of respondents, and the gap's interval.

    A respondent's score is the mean over the items of the dimension that he answered as pairs (Parasuraman,
    Zeithaml and Berry 1988). A dimension nobody answered has n = 0 and no value.
    """
    people = by_respondent(paired, *GAP)
    gaps = mean_with_interval(people, ["dimension"], "gap")
    sides = people.group_by("dimension").agg(pl.col("expectation", "perception").mean())
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    scores = order.join(gaps, on="dimension", how="left").join(sides, on="dimension", how="left")
    return scores.with_columns(pl.col("n").fill_null(0))


def overall(scores: pl.DataFrame, column: str = "gap") -> float:
    """Return the unweighted overall score: the mean of the dimensions' scores, not of the items'.

    IncompleteSurveyError where a dimension has no answers: a mean over the others would be another figure.
    """
    missing = scores.filter(pl.col(column).is_null())["dimension"]
    if missing.len() or scores.is_empty():
        raise IncompleteSurveyError(column, missing)
    return float(scores.select(pl.col(column).mean()).item())
