"""Importance against gap: what to mend first."""

import polars as pl


def quadrants(scores: pl.DataFrame, importance: pl.DataFrame) -> pl.DataFrame:
    """Return each dimension's importance, gap and quadrant, split at the means of both.

    `importance` has `dimension` and `points`. "mend first": important and worse than average; "keep up": important
    and better; "mend later": less important and worse; "enough": less important and better. None for a dimension
    without a gap or without points.
    """
    both = scores.select("dimension", "gap").join(importance.select("dimension", "points"), on="dimension")
    important = pl.col("points") >= pl.col("points").mean()
    worse = pl.col("gap") < pl.col("gap").mean()
    quadrant = (
        pl.when(important.is_null() | worse.is_null())
        .then(None)
        .when(important & worse)
        .then(pl.lit("mend_first"))
        .when(important)
        .then(pl.lit("keep_up"))
        .when(worse)
        .then(pl.lit("mend_later"))
        .otherwise(pl.lit("enough"))
    )
    return both.with_columns(quadrant=quadrant)


def middle(found: pl.DataFrame) -> tuple[float, float] | None:
    """Return the mean importance and the mean gap at which quadrants are divided; None where one is not known."""
    points, gap = found.select(pl.col("points", "gap").mean()).row(0)
    return None if points is None or gap is None else (points, gap)
