"""The five gaps, each from its own evidence. They are never added up: gap 5 does not follow from the others."""

import polars as pl

from metrics.servqual.answers import by_respondent, oriented
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval

_RATED = {2: "gap2_manager", 3: "gap3_staff", 4: "gap4_staff"}


def knowledge_gap(responses: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return gap 1 per dimension: what managers think customers expect − what customers expect.

    Columns `managers`, `customers`, `value`, `n_managers`, `n_customers`; it may be positive.
    """
    answers = oriented(responses, instrument).drop_nulls("expectation")
    managers = _expected(answers.filter(pl.col("instrument") == "gap1_manager"), "managers")
    customers = _expected(answers.filter(pl.col("respondent_type") == "customer"), "customers")
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    both = order.join(managers, on="dimension", how="left").join(customers, on="dimension", how="left")
    return both.with_columns(
        pl.col("n_managers", "n_customers").fill_null(0), value=pl.col("managers") - pl.col("customers")
    )


def _expected(answers: pl.DataFrame, who: str) -> pl.DataFrame:
    people = by_respondent(answers, "expectation")
    means = mean_with_interval(people, ["dimension"], "expectation")
    return means.select("dimension", pl.col("expectation").alias(who), pl.col("n").alias(f"n_{who}"))


def rated_gap(responses: pl.DataFrame, gap: int, instrument: Instrument) -> pl.DataFrame:
    """Return gap 2, 3 or 4 per dimension: the mean rating of its own respondents − the top of the scale.

    One item per dimension, in the instrument's order of dimensions; ≤ 0, so that all gaps point one way. `no_answer`
    counts respondents who said that no standard exists.
    """
    asked = responses.filter(pl.col("instrument") == _RATED[gap])
    names = list(instrument.dimensions)
    rating = pl.coalesce("perception", "expectation")
    in_order = pl.col("item_no").replace_strict(dict(enumerate(names, start=1)), default=None, return_dtype=pl.String)
    rated = asked.select(dimension=in_order, value=rating - pl.col("scale_max")).drop_nulls("dimension")
    means = mean_with_interval(rated, ["dimension"], "value")
    silent = rated.group_by("dimension").agg(no_answer=pl.col("value").null_count().cast(pl.Int64))
    order = pl.DataFrame({"dimension": names})
    found = order.join(means, on="dimension", how="left").join(silent, on="dimension", how="left")
    return found.with_columns(pl.col("n", "no_answer").fill_null(0))
