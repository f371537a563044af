"""What was known at a moment: rows that had begun by then, without what was said of them afterwards."""

import polars as pl

from metrics.contract import TABLES
from metrics.model import Moment

_GRADES = ("timeliness", "repair_quality", "attitude")
# What a row says from one of its own times on, and said nothing of before.
_SAID_FROM = {
    "cases": {"made_sla": "resolved_first_at"},
    "contacts": {"disposition": "ended_at"},
    "complaints": {"attribution": "verified_at", "upheld": "verified_at"},
    "feedback_forms": {
        "verified_by": "verified_at",
        **dict.fromkeys((*_GRADES, "csat", "comment", "verified"), "received_at"),
    },
    "jobs": {"result": "finished_at"},
}


def as_known(name: str, rows: pl.LazyFrame, moment: Moment) -> pl.LazyFrame:
    """Return the rows of a table that had begun by `moment`, without what happened to them afterwards.

    A row that has no time of its own is always known. What the source does not date (who owns a case, how often it
    was handed on) stays as the source says it last.
    """
    table = TABLES[name]
    later = {column: pl.col(column) > moment.as_of for column in table.happened}
    forgotten = {column: pl.when(~is_later).then(pl.col(column)) for column, is_later in later.items()}
    silent = {
        column: pl.when(~later[time].fill_null(value=False)).then(pl.col(column))
        for column, time in _SAID_FROM.get(name, {}).items()
    }
    known = rows.with_columns(**_before(name, later), _undated=_undated(table.at)).with_columns(**silent, **forgotten)
    return known.filter(_begun(table.at, moment)).drop("_undated")


def _undated(at: tuple[str, ...]) -> pl.Expr:
    return pl.coalesce(at).is_null() if at else pl.lit(value=True)


def _begun(at: tuple[str, ...], moment: Moment) -> pl.Expr:
    return pl.col("_undated") | (pl.coalesce(at) <= moment.as_of) if at else pl.col("_undated")


def _before(name: str, later: dict[str, pl.Expr]) -> dict[str, pl.Expr]:
    """Return what a row said before something happened that it now says the outcome of."""
    match name:
        case "cases":
            return {"status": _status_before(later)}
        case "complaints":
            return {"verified": pl.when(later["verified_at"]).then(pl.lit("pending")).otherwise("verified")}
        case "feedback_forms":
            return _form_before(later["verified_at"])
        case _:
            return {}


def _status_before(later: dict[str, pl.Expr]) -> pl.Expr:
    """Return the status of a case before it was closed, or before it was resolved for the first time."""
    resolved = pl.any_horizontal(~later["resolved_first_at"], ~later["resolved_last_at"])
    stood = pl.when(resolved).then(pl.lit("resolved")).otherwise(pl.lit("open"))
    ended_later = pl.any_horizontal(later["resolved_first_at"], later["resolved_last_at"], later["closed_at"])
    ended = pl.col("status").is_in(["resolved", "closed", "cancelled"])
    return pl.when(ended & ended_later).then(stood).otherwise("status")


def _form_before(later: pl.Expr) -> dict[str, pl.Expr]:
    """Return a form before its verification: waiting for it, with the grades that the customer had given."""
    given = {grade: pl.coalesce(f"original_{grade}", grade) for grade in _GRADES}
    waiting = {"verified": pl.lit("pending"), **given}
    return {column: pl.when(later).then(before).otherwise(column) for column, before in waiting.items()}
