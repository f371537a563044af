"""How long recoveries take, with those that are still open counted as still waiting."""

from datetime import datetime

import polars as pl

from metrics.survival import Ending, kaplan_meier, life_table, quantile

_QUARTERS = {"first_quarter": 0.25, "median": 0.5, "third_quarter": 0.75}
TO_SATISFACTION, TO_FIRST_STEP = "answered_at", "first_step_at"


def seconds_until(recoveries: pl.DataFrame, done: str, as_of: datetime) -> dict[str, dict[str, float | None]]:
    """Return after how many seconds a quarter, half and three quarters of recoveries got to `done`, with intervals.

    By Kaplan and Meier: a recovery that is open at `as_of` is known to take at least as long as it has taken so far.
    A customer who said he was not satisfied is still waiting. Calendar time; null where too few got there yet.
    """
    reached = pl.col(done).is_not_null()
    if done == TO_SATISFACTION:
        reached = reached & pl.col("answered").fill_null(value=False)
    until = pl.when(reached).then(pl.col(done)).otherwise(pl.lit(as_of))
    waited = recoveries.lazy().select(
        duration=(until - pl.col("failure_detected_at")).dt.total_seconds().cast(pl.Float64),
        ending=pl.when(reached).then(pl.lit(Ending.EVENT.value)).otherwise(pl.lit(Ending.CENSORED.value)),
    )
    curve = kaplan_meier(life_table(waited.filter(pl.col("duration") >= 0)))
    return {name: quantile(curve, q).row(0, named=True) for name, q in _QUARTERS.items()}
