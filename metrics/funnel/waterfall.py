"""The waterfall: per stage, how many entered, converted, were lost, timed out and are still open."""

from collections.abc import Sequence

import polars as pl

from metrics.funnel.definition import Funnel
from metrics.funnel.errors import UnevenFunnelError
from metrics.funnel.journeys import State
from metrics.funnel.shares import ratio, with_share

_STATES = (State.CONVERTED, State.LOST, State.TIMED_OUT, State.OPEN)


def waterfall(funnel: Funnel, parts: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return one row per group of `by` and stage; without `by`, exactly one row per stage.

    `entered = converted + lost + timed_out + open` (checked); `drop_off` is (lost + timed_out) / entered, so an open
    case is no loss. `step_conversion` is the share of those who entered the stage before, `overall_conversion` of those
    who entered the first. `value`, `low` and `high` are the step conversion of mature cases alone, `n` of them, with
    `immature` left aside; `overall_value`, `overall_low`, `overall_high` and `overall_n` are the same since the start.
    """
    counted = parts.filter(pl.col("step") > 0).group_by([*by, "step"]).agg(**_counts())
    every = _stages(funnel, counted, by).join(counted, on=[*by, "step"], how="left").fill_null(0).sort([*by, "step"])
    checked(funnel, every, by)
    shared = every.with_columns(**_shares(by))
    judged = with_share(shared, "_converted", "n")
    judged = with_share(judged, "mature_entered", "overall_n", ("overall_value", "overall_low", "overall_high"))
    return judged.drop("mature_entered", "mature_converted", "_converted")


def reasons(parts: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return the losses of each stage by reason, the most frequent first; `share` is of the stage's losses."""
    keys = [*by, "step", "stage"]
    lost = parts.filter(pl.col("state") == State.LOST).group_by([*keys, "reason"]).agg(lost=pl.col("n").sum())
    share = pl.col("lost") / pl.col("lost").sum().over(keys)
    return lost.with_columns(share=share).sort(
        [*keys, "lost", "reason"], descending=[*[False] * len(keys), True, False]
    )


def overall(stages: pl.DataFrame) -> pl.DataFrame:
    """Return a waterfall of one group whose `value`, `low`, `high`, `n` and `immature` are those since the start."""
    since = {name: pl.col(f"overall_{name}") for name in ("value", "low", "high", "n")}
    return stages.with_columns(**since, immature=pl.col("entered").first() - pl.col("overall_n"))


def totals(stages: pl.DataFrame) -> dict[str, int]:
    """Return how many entered the waterfall of one group, and what became of them: the states of all stages added up.

    `imputed` and `held_up` count stages that were passed, or that held a case up, without being logged.
    """
    summed = stages.select(pl.col("lost", "timed_out", "open", "imputed", "held_up").sum()).row(0, named=True)
    return {"entered": int(stages["entered"][0]), "converted": int(stages["converted"][-1]), **summed}


def left_out(parts: pl.DataFrame, by: Sequence[str] = ()) -> pl.DataFrame:
    """Return how many cases do not count, by reason."""
    out = parts.filter(pl.col("state") == State.LEFT_OUT)
    return out.group_by([*by, "reason"]).agg(cases=pl.col("n").sum()).sort([*by, "reason"])


def checked(funnel: Funnel, rows: pl.DataFrame, by: Sequence[str] = ()) -> None:
    """Refuse a waterfall whose states do not add up at some stage: UnevenFunnelError shows where."""
    states = pl.sum_horizontal(state.value for state in _STATES)
    uneven = rows.filter(states != pl.col("entered"))
    if uneven.height:
        raise UnevenFunnelError(funnel.name, uneven.select(*by, "stage", "entered", *_STATES).rows())


def _counts() -> dict[str, pl.Expr]:
    n, mature = pl.col("n"), pl.col("mature")
    states = {state.value: n.filter(pl.col("state") == state).sum() for state in _STATES}
    return {
        "entered": n.sum(),
        **states,
        "imputed": pl.col("imputed").sum(),
        "held_up": pl.col("held_up").sum(),
        "mature_entered": n.filter(mature).sum(),
        "mature_converted": n.filter(mature & (pl.col("state") == State.CONVERTED)).sum(),
    }


def _stages(funnel: Funnel, counted: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """Return every stage of every group, those that nobody reached included."""
    steps = range(1, len(funnel.stages) + 1)
    stages = pl.DataFrame({"step": steps, "stage": funnel.steps}, schema_overrides={"step": pl.Int64})
    return counted.select(by).unique().join(stages, how="cross") if by else stages


def _shares(by: Sequence[str]) -> dict[str, pl.Expr]:
    def before(name: str) -> pl.Expr:
        return pl.col(name).shift(1).over(by) if by else pl.col(name).shift(1)

    def first(name: str) -> pl.Expr:
        return pl.col(name).first().over(by) if by else pl.col(name).first()

    entered = pl.col("entered")
    return {
        "drop_off": ratio(pl.col("lost") + pl.col("timed_out"), entered),
        "step_conversion": ratio(before("converted"), before("entered")),
        "overall_conversion": ratio(entered, first("entered")),
        "_converted": before("mature_converted"),
        "n": before("mature_entered"),
        "immature": before("entered") - before("mature_entered"),
        "overall_n": pl.when(pl.col("step") > 1).then(first("mature_entered")),
    }
