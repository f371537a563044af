"""Journeys: one row per case, with how far it went and in which of the four states it is.

A case enters once, by its first entry, however often it comes back. Of its attempts the one that went furthest counts,
of equally far ones the latest; incomplete retries are disregarded.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import numpy as np
import polars as pl

from metrics.calendar import BusinessCalendar
from metrics.funnel.attempts import Attempts, attempts
from metrics.funnel.definition import Funnel
from metrics.funnel.endings import LOST, TIMED_OUT, endings
from metrics.funnel.entries import EVENT, Entries, entries

NOT_ENTERED, UNKNOWN_REASON = "not_entered", "unknown"
_MICROSECOND = timedelta(microseconds=1)


class State(StrEnum):
    """What has become of a case at a stage; `left_out` is no state of the funnel: such a case is not counted in it."""

    CONVERTED = "converted"
    LOST = LOST
    TIMED_OUT = TIMED_OUT
    OPEN = "open"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, eq=False)
class Journeys:
    """The cases of a funnel as of a moment.

    `entries` holds the stage entries, one row each. `cases` holds one row per case: `case_id`, `month` and `entered_at`
    of its first entry, `started_at` of the attempt that counts, `depth` (steps reached; 0: it never entered), `state`,
    `reason`, `deadline`, `mature` (all its windows have passed), its ending (`ended_…`), and per step k `row_k` (the
    position of its entry; null where it was not logged), `at_k` (its time) and `skipped_k`.
    """

    funnel: Funnel
    as_of: datetime
    entries: pl.DataFrame
    cases: pl.DataFrame


def journeys(funnel: Funnel, events: pl.LazyFrame, as_of: datetime, calendar: BusinessCalendar) -> Journeys:
    """Return what became of each case by `as_of`, from the case events known then."""
    found = entries(funnel, events, as_of)
    cases = _entered(found).join(_counted(funnel, found, attempts(funnel, found)), on="case", how="left")
    cases = cases.with_columns(entered_at=pl.coalesce("entered_at", "first_at"), depth=pl.col("depth").fill_null(0))
    ended = cases.join(endings(funnel, events, cases, as_of), on="case_id", how="left")
    month = calendar.month(pl.col("entered_at"))
    at = {f"at_{k}": found.frame["at"].gather(ended[f"row_{k}"]) for k in range(1, len(funnel.stages) + 1)}
    judged = ended.with_columns(month=month, **at, **_judged(funnel, as_of)).drop("case", "first_at", "last_at")
    return Journeys(funnel, as_of, found.frame, judged)


def _entered(found: Entries) -> pl.DataFrame:
    """Return every case with a stage entry, and its first and last one."""
    steps = found.frame.filter(pl.col("step") > 0).select("case_id", "at")
    numbered = pl.Series("case", found.case[:-1]).filter(found.frame["step"] > 0)
    grouped = steps.with_columns(numbered).group_by("case", maintain_order=True)
    return grouped.agg(pl.col("case_id").first(), first_at=pl.col("at").min(), last_at=pl.col("at").max())


def _counted(funnel: Funnel, found: Entries, tried: Attempts) -> pl.DataFrame:
    """Return, per case with an attempt, the one that counts, its first start, and until when it may convert."""
    moments = {"started_at": found.at[tried.start], **_deadlines(funnel, found, tried)}
    rows = {f"row_{k}": tried.place[:, k - 1] for k in range(1, len(funnel.stages) + 1)}
    skipped = {f"skipped_{k}": tried.skipped[:, k - 1] for k in range(1, len(funnel.stages) + 1)}
    every = pl.DataFrame({"case": found.case[tried.start], "depth": tried.depth, **rows, **skipped, **moments})
    every = every.with_columns(pl.col(*moments).cast(EVENT["at"]), pl.col(*rows).replace(len(found), None))
    first = {
        "entered_at": pl.col("started_at").min(),
        **{name: pl.col(name).max() for name in ("deadline", "closes_at")},
    }
    chosen = every.with_row_index("_order").sort("depth", "_order").unique("case", keep="last", maintain_order=True)
    return chosen.drop("_order", "deadline", "closes_at").join(every.group_by("case").agg(**first), on="case")


def _deadlines(funnel: Funnel, found: Entries, tried: Attempts) -> dict[str, np.ndarray]:
    """Return until when each attempt may reach its next step, and until when its window is open."""
    window = funnel.window // _MICROSECOND
    within = np.array(
        [(stage.within or funnel.window) // _MICROSECOND for stage in (*funnel.stages[1:], funnel.stages[0])]
    )
    closes = found.at[tried.start] + window
    row = tried.place[np.arange(len(tried.start)), tried.depth - 1]
    # A step that was passed without being logged has no time from which a limit could count.
    limit = np.where(row < len(found), found.at[row] + within[tried.depth - 1], closes)
    return {"deadline": np.minimum(closes, limit), "closes_at": closes}


def _judged(funnel: Funnel, as_of: datetime) -> dict[str, pl.Expr]:
    ended = pl.col("ended_outcome")
    state = (
        pl.when(pl.col("depth") == 0)
        .then(pl.lit(State.LEFT_OUT))
        .when(pl.col("depth") == len(funnel.stages))
        .then(pl.lit(State.CONVERTED))
        .when(ended == LOST)
        .then(pl.lit(State.LOST))
        .when((ended == TIMED_OUT).fill_null(value=False) | (pl.col("deadline") < as_of))
        .then(pl.lit(State.TIMED_OUT))
        .otherwise(pl.lit(State.OPEN))
    )
    told = pl.col("ended_reason").fill_null(UNKNOWN_REASON)
    reason = pl.when(pl.col("depth") == 0).then(pl.lit(NOT_ENTERED)).when(state == State.LOST).then(told)
    return {"state": state, "reason": reason, "mature": pl.col("closes_at") < as_of}
