"""Moments: each time that a record tells of, as one row; a record that tells of several has several."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from metrics.contract import TABLES, UTC

MOMENT = pl.Schema({"at": UTC, "what": pl.String(), "table": pl.String(), "key": pl.String()})
_ALWAYS = pl.lit(value=True)


@dataclass(frozen=True, eq=False)
class _Told:
    """A time of a record: the column that holds it and, where it does not always tell of something, when it does."""

    column: str
    what: pl.Expr | str
    when: pl.Expr = field(default_factory=lambda: _ALWAYS)


def _differs(column: str, other: str) -> pl.Expr:
    return pl.col(column) != pl.col(other).fill_null(pl.lit(0).cast(UTC))


# In the order in which the moments of one instant are told.
_TOLD: Mapping[str, tuple[_Told, ...]] = {
    "cases": (
        _Told("created_at", "created"),
        _Told("first_response_at", "first_response"),
        _Told("resolved_first_at", "resolved"),
        _Told("resolved_last_at", "resolved_again", _differs("resolved_last_at", "resolved_first_at")),
        _Told("closed_at", "closed"),
    ),
    "case_events": (_Told("at", pl.col("kind")),),
    "contacts": (_Told("started_at", "contact"),),
    "jobs": (
        _Told("scheduled_at", "visit_missed", pl.coalesce("arrived_at", "finished_at").is_null()),
        _Told("arrived_at", "visit_arrived"),
        _Told("finished_at", "visit_finished"),
    ),
    "feedback_forms": (
        _Told("sent_at", "form_sent"),
        _Told("received_at", "form_received"),
        _Told("verified_at", "form_verified", _differs("verified_at", "received_at")),
    ),
    "complaints": (
        _Told("received_at", "complaint_received"),
        _Told("first_reply_at", "complaint_replied"),
        _Told("verified_at", "complaint_verified"),
        _Told("closed_at", "complaint_closed"),
    ),
    "recovery_actions": (
        # Every step repeats when the failure was detected.
        _Told("failure_detected_at", "failure_detected", pl.col("recovery_id").is_first_distinct()),
        _Told("done_at", "recovery_step"),
        _Told("confirmed_at", "recovery_confirmed", _differs("confirmed_at", "done_at")),
    ),
    "qa_audits": (_Told("sampled_at", "audited"),),
}
SHOWN = tuple(_TOLD)
WHAT = tuple(told.what for tables in _TOLD.values() for told in tables if isinstance(told.what, str))


def moments(records: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Return what the records tell, the earliest first: when (`at`), `what`, and of which record (`table`, `key`).

    What a case event tells is its kind. A record without any time tells nothing here; it is still among the records.
    """
    told = [_moments_of(table, rows) for table, rows in records.items()]
    order = pl.col("table").replace_strict({name: place for place, name in enumerate(SHOWN)}, return_dtype=pl.Int64)
    every = pl.concat([pl.DataFrame(schema=MOMENT), *told])
    return every.sort("at", order, maintain_order=True)


def key_of(table: str) -> pl.Expr:
    """Return the key of a table's rows as one text."""
    return pl.concat_str(pl.col(TABLES[table].key).cast(pl.String), separator=" · ")


def _moments_of(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    found = [
        rows.filter(pl.col(told.column).is_not_null(), told.when.fill_null(value=False)).select(
            at=told.column,
            what=pl.lit(told.what) if isinstance(told.what, str) else told.what,
            table=pl.lit(table),
            key=key_of(table),
        )
        for told in _TOLD[table]
    ]
    return pl.concat([pl.DataFrame(schema=MOMENT), *found])
