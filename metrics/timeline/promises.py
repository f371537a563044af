"""Promises made in a case, and whether they were kept: due times of the case, and what was promised on the way."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import polars as pl

from metrics.contract import UTC
from metrics.promises import NOT_SERVED

PROMISE = pl.Schema(
    {"what": pl.String(), "made_at": UTC, "due_at": UTC, "done_at": UTC, "kept": pl.String(), "key": pl.String()}
)
# The due times that a case states, the time that answers each, and what it is called.
_OF_CASE = (
    ("first_response", "first_due_at", "first_response_at"),
    ("resolution", "resolve_due_at", "resolved_first_at"),
)


class Kept(StrEnum):
    """What has become of a promise; `not_judged`: the case was never to be served, so nobody was let down."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    RUNNING = "running"
    NO_TERM = "no_term"
    NOT_JUDGED = "not_judged"


def promises(case: pl.DataFrame, events: pl.DataFrame, as_of: datetime) -> pl.DataFrame:
    """Return the promises of one case as of a moment, by the time at which they were made.

    A `promise_kept` answers the oldest promise that is still unanswered. A promise past due is broken now, not only
    when it is answered in the end; one without a due time is kept when it is answered.
    """
    said = case.row(0, named=True)
    served = case.select(pl.any_horizontal(rule.when.fill_null(value=False) for rule in NOT_SERVED)).item() is False
    rows = [*_of_case(said), *_on_the_way(events)]
    judged = [
        {**row, "kept": kept(row["due_at"], row["done_at"], as_of) if served else Kept.NOT_JUDGED} for row in rows
    ]
    return pl.DataFrame(judged, schema=PROMISE).sort("made_at", "due_at", maintain_order=True, nulls_last=True)


def kept(due_at: datetime | None, done_at: datetime | None, as_of: datetime) -> Kept:
    """Return what has become of a promise as of a moment; what is done at the very due time is in time."""
    if due_at is None:
        return Kept.NO_TERM if done_at is None else Kept.KEPT
    if done_at is not None:
        return Kept.KEPT if done_at <= due_at else Kept.LATE
    return Kept.RUNNING if due_at > as_of else Kept.BROKEN


def _of_case(said: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "what": what,
            "made_at": said["created_at"],
            "due_at": said[due],
            "done_at": said[done],
            "key": said["case_id"],
        }
        for what, due, done in _OF_CASE
        if said[due] is not None
    ]


def _on_the_way(events: pl.DataFrame) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for event in events.sort("at", "event_id").iter_rows(named=True):
        if event["kind"] == "promise_made":
            term = {"made_at": event["at"], "due_at": event["promise_due_at"], "done_at": None}
            made.append({"what": "promise", **term, "key": event["event_id"]})
        elif event["kind"] == "promise_kept":
            waiting = next((promise for promise in made if promise["done_at"] is None), None)
            if waiting:
                waiting["done_at"] = event["at"]
    return made
