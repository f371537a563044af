"""The five gaps side by side: each with its own figure over all dimensions, its interval, and who was asked.

A figure is the mean over respondents of each one's mean over the dimensions, of those who answered for all of them.
The gaps are never added up: gap 5 does not follow from the others (Lee et al. 2016), and their scales differ.
"""

from dataclasses import dataclass

import polars as pl

from metrics.servqual.answers import by_respondent, oriented
from metrics.servqual.differences import difference, summed
from metrics.servqual.gaps import rated
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval

RATED = (2, 3, 4)
CUSTOMERS_GAP = 5


@dataclass(frozen=True)
class GapFigure:
    """One gap: perception, belief or rating minus what it falls short of; None where nobody answered.

    `n` are the respondents of its own questions, `others` those they are held against (gap 1: customers).
    """

    gap: int
    value: float | None
    low: float | None
    high: float | None
    n: int
    others: int = 0


def five_gaps(responses: pl.DataFrame, paired: pl.DataFrame, instrument: Instrument) -> tuple[GapFigure, ...]:
    """Return the five gaps of a wave in order; `paired` are the customers' complete pairs of the same wave."""
    ratings = (_mean(gap, rated(responses, gap, instrument).drop_nulls("value"), "value", instrument) for gap in RATED)
    customers = _mean(CUSTOMERS_GAP, by_respondent(paired, "gap"), "gap", instrument)
    return (_knowledge(responses, instrument), *ratings, customers)


def per_person(rows: pl.DataFrame, column: str, instrument: Instrument) -> pl.Series:
    """Return each respondent's mean over the dimensions, of those who answered for all of them."""
    # In one order, or the last bits of a sum would differ from one look at a page to the next.
    each = rows.group_by("response_id", maintain_order=True)
    people = each.agg(pl.col(column).mean(), pl.col("dimension").n_unique().alias("dimensions"))
    return people.filter(pl.col("dimensions") == len(instrument.dimensions))[column]


def _mean(gap: int, rows: pl.DataFrame, column: str, instrument: Instrument) -> GapFigure:
    people = per_person(rows, column, instrument).alias("value").to_frame()
    found = mean_with_interval(people, [], "value").row(0, named=True)
    return GapFigure(gap, found["value"], found["low"], found["high"], found["n"])


def _knowledge(responses: pl.DataFrame, instrument: Instrument) -> GapFigure:
    answers = oriented(responses, instrument).drop_nulls("expectation")
    managers, customers = (
        summed(per_person(by_respondent(answers.filter(asked), "expectation"), "expectation", instrument))
        for asked in (pl.col("instrument") == "gap1_manager", pl.col("respondent_type") == "customer")
    )
    return GapFigure(1, *difference(managers, customers), managers["n"], customers["n"])
