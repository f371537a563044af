"""The additive parts of a funnel: counts that may be summed over entry months, units, machines."""

from collections.abc import Sequence

import polars as pl

# What distinguishes the cases that one row of parts counts, beside the dimensions it was asked for.
KEYS = ("step", "stage", "state", "reason", "mature")
COUNTS = pl.Schema(
    {
        "n": pl.Int64(),
        "imputed": pl.Int64(),
        "held_up": pl.Int64(),
        "timed": pl.Int64(),
        "seconds": pl.Float64(),
    }
)


def funnel_parts(flagged: pl.LazyFrame, by: Sequence[str] = ("month",)) -> pl.DataFrame:
    """Return how many flagged rows there are per group of `by`, step, state, reason and maturity.

    `imputed` of them passed the step without being logged, `held_up` stopped there though logged further on; `seconds`
    is the time that the `timed` of them took since the step before.
    """
    counts = {
        "n": pl.len(),
        "imputed": pl.col("imputed").fill_null(value=False).sum(),
        "held_up": pl.col("held_up").fill_null(value=False).sum(),
        "timed": pl.col("seconds").count(),
        "seconds": pl.col("seconds").sum(),
    }
    keys = [*dict.fromkeys([*by, *KEYS])]
    typed = {name: expression.cast(COUNTS[name]) for name, expression in counts.items()}
    return flagged.group_by(keys).agg(**typed).sort(keys).collect()


def add_up(parts: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return parts summed to the groups of `by`, still told apart by step, state, reason and maturity."""
    keys = [*dict.fromkeys([*by, *KEYS])]
    return parts.group_by(keys).agg(pl.col(name).sum() for name in COUNTS).sort(keys)
