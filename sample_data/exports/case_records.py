"""The case system's database: short column names, integer codes, and old versions of rows beside the new ones."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from sample_data.exports.case_codes import CASE_WORDS, EVENT_WORDS, JOB_WORDS
from sample_data.exports.dirt import (
    CONFLICT,
    DUPLICATE,
    SUPERSEDED,
    Account,
    Spoil,
    Stain,
    at_odds,
    changed,
    copied,
    everyone,
    soil,
)
from sample_data.exports.local import local

FILE: Final = "case_records.db"
_OLD_VERSIONS: Final = 240

_CASES: Final = {
    "case_no": "case_id",
    "cust_no": "customer_id",
    "tel": "identity_key",
    "cust_level": "customer_group",
    "src": "channel",
    "ctype": "case_type",
    "reason": "reason_code",
    "glass": "product",
    "site": "org_unit_id",
    "handler": "owner_id",
    "prio": "priority",
    "state": "status",
    "open_time": "created_at",
    "resp_time": "first_response_at",
    "solve_time": "resolved_first_at",
    "last_solve_time": "resolved_last_at",
    "close_time": "closed_at",
    "resp_limit": "first_due_at",
    "solve_limit": "resolve_due_at",
    "reopen_num": "reopen_count",
    "transfer_num": "transfer_count",
    "agent_num": "agent_touches",
    "contact_num": "customer_touches",
    "one_call_ok": "fcr_eligible",
    "test_flag": "is_test_or_spam",
    "merge_to": "merged_into",
}
_EVENTS: Final = {
    "event_no": "event_id",
    "case_no": "case_id",
    "at_time": "at",
    "kind": "kind",
    "to_state": "to_value",
    "stage": "stage",
    "result": "outcome",
    "lost_reason": "drop_reason_code",
    "handler": "actor_id",
    "limit_time": "promise_due_at",
}
_JOBS: Final = {
    "job_no": "job_id",
    "case_no": "case_id",
    "site": "org_unit_id",
    "tech": "technician_id",
    "plan_time": "scheduled_at",
    "arrive_time": "arrived_at",
    "finish_time": "finished_at",
    "visit": "visit_no",
    "result": "result",
    "redo_of": "revisit_of",
    "amount_fen": "amount",
}
_LOST: Final = EVENT_WORDS["outcome"]["lost"]
_NEW_EVENTS: Final = 990_000_000
_UNREADABLE: Final = "2025-02-31 10:15:00"


def export_case_records(folder: Path, tables: dict[str, pl.DataFrame], rng: np.random.Generator) -> dict[str, Account]:
    """Write the database; return what each of its tables holds."""
    cases = _coded(tables["cases"], _CASES, CASE_WORDS).with_columns(updated_at=_updated(tables["cases"]))
    events = _coded(tables["case_events"], _EVENTS, EVENT_WORDS).with_columns(pl.col("event_no").cast(pl.Int64))
    jobs = _coded(tables["jobs"], _JOBS, JOB_WORDS)
    accounts: dict[str, Account] = {}
    written = {}
    for name, clean, stains in (
        ("case_records", cases, _case_stains()),
        ("case_events", events, _event_stains()),
        ("jobs", jobs, _job_stains()),
    ):
        account = accounts[f"{FILE}#{name}"] = Account()
        written[name] = soil(clean, stains, account, rng, everyone(clean))
    _write(folder / FILE, written)
    return accounts


def _coded(rows: pl.DataFrame, names: dict[str, str], words: dict[str, dict[str, int]]) -> pl.DataFrame:
    """Return the rows under the system's names: words as codes, times as local text, truth values as 0 and 1."""

    def cell(column: str) -> pl.Expr:
        if column in words:
            return pl.col(column).replace_strict(words[column], default=None, return_dtype=pl.Int64)
        if rows.schema[column].is_temporal():
            return local(column)
        return pl.col(column).cast(pl.Int64) if rows.schema[column] == pl.Boolean else pl.col(column)

    return rows.select(cell(column).alias(name) for name, column in names.items())


def _updated(cases: pl.DataFrame) -> pl.Series:
    """Return when the system last touched each row: a minute after the last thing that happened to it."""
    happened = ("created_at", "first_response_at", "resolved_first_at", "resolved_last_at", "closed_at")
    last = cases.select(at=pl.max_horizontal(happened) + pl.duration(minutes=1))
    return last.select(local("at")).to_series()


def _case_stains() -> list[Stain]:
    nothing = {"merge_to": None, "reopen_num": 0}
    new = {"case_no": "W9901-{:06d}", **nothing}
    future = dict.fromkeys(("resp_time", "solve_time", "last_solve_time", "close_time"))
    before = dict.fromkeys(("solve_time", "last_solve_time", "close_time"), "2024-01-01 08:00:00")
    solved = pl.col("solve_time").is_not_null()
    return [
        Stain(SUPERSEDED, _OLD_VERSIONS, _older, solved),
        Stain(DUPLICATE, 12, copied),
        Stain("resolved_before_opened", 6, changed(**new, resp_time=None, **before), solved),
        Stain("future_time", 4, changed(**{**new, "open_time": "2036-05-11 09:30:00"}, **future)),
        Stain("missing_key", 3, changed(**{**new, "case_no": None})),
        Stain("unknown_unit", 5, changed(**new, site="ZZ")),
        Stain("unreadable_date", 4, changed(**new, open_time=_UNREADABLE)),
        Stain(CONFLICT, 3, at_odds("contact_num", 77, **new)),
    ]


def _older(row: dict[str, object], _: int) -> list[dict[str, object]]:
    """Return the row as it stood when the case had just come in."""
    gone = dict.fromkeys(("resp_time", "solve_time", "last_solve_time", "close_time"))
    counts = dict.fromkeys(("reopen_num", "transfer_num", "agent_num", "contact_num"), 0)
    return [{**row, **gone, **counts, "state": CASE_WORDS["status"]["new"], "updated_at": row["open_time"]}]


def _event_stains() -> list[Stain]:
    return [
        Stain(DUPLICATE, 20, copied),
        Stain("missing_key", 4, changed(event_no=None)),
        Stain("unreadable_date", 3, _new_event(at_time=_UNREADABLE)),
        Stain("lost_without_reason", 3, _new_event(lost_reason=None), pl.col("result") == _LOST),
    ]


def _new_event(**cells: str | None) -> Spoil:
    return lambda row, number: [{**row, "event_no": _NEW_EVENTS + number, **cells}]


def _job_stains() -> list[Stain]:
    new = {"job_no": "J9901-{:06d}-1", "case_no": None}
    early = {"finish_time": "2024-01-02 09:00:00"}
    return [
        Stain(DUPLICATE, 6, copied),
        Stain("finished_before_arrived", 3, changed(**new, **early), pl.col("arrive_time").is_not_null()),
        Stain("unknown_unit", 2, changed(**new, site="ZZ")),
        Stain("missing_key", 2, changed(**{**new, "job_no": None})),
    ]


def _write(path: Path, tables: dict[str, pl.DataFrame]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        for name, rows in tables.items():
            types = ("INTEGER" if dtype.is_integer() else "TEXT" for dtype in rows.dtypes)
            columns = ", ".join(f"{column} {kind}" for column, kind in zip(rows.columns, types, strict=True))
            marks = ", ".join("?" * rows.width)
            database.execute(f"CREATE TABLE {name} ({columns})")
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows.iter_rows())  # noqa: S608 -- own names
        database.commit()
        database.execute("VACUUM")
