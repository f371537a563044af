"""The flagged frame: one row per case and stage reached, from which every figure and every list of a funnel comes."""

from enum import StrEnum

import polars as pl

from metrics.funnel.journeys import Journeys, State

# The dimensions that events tell of themselves, and so may change on the way; those of the case do not.
TOLD = {"actor": "actor_id"}
UNKNOWN = "unknown"
_LINEAGE = ("source", "source_file", "source_row")


class Attribution(StrEnum):
    """By which entry a case gets the value of a dimension that events tell: its first, its last, or each its own."""

    FIRST_TOUCH = "first_touch"
    LAST_TOUCH = "last_touch"
    PER_STEP = "per_step"


def flag_stages(
    found: Journeys, cases: pl.LazyFrame, attribution: Attribution = Attribution.FIRST_TOUCH
) -> pl.LazyFrame:
    """Return one row per case and stage reached, with its state there; a case left out has one row, at step 0.

    `cases` brings, per `case_id`, its dimensions and `left_out`: why it does not belong to the funnel (null: it does).
    Where a stage was passed without being logged, the row shows the entry that proves it, and `at` is null.
    """
    steps = range(1, len(found.funnel.stages) + 1)
    rows = [pl.col(f"row_{step}") for step in steps]
    touched = {"_first": pl.coalesce(rows), "_last": pl.coalesce(reversed(rows))}
    done = pl.when(pl.col("state") == State.CONVERTED).then(pl.col(f"at_{len(rows)}"))
    wide = found.cases.lazy().with_columns(**touched, converted_at=done).join(cases, on="case_id", how="left")
    wide = wide.with_columns(
        pl.col(name).fill_null(UNKNOWN) for name in cases.collect_schema() if name not in {"case_id", "left_out"}
    )
    flagged = pl.concat([_not_counted(wide), *(_at_step(found, wide, step) for step in steps)], how="diagonal")
    proof = _entries(found).drop(TOLD, strict=False)
    said = _entries(found).select("_row", *(name for name in TOLD if name in _entries(found).collect_schema()))
    by = {Attribution.FIRST_TOUCH: "_first", Attribution.LAST_TOUCH: "_last", Attribution.PER_STEP: "_row"}[attribution]
    return (
        flagged.join(proof, on="_row", how="left")
        .join(said, left_on=by, right_on="_row", how="left")
        .select(pl.exclude("^_.*$", "^(row|at|skipped)_[0-9]+$"))
    )


def _entries(found: Journeys) -> pl.LazyFrame:
    """Return what evidence shows of a stage entry, and the dimensions that it tells, by the entry's position."""
    held = found.entries.lazy().with_row_index("_row").with_columns(pl.col("_row").cast(pl.Int64))
    schema = held.collect_schema()
    told = {name: pl.col(of).fill_null(UNKNOWN) for name, of in TOLD.items() if of in schema}
    return held.select("_row", "event_id", **told, **{name: pl.col(name) for name in _LINEAGE if name in schema})


def _not_counted(wide: pl.LazyFrame) -> pl.LazyFrame:
    """Return a row at step 0 for each case that never entered or that does not belong to the funnel."""
    out = wide.filter(pl.col("left_out").is_not_null() | (pl.col("state") == State.LEFT_OUT))
    reason = pl.coalesce("left_out", "reason")
    return out.with_columns(
        step=pl.lit(0, pl.Int64), state=pl.lit(State.LEFT_OUT), reason=reason, at=pl.col("entered_at"), _row="_first"
    )


def _at_step(found: Journeys, wide: pl.LazyFrame, step: int) -> pl.LazyFrame:
    """Return the cases that reached a step, with what became of them there."""
    onward = (pl.col("depth") > step) | (pl.col("state") == State.CONVERTED)
    at, before = pl.col(f"at_{step}"), pl.col(f"at_{max(step - 1, 1)}")
    later = [pl.col(f"row_{k}") for k in range(step, len(found.funnel.stages) + 1)]
    following = pl.col(f"skipped_{step + 1}") if step < len(found.funnel.stages) else pl.lit(value=False)
    return wide.filter(pl.col("left_out").is_null(), pl.col("depth") >= step).with_columns(
        step=pl.lit(step, pl.Int64),
        stage=pl.lit(found.funnel.steps[step - 1]),
        state=pl.when(onward).then(pl.lit(State.CONVERTED)).otherwise("state"),
        reason=pl.when(~onward).then("reason"),
        at=at,
        seconds=pl.when(step > 1).then(_seconds(at - before)),
        elapsed=_seconds(at - pl.col("started_at")),
        imputed=pl.col(f"skipped_{step}"),
        held_up=following & (pl.col("depth") == step),
        _row=pl.coalesce(later),
    )


def _seconds(span: pl.Expr) -> pl.Expr:
    return span.dt.total_microseconds() / 1e6
