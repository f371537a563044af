"""The five gaps, each from its own evidence. They are never added up: gap 5 does not follow from the others."""

from typing import Any

import polars as pl

from metrics.noise import Reading, difference_of_means
from metrics.servqual.answers import by_respondent, oriented
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval

_NOBODY: Reading = {"n": 0, "value": None}
_GAP_1 = pl.Schema(
    {
        "dimension": pl.String(),
        **dict.fromkeys(("managers", "customers", "value", "low", "high"), pl.Float64()),
        **dict.fromkeys(("n_managers", "n_customers"), pl.Int64()),
    }
)
_RATED = {2: "gap2_manager", 3: "gap3_staff", 4: "gap4_staff"}


def knowledge_gap(responses: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return gap 1 per dimension: what managers think customers expect − what customers expect.

    Columns `managers`, `customers`, `value` with its interval `low`, `high`, `n_managers`, `n_customers`; it may be
    positive.
    """
    answers = oriented(responses, instrument).drop_nulls("expectation")
    managers = _expected(answers.filter(pl.col("instrument") == "gap1_manager"))
    customers = _expected(answers.filter(pl.col("respondent_type") == "customer"))
    rows = [_between(name, managers.get(name, _NOBODY), customers.get(name, _NOBODY)) for name in instrument.dimensions]
    return pl.DataFrame(rows, schema=_GAP_1)


def _expected(answers: pl.DataFrame) -> dict[str, Reading]:
    """Return per dimension how many respondents there are, and the sums of their mean expectations."""
    expected = pl.col("expectation")
    sums = {"n": pl.len(), "total": expected.sum(), "squares": (expected**2).sum(), "value": expected.mean()}
    found = by_respondent(answers, "expectation").group_by("dimension").agg(**sums)
    return {row["dimension"]: row for row in found.to_dicts()}


def _between(dimension: str, managers: Reading, customers: Reading) -> dict[str, Any]:
    known = managers["n"] > 0 and customers["n"] > 0
    low, high = (difference_of_means(managers, customers) if known else None) or (None, None)
    counts = {"n_managers": managers["n"], "n_customers": customers["n"]}
    means = {"managers": managers["value"], "customers": customers["value"]}
    value = managers["value"] - customers["value"] if known else None
    return {"dimension": dimension, **means, "value": value, "low": low, "high": high, **counts}


def rated_gap(responses: pl.DataFrame, gap: int, instrument: Instrument) -> pl.DataFrame:
    """Return gap 2, 3 or 4 per dimension: the mean rating of its own respondents − the top of the scale.

    One item per dimension, in the instrument's order of dimensions; ≤ 0, so that all gaps point one way. `no_answer`
    counts respondents who said that no standard exists.
    """
    ratings = rated(responses, gap, instrument)
    means = mean_with_interval(ratings, ["dimension"], "value")
    silent = ratings.group_by("dimension").agg(no_answer=pl.col("value").null_count().cast(pl.Int64))
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    found = order.join(means, on="dimension", how="left").join(silent, on="dimension", how="left")
    return found.with_columns(pl.col("n", "no_answer").fill_null(0))


def rated(responses: pl.DataFrame, gap: int, instrument: Instrument) -> pl.DataFrame:
    """Return each rating of gap 2, 3 or 4 as `response_id`, `dimension` and `value` = rating − the top of the scale."""
    asked = responses.filter(pl.col("instrument") == _RATED[gap])
    order = dict(enumerate(instrument.dimensions, start=1))
    dimension = pl.col("item_no").replace_strict(order, default=None, return_dtype=pl.String)
    value = pl.coalesce("perception", "expectation") - pl.col("scale_max")
    return asked.select("response_id", dimension=dimension, value=value).drop_nulls("dimension")
