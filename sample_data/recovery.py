"""Service recovery: the five steps taken after a complaint was confirmed or a first visit had failed."""

from typing import Any, Final

import numpy as np
import polars as pl

from sample_data.span import DAY, END, HOUR, OFFSET
from sample_data.tables.rows import from_rows

STEPS: Final = ("apology", "redo_service", "calm", "compensate", "confirm")
_GRADE: Final = {"minor": 1, "general": 2, "major": 4, "critical": 5}
# What a manager may grant without asking, per loss grade, in fen.
AUTHORITY: Final = {1: 20_000, 2: 50_000, 3: 100_000, 4: 200_000, 5: 500_000}
_MEAN_PAUSE: Final = {"apology": 7, "redo_service": 40, "calm": 9, "compensate": 30, "confirm": 50}
_GIVEN_UP: Final = 0.07
_OUT_OF_ORDER: Final = 0.08
_FAILED_VISITS: Final = 0.15
_ANSWERED, _MILDER, _HARDER, _SATISFIED = 0.85, 0.3, 0.4, 0.82
_BUYS_AGAIN: Final = {True: 0.34, False: 0.12}
_ABOVE_AUTHORITY: Final = 0.07

Row = dict[str, Any]


def recoveries(complaints: pl.DataFrame, jobs: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Return one row per recovery and step, done or not."""
    failures = [*_from_complaints(complaints, rng), *_from_visits(jobs, rng)]
    failures.sort(key=lambda failure: (failure["failure_detected_at"], failure["case_id"]))
    rows: list[Row] = []
    for number, failure in enumerate(failures, start=1):
        rows += _steps({**failure, "recovery_id": f"B{number:05d}"}, rng)
    return from_rows("recovery_actions", rows)


def _from_complaints(complaints: pl.DataFrame, rng: np.random.Generator) -> list[Row]:
    serious = complaints.filter(
        (pl.col("verified") == "confirmed")
        & (pl.col("severity") != "minor")
        & pl.col("duplicate_of").is_null()
        & pl.lit(pl.Series(rng.random(complaints.height) < _ANSWERED))
    )
    return [
        {
            "case_id": row["case_id"],
            "complaint_id": row["complaint_id"],
            "org_unit_id": row["org_unit_id"],
            "type": "crisis" if row["severity"] == "critical" or row["channel"] == "regulator" else "external",
            "failure_detected_at": int(row["received_at"].timestamp()) + OFFSET,
            "loss_grade": _GRADE[row["severity"]] - int(rng.random() < _MILDER),
        }
        for row in serious.iter_rows(named=True)
    ]


def _from_visits(jobs: pl.DataFrame, rng: np.random.Generator) -> list[Row]:
    failed = jobs.filter(pl.col("result").is_in(["partial", "not_fixed"]))
    failed = failed.filter(pl.lit(pl.Series(rng.random(failed.height) < _FAILED_VISITS)))
    return [
        {
            "case_id": row["case_id"],
            "org_unit_id": row["org_unit_id"],
            "type": "internal",
            "failure_detected_at": int(row["finished_at"].timestamp()) + OFFSET,
            "loss_grade": 1 + int(rng.random() < _HARDER),
        }
        for row in failed.iter_rows(named=True)
    ]


def _steps(failure: Row, rng: np.random.Generator) -> list[Row]:
    """Return the five steps; work may stop early, and sometimes two steps changed places."""
    times = _times(failure["failure_detected_at"], rng)
    satisfied = bool(rng.random() < _SATISFIED)
    money = _money(failure["loss_grade"], rng)
    rows = []
    for step, at in zip(STEPS, times, strict=True):
        done = at if at is not None and at <= END else None
        row = {**failure, "step": step, "done_at": done, "authority_limit": AUTHORITY[failure["loss_grade"]]}
        row["actor_id"] = f"{failure['org_unit_id']}-M1" if done else None
        if step == "compensate":
            row |= money if done else {"loss_amount": money["loss_amount"]}
        if step == "confirm" and done:
            row |= {
                "confirmed_satisfied": satisfied,
                "confirmed_at": done,
                **_bought_again(_BUYS_AGAIN[satisfied], done, rng),
            }
        rows.append(row)
    return rows


def _times(detected: int, rng: np.random.Generator) -> list[int | None]:
    times: list[int | None] = []
    at, stopped = float(detected), False
    for step in STEPS:
        stopped = stopped or rng.random() < _GIVEN_UP
        at += HOUR + rng.gamma(1.3, _MEAN_PAUSE[step] * HOUR / 1.3)
        times.append(None if stopped else int(at))
    if rng.random() < _OUT_OF_ORDER:
        times[1], times[2] = times[2], times[1]
    return times


def _money(grade: int, rng: np.random.Generator) -> Row:
    limit = AUTHORITY[grade]
    loss = int(limit * (0.3 + rng.gamma(2.0, 0.35))) // 100 * 100
    share = 1.15 if rng.random() < _ABOVE_AUTHORITY else min(rng.gamma(4.0, 0.12), 1.0)
    return {"loss_amount": loss, "compensation_amount": int(limit * share) // 100 * 100}


def _bought_again(chance: float, confirmed: int, rng: np.random.Generator) -> Row:
    days = int(rng.integers(2, 20)) * 10
    bought = rng.random() < chance and confirmed + days * DAY <= END
    return {"repurchased_within_days": days} if bought else {}
