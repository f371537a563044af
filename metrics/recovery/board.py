"""The recovery board: which recoveries are late, which are under way, and which step of each is missing."""

from datetime import datetime
from enum import StrEnum

import polars as pl

from metrics.recovery.steps import STEPS, WINDOW


class Stage(StrEnum):
    """How far a recovery has got; late ones are looked at first."""

    LATE = "late"
    OPEN = "open"
    SATISFIED = "satisfied"


_ORDER = {Stage.LATE: 0, Stage.OPEN: 1, Stage.SATISFIED: 2}


def board(recoveries: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return recoveries with their stage, how long the customer `waited`, and after what time each step was done.

    A recovery ends when the customer says that he is satisfied; one who said no is still waiting. It is late once
    that takes longer than the window of 14 days. Columns `after_apology` … `after_confirm` are durations since the
    failure was found (null: not done), `above_authority` says whether more was paid than the actor might pay (null:
    not known). Late ones come first, the longest wait first.
    """
    found, satisfied = pl.col("failure_detected_at"), pl.col("answered").fill_null(value=False)
    until = pl.when(satisfied).then(pl.col("answered_at")).otherwise(pl.lit(as_of))
    told = recoveries.with_columns(
        waited=until - found,
        above_authority=pl.col("compensation_amount") > pl.col("authority_limit"),
        **{f"after_{step}": pl.col(f"{step}_at") - found for step in STEPS},
    )
    late = pl.col("waited") > WINDOW
    stage = (
        pl.when(satisfied)
        .then(pl.lit(Stage.SATISFIED.value))
        .when(late)
        .then(pl.lit(Stage.LATE.value))
        .otherwise(pl.lit(Stage.OPEN.value))
    )
    staged = told.with_columns(stage=stage)
    rank = pl.col("stage").replace_strict({each.value: place for each, place in _ORDER.items()}, return_dtype=pl.Int8)
    return staged.sort(rank, -pl.col("waited").dt.total_seconds(), "recovery_id")


def counts(found: pl.DataFrame) -> dict[Stage, int]:
    """Return how many recoveries are at each stage."""
    by_stage = dict(found.group_by("stage").len().iter_rows())
    return {stage: by_stage.get(stage.value, 0) for stage in Stage}
