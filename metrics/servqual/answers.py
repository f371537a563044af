"""Answers as figures: reversed items turned round, pairs completed, dimension scores per respondent."""

from dataclasses import replace

import polars as pl

from metrics.servqual.instrument import Instrument

_ANSWERS = ("expectation", "perception", "minimum")


def on_one_scale(responses: pl.DataFrame, instrument: Instrument) -> tuple[pl.DataFrame, Instrument]:
    """Return the responses that ran on one scale, and the instrument with it; one that does not say ran on its own.

    A 5 of 5 and a 5 of 7 are not the same answer. Where all ran on one other scale it is taken; where scales are mixed,
    only the instrument's own counts.
    """
    scale = pl.col("scale_max").fill_null(instrument.scale_max)
    found = responses.select(scale.unique()).to_series().to_list()
    if len(found) == 1:
        return responses, replace(instrument, scale_max=found[0])
    return responses.filter(scale == instrument.scale_max), instrument


def oriented(responses: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return the answers to the instrument's items with their `dimension`, reversed items turned to 1 + max − x.

    An item is reversed where the instrument or the row itself says so.
    """
    in_reverse = pl.col("item_no").is_in(sorted(instrument.reversed_items)) | pl.col("reversed").fill_null(value=False)
    turned = [
        pl.when(in_reverse).then(instrument.scale_max + 1 - pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name in _ANSWERS
    ]
    return responses.join(instrument.items, on="item_no", how="inner").with_columns(turned)


def pairs(responses: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return the answers with both sides of the pair, and their `gap` = perception − expectation.

    Means of perceptions and of expectations from different people are not a gap, so half a pair is left out.
    """
    answers = oriented(responses, instrument)
    both = pl.col("expectation").is_not_null() & pl.col("perception").is_not_null()
    return answers.filter(both).with_columns(gap=pl.col("perception") - pl.col("expectation"))


def by_respondent(answers: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """Return per respondent and dimension the mean of each column over the items answered."""
    return answers.group_by("response_id", "dimension").agg(pl.col(columns).mean()).sort("response_id", "dimension")
