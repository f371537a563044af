"""What statements cost: every unit's month of two years, their evidence included, from three million forms."""

import argparse
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.measured import ROOT, cost_of
from metrics.calendar import BusinessCalendar, months_between, shift_month
from metrics.model import Moment
from metrics.store import EVERYTHING
from metrics.store.form_counts import Source
from metrics.store.warehouse import Warehouse, replace_where, schema_of

_MONTHS = months_between("2024-07", "2026-06")
_UNITS, _FORMS = 100, 3_000_000
_TABLES = ("feedback_forms", "links", "cases", "jobs", "org_units", "reason_codes")
_DAY = 86_400_000_000
_GRADES = np.array(["A", "B", "C", "D", "E", None], dtype=object)


def write_warehouse(root: Path, forms: int = _FORMS) -> Warehouse:
    """Write forms, the cases they are linked to and the jobs they are about, month by month."""
    root.mkdir(parents=True, exist_ok=True)
    versions: dict[str, int] = {}
    for month in _MONTHS:
        for table, rows in _month(month, forms // len(_MONTHS)).items():
            place = f"{root}/{table}"
            versions[table] = replace_where(place, table, rows, {"month": [month]}, versions.get(table))
    return Warehouse(str(root), versions)


def _month(month: str, count: int) -> dict[str, pl.DataFrame]:
    draw = np.random.default_rng(int(month.replace("-", "")))
    start, end = (_micros(each) for each in (month, shift_month(month, 1)))
    number = pl.Series(range(count), dtype=pl.Int64).cast(pl.String)
    names = {f"{kind}_id": pl.Series([f"{kind[0].upper()}-{month}-"]).new_from_index(0, count) + number for kind in ("form", "case", "job", "customer")}
    unit = pl.Series([f"U{index:03}" for index in range(_UNITS)]).gather(draw.integers(0, _UNITS, count))
    back = pl.Series(start + draw.integers(0, end - start, count)).cast(pl.Datetime("us", "UTC"))
    base = pl.DataFrame({**names, "org_unit_id": unit, "back": back, "month": pl.Series([month]).new_from_index(0, count)})
    return {name: _complete(name, rows) for name, rows in _tables(base, draw, count).items()}
