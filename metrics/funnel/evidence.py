"""Bars of a funnel and the cases behind them: the count of a bar is the number of rows that `behind` keeps."""

from dataclasses import dataclass

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.errors import UnknownStateError
from metrics.funnel.journeys import State

ENTERED, DROPPED = "entered", "dropped"
# How a stage was passed, or held a case up, without being logged.
IMPUTED, HELD_UP = "imputed", "held_up"
STATES = (ENTERED, *(state.value for state in State if state is not State.LEFT_OUT), DROPPED, IMPUTED, HELD_UP)
# A case stops once, so these may be asked of all steps together; it enters and converts at several.
STOPPED = (State.LOST.value, State.TIMED_OUT.value, State.OPEN.value, DROPPED)
EVERY_STEP = "*"


@dataclass(frozen=True)
class Bar:
    """One bar: a step (0: cases left out, which are at none; None: every step), a state there, a reason (None: all)."""

    step: int | None
    state: str
    reason: str | None = None


def bar(funnel: Funnel, text: str) -> Bar:
    """Return the bar written as stage:state[:reason], such as "appointment:lost:D33", or as "left_out[:reason]".

    States are entered, converted, lost, timed_out, open, dropped (lost or timed out), imputed and held_up. The stage
    "*" stands for all stages together, for the states in which a case stops. UnknownStageError and UnknownStateError
    name the nearest.
    """
    first, *rest = text.split(":", 2)
    if first == State.LEFT_OUT:
        return Bar(0, State.LEFT_OUT, ":".join(rest) or None)
    step = None if first == EVERY_STEP else funnel.position(first)
    state, *reason = rest or [ENTERED]
    if state not in states_of(step):
        raise UnknownStateError(state, states_of(step))
    return Bar(step, state, reason[0] if reason else None)


def states_of(step: int | None) -> tuple[str, ...]:
    """Return the states in which a case can be found once at a step, or at all steps together (None)."""
    return STOPPED if step is None else STATES


def behind(chosen: Bar) -> pl.Expr:
    """Return which flagged rows belong to a bar."""
    state = pl.col("state")
    unlogged = {name: pl.col(name).fill_null(value=False) for name in (IMPUTED, HELD_UP)}
    states = {ENTERED: pl.lit(value=True), DROPPED: state.is_in([State.LOST, State.TIMED_OUT]), **unlogged}
    here = pl.col("step") > 0 if chosen.step is None else pl.col("step") == chosen.step
    held = here & states.get(chosen.state, state == chosen.state)
    return held if chosen.reason is None else held & (pl.col("reason") == chosen.reason)
