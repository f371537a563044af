"""A warehouse of millions of forms, each linked to a case and about a job, for measuring statements."""

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from metrics.calendar import months_between
from metrics.store.tables import schema_of
from metrics.store.warehouse import Warehouse, replace_where

MONTHS = months_between("2024-07", "2026-06")
UNITS = 100
TABLES = ("feedback_forms", "links", "cases", "jobs")
_SHARE_BACK, _SHARE_VERIFIED = 0.65, 0.9
_GRADES = ["A", "B", "C", "D", "E", None]
_HOW_OFTEN = [0.55, 0.25, 0.1, 0.06, 0.03, 0.01]
_ITEMS = ("timeliness", "repair_quality", "attitude")


def write(root: Path, forms: int) -> Warehouse:
    """Write the tables month by month, as loads would, and return them."""
    versions: dict[str, int] = {}
    for month in MONTHS:
        for table, rows in _tables(month, forms // len(MONTHS)).items():
            place = f"{root}/{table}"
            versions[table] = replace_where(place, rows, "month", {"month": [month]}, versions.get(table))
    return Warehouse(str(root), versions)


def _tables(month: str, count: int) -> dict[str, pl.DataFrame]:
    base = _base(month, count)
    given = pl.col("is_back")
    grades = {item: pl.when(given).then(item) for item in _ITEMS}
    sent = pl.when(given).then(pl.col("at") - pl.duration(hours=30)).otherwise("at")
    moments = {"sent_at": sent, "received_at": pl.when(given).then("at")}
    verified = {
        "verified": pl.when(given).then("state"),
        "verified_by": pl.when(given).then(pl.concat_str(pl.lit("S"), pl.col("org_unit_id"))),
        "verified_at": pl.when(given).then(pl.col("at") + pl.duration(hours=20)),
    }
    tables = {
        "feedback_forms": base.with_columns(**grades, **moments, **verified, source_kind=pl.lit("paper")),
        "links": base.select("case_id", "month", key="form_id", table=pl.lit("feedback_forms"), case_month="month"),
        "cases": base.with_columns(created_at="at", reason_code=pl.lit("R1"), customer_group=pl.lit("regular")),
        "jobs": base.with_columns(finished_at="at", result=pl.lit("fixed")),
    }
    return {name: _complete(name, rows.with_columns(method=pl.lit("case_id"))) for name, rows in tables.items()}


def _base(month: str, count: int) -> pl.DataFrame:
    draw = np.random.default_rng(int(month.replace("-", "")))
    number = pl.int_range(count).cast(pl.String)
    ids = {f"{kind}_id": pl.concat_str(pl.lit(f"{kind}-{month}-"), number) for kind in ("form", "case", "job")}
    drawn: dict[str, Any] = {item: draw.choice(len(_GRADES), count, p=_HOW_OFTEN) for item in _ITEMS}
    drawn |= {"unit": draw.integers(0, UNITS, count), "minute": draw.integers(0, 28 * 24 * 60, count)}
    drawn |= {"is_back": draw.random(count) < _SHARE_BACK, "state": draw.random(count) < _SHARE_VERIFIED}
    letter = {item: pl.lit(pl.Series(_GRADES)).gather(pl.col(item)) for item in _ITEMS}
    return pl.DataFrame(drawn).with_columns(
        **ids,
        **letter,
        month=pl.lit(month),
        customer_id=pl.concat_str(pl.lit(f"customer-{month}-"), number),
        org_unit_id=pl.concat_str(pl.lit("U"), pl.col("unit")),
        at=pl.lit(f"{month}-01").str.to_datetime(time_zone="UTC") + pl.duration(minutes="minute"),
        state=pl.when("state").then(pl.lit("confirmed")).otherwise(pl.lit("pending")),
    )


def _complete(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the stored columns of a table; what was not made is empty."""
    schema = schema_of(table)
    empty = [pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name not in rows.columns]
    return rows.with_columns(empty).select(pl.col(name).cast(dtype) for name, dtype in schema.items())
