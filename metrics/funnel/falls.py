"""The waterfall as pieces that hang from one another: entered − lost − timed out − still open = done."""

from collections.abc import Iterator

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.journeys import State

ENTERED, DONE = "entered", "done"
PIECES = pl.Schema(
    {
        "fall": pl.String(),
        "step": pl.Int64(),
        "stage": pl.String(),
        "state": pl.String(),
        "reason": pl.String(),
        "n": pl.Int64(),
        "share": pl.Float64(),
        "lower": pl.Float64(),
        "upper": pl.Float64(),
    }
)

_Piece = tuple[str, int, str, str, str | None, int]


def falls(funnel: Funnel, stages: pl.DataFrame, reasons: pl.DataFrame) -> pl.DataFrame:
    """Return the pieces of the waterfall from its first bar to its last; empty where no case entered.

    `stages` and `reasons` are those of one group. `fall` names the bar that a piece is part of: "entered", "lost:" with
    the stage (a piece per coded reason, the most frequent first), "timed_out" and "open" (a piece per stage), "done".
    `share` is of those who entered the first stage; a piece reaches from `lower` to `upper`, and each begins where the
    one before it ended, down to the share that is done.
    """
    entered = int(stages["entered"][0])
    if not entered:
        return pl.DataFrame(schema=PIECES)
    rows, level = [], entered
    for piece in _pieces(funnel, stages, reasons):
        whole = piece[0] in (ENTERED, DONE)
        lower = 0 if whole else level - piece[-1]
        upper = piece[-1] if whole else level
        rows.append((*piece, piece[-1] / entered, lower / entered, upper / entered))
        level = upper if whole else lower
    return pl.DataFrame(rows, schema=PIECES, orient="row")


def bars(pieces: pl.DataFrame) -> pl.DataFrame:
    """Return the whole bars that pieces make up, in their order: `fall`, `stage`, `n`, `share`, `lower`, `upper`.

    `stage` is that of the first piece, `reason` the most frequent one.
    """
    told = {
        "stage": pl.col("stage").first(),
        "reason": pl.col("reason").first(),
        "n": pl.col("n").sum(),
        "share": pl.col("share").sum(),
        "lower": pl.col("lower").min(),
        "upper": pl.col("upper").max(),
    }
    return pieces.group_by("fall", maintain_order=True).agg(**told)


def _pieces(funnel: Funnel, stages: pl.DataFrame, reasons: pl.DataFrame) -> Iterator[_Piece]:
    steps = list(stages.sort("step").iter_rows(named=True))
    yield ENTERED, 1, funnel.steps[0], ENTERED, None, steps[0]["entered"]
    for step in steps[:-1]:
        mine = reasons.filter(pl.col("step") == step["step"]).sort(
            pl.col("lost"), pl.col("reason"), descending=[True, False]
        )
        told = mine.select("reason", "lost").rows() or [(None, 0)]
        yield from ((f"lost:{step['stage']}", step["step"], step["stage"], State.LOST, *each) for each in told)
    for state in (State.TIMED_OUT, State.OPEN):
        held = [step for step in steps if step[state.value]] or steps[:1]
        yield from ((state.value, step["step"], step["stage"], state, None, step[state.value]) for step in held)
    last = steps[-1]
    yield DONE, last["step"], last["stage"], State.CONVERTED, None, last["converted"]
