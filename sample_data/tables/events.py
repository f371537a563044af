"""Case events as rows of the contract: stages of the flow, states, hand-overs, reopenings and promises."""

from typing import Final

import numpy as np
import polars as pl

from sample_data import reasons, staff
from sample_data.calls import AGENT, PROMISED, Calls, end
from sample_data.clocks import STATUSES, Clocks
from sample_data.draws import words
from sample_data.intake import Intake
from sample_data.journey import CONTACT, LOST, REFERRAL, STAGES, SURVEY, TIMED_OUT, Journey
from sample_data.span import DAY, END, HOUR, NEVER, Ints, moments, planned
from sample_data.tables.shape import shaped

KINDS: Final = (
    *("status_change", "stage_enter", "stage_exit", "assign", "transfer"),
    *("escalate", "reopen", "merge", "promise_made", "promise_kept"),
)
OUTCOMES: Final = ("advanced", "lost", "timed_out", "in_progress")
_PAUSED: Final = 0.11
_MONTH_BLOCK: Final = 10_000_000


def events(
    intake: Intake, journey: Journey, clocks: Clocks, calls: list[Calls], rng: np.random.Generator
) -> pl.DataFrame:
    """Return what happened to the month's cases, oldest first."""
    parts = [
        *_stages(journey),
        *_states(intake, clocks, rng),
        *_hand_overs(calls),
        _row(np.flatnonzero(intake.merged_into >= 0), intake.created[intake.merged_into >= 0] + HOUR, "merge"),
        _row(np.arange(len(intake)), clocks.reopened, "reopen"),
    ]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    kept = columns["at"] <= END
    order = np.flatnonzero(kept)[np.lexsort((columns["case"][kept], columns["at"][kept]))]
    return _frame(intake, {name: column[order] for name, column in columns.items()}, rng)


def _row(case: Ints, at: Ints, kind: str, **columns: Ints | int) -> dict[str, Ints]:
    defaults = {"kind": KINDS.index(kind), "stage": -1, "outcome": -1, "reason": -1, "to": -1, "due": NEVER}
    values = {"case": case, "at": at, **defaults, **columns}
    return {name: np.broadcast_to(np.asarray(value, dtype=np.int64), (len(case),)) for name, value in values.items()}


def _stages(journey: Journey) -> list[dict[str, Ints]]:
    parts = []
    for stage in range(REFERRAL, SURVEY + 1):
        logged = journey.logged | (stage != CONTACT)
        parts.append(_row(journey.case[logged], journey.at[logged, stage], "stage_enter", stage=stage))
    for way, outcome in ((LOST, "lost"), (TIMED_OUT, "timed_out")):
        gone = journey.how == way
        reason = journey.reason[gone] if way == LOST else -1
        last = journey.stopped[gone] - 1
        parts.append(
            _row(
                *(journey.case[gone], journey.left_at[gone], "stage_exit"),
                stage=last,
                outcome=OUTCOMES.index(outcome),
                reason=reason,
            )
        )
    return parts


def _states(intake: Intake, clocks: Clocks, rng: np.random.Generator) -> list[dict[str, Ints]]:
    """Return changes of state: resolved, resolved again, and a pause for some while the customer is awaited."""
    everyone = np.arange(len(intake))
    again = clocks.reopened <= END
    until = np.minimum(clocks.resolved_first, END + DAY)
    life = until - clocks.responded
    paused = np.flatnonzero((rng.random(len(intake)) < _PAUSED) & (life > 8 * HOUR))
    begin = clocks.responded[paused] + (life[paused] * 0.2).astype(np.int64)
    finish = begin + (life[paused] * (0.1 + 0.4 * rng.random(len(paused)))).astype(np.int64)
    to = {state: STATUSES.index(state) for state in ("pending_customer", "open", "resolved")}
    return [
        _row(everyone, clocks.resolved_first, "status_change", to=to["resolved"]),
        _row(everyone[again], clocks.resolved_last[again], "status_change", to=to["resolved"]),
        _row(paused, begin, "status_change", to=to["pending_customer"]),
        _row(paused, finish, "status_change", to=to["open"]),
    ]


def _hand_overs(calls: list[Calls]) -> list[dict[str, Ints]]:
    """Return hand-overs during contacts, and promises to ring back with the calls that kept them."""
    parts = []
    for call in calls:
        known = call["case"] >= 0
        for kind, flag in (("transfer", "transferred"), ("escalate", "escalated")):
            which = known & (call[flag] == 1)
            parts.append(_row(call["case"][which], end(call)[which], kind))
        which = known & (call["disposition"] == PROMISED)
        made = end(call)[which]
        parts.append(_row(call["case"][which], made, "promise_made", due=made + DAY))
        which = known & (call["by"] == AGENT) & (call["parent"] >= 0)
        parts.append(_row(call["case"][which], call["start"][which], "promise_kept"))
    return parts


def _frame(intake: Intake, rows: dict[str, Ints], rng: np.random.Generator) -> pl.DataFrame:
    actor = staff.one_of(staff.ADVISERS, intake.unit[rows["case"]], rng)
    by_hand = ~np.isin(rows["kind"], [KINDS.index("stage_enter"), KINDS.index("merge")])

    def label(labels: tuple[str, ...], name: str) -> pl.Series:
        return words(labels, np.maximum(rows[name], 0), rows[name] >= 0)

    number = (intake.month.index + 1) * _MONTH_BLOCK + 1 + np.arange(len(rows["at"]))
    return shaped(
        "case_events",
        {
            "event_id": pl.Series(number).cast(pl.String),
            "case_id": intake.ids().gather(rows["case"]),
            "at": moments(rows["at"]),
            "kind": words(KINDS, rows["kind"]),
            "to_value": label(STATUSES, "to"),
            "stage": label(STAGES, "stage"),
            "outcome": label(OUTCOMES, "outcome"),
            "drop_reason_code": label(tuple(reason.code for reason in reasons.DROPS), "reason"),
            "actor_id": words(staff.ADVISERS, actor, by_hand),
            "promise_due_at": planned(rows["due"]),
        },
    )
