"""The zone of tolerance: perception between what is just acceptable and what is wished for (three columns)."""

import polars as pl

from metrics.servqual.answers import by_respondent, oriented
from metrics.servqual.instrument import Instrument
from metrics.servqual.scores import mean_with_interval


def complete_triples(responses: pl.DataFrame, instrument: Instrument) -> tuple[pl.DataFrame, int]:
    """Return the answers with minimum, desired and perceived, and how many were dropped as inversions.

    `adequacy` = perceived − minimum, `superiority` = perceived − desired (LibQUAL). Where the minimum exceeds what
    is desired, the question was misread: such an answer is left out.
    """
    answers = oriented(responses, instrument).drop_nulls(["minimum", "expectation", "perception"])
    sound = answers.filter(pl.col("minimum") <= pl.col("expectation"))
    gaps = sound.with_columns(
        adequacy=pl.col("perception") - pl.col("minimum"), superiority=pl.col("perception") - pl.col("expectation")
    )
    return gaps, answers.height - sound.height


def zone_of_tolerance(triples: pl.DataFrame, instrument: Instrument) -> pl.DataFrame:
    """Return per dimension the mean minimum, desired and perceived level, and whether perception lies in the zone.

    `position` is "below", "within" or "above" the zone [minimum, desired].
    """
    people = by_respondent(triples, "minimum", "expectation", "perception", "adequacy", "superiority")
    levels = people.group_by("dimension").agg(
        pl.len().cast(pl.Int64).alias("n"), pl.col("minimum", "expectation", "perception", "superiority").mean()
    )
    adequacy = mean_with_interval(people, ["dimension"], "adequacy").drop("n")
    order = pl.DataFrame({"dimension": list(instrument.dimensions)})
    zone = order.join(levels, on="dimension", how="left").join(adequacy, on="dimension", how="left")
    return zone.with_columns(pl.col("n").fill_null(0), position=_position())


def _position() -> pl.Expr:
    return (
        pl.when(pl.col("adequacy") < 0)
        .then(pl.lit("below"))
        .when(pl.col("superiority") > 0)
        .then(pl.lit("above"))
        .when(pl.col("adequacy").is_not_null())
        .then(pl.lit("within"))
    )
