"""The five steps of a recovery, in their order: apologise, redo the service, calm, compensate, confirm."""

from datetime import timedelta
from typing import Final

import polars as pl

STEPS: Final = ("apology", "redo_service", "calm", "compensate", "confirm")

# A recovery that began less than this ago may still be under way.
WINDOW = timedelta(days=14)

# Whether a recovery has ended: a customer who said no, or has not said anything, is still waiting.
SATISFIED = (pl.col("answered") & pl.col("answered_at").is_not_null()).fill_null(value=False)


def per_recovery(actions: pl.LazyFrame) -> pl.LazyFrame:
    """Return one row per recovery: when each step was done, how many were, and whether one came before an earlier one.

    A step is out of order where it was done before a step that should precede it; a step never done is missing, not
    out of order. Where a step stands twice, its first time counts. Amounts are taken from wherever they are stated.
    """
    done = {f"{step}_at": pl.col("done_at").filter(pl.col("step") == step).min() for step in STEPS}
    rows = actions.sort("failure_detected_at", "step").group_by("recovery_id", maintain_order=True)
    first = ("month", "case_id", "complaint_id", "org_unit_id", "type", "source", "source_file", "source_row")
    stated = ("loss_grade", "loss_amount", "compensation_amount", "authority_limit", "repurchased_within_days")
    found = rows.agg(
        **{name: pl.col(name).drop_nulls().first() for name in first},
        **{name: pl.col(name).max() for name in stated},
        failure_detected_at=pl.col("failure_detected_at").min(),
        answered=pl.col("confirmed_satisfied").filter(_answered()).drop_nulls().last(),
        answered_at=pl.coalesce("confirmed_at", "done_at").filter(_answered()).max(),
        **done,
    )
    return found.with_columns(steps_done=_how_many(), out_of_order=_out_of_order())


def _answered() -> pl.Expr:
    """Return whether the customer has said by now whether he is satisfied."""
    said_at = pl.coalesce("confirmed_at", "done_at")
    return pl.col("confirmed_satisfied").is_not_null() & said_at.is_not_null()


def _how_many() -> pl.Expr:
    return pl.sum_horizontal(pl.col(f"{step}_at").is_not_null().cast(pl.Int64) for step in STEPS)


def _out_of_order() -> pl.Expr:
    pairs = [(before, after) for place, before in enumerate(STEPS) for after in STEPS[place + 1 :]]
    return pl.any_horizontal(
        (pl.col(f"{after}_at") < pl.col(f"{before}_at")).fill_null(value=False) for before, after in pairs
    )
