"""SERVPERF: perceptions alone, without expectations (Cronin & Taylor 1992)."""

from dataclasses import dataclass

import polars as pl

from metrics.servqual.answers import by_respondent, oriented
from metrics.servqual.errors import IncompleteSurveyError
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval, overall
from metrics.servqual.weights import Weighted, weighted


@dataclass(frozen=True, eq=False)
class Performance:
    """Mean perceptions per dimension, their unweighted overall (None: a dimension has no answers) and the weighted."""

    dimensions: pl.DataFrame
    overall: float | None
    weighted: Weighted


def performance(responses: pl.DataFrame, weights: pl.DataFrame, instrument: Instrument) -> Performance:
    """Return what customers perceive, those included who were not asked for their expectation."""
    people = by_respondent(oriented(responses, instrument).drop_nulls("perception"), "perception")
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    means = mean_with_interval(people, ["dimension"], "perception")
    scores = order.join(means, on="dimension", how="left").with_columns(pl.col("n").fill_null(0))
    try:
        total = overall(scores, "perception")
    except IncompleteSurveyError:
        total = None
    return Performance(scores, total, weighted(people, weights, instrument, "perception"))
