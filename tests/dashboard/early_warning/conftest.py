"""A workspace of two centres whose monthly parts are written out: one of them falls in the last month."""

from datetime import UTC, datetime

import polars as pl
import pytest
from sqlalchemy import insert

from metrics.calendar import shift_month
from metrics.populations import CUBE
from metrics.store import schema
from metrics.store.database import upgrade
from metrics.store.settings import read_settings
from metrics.store.tables import CUBE_PARTS, DAILY_PARTS, schema_of

FCR = "first_contact_resolution"
QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]
_BLANK = {"origin": "2025-01", **dict.fromkeys(CUBE, "unknown"), "squares": 0.0, "exposure": 0.0, "excluded": 0}
# Of a hundred calls each month; in June 2025 North falls, South rises, and East has five calls and no hit.
_UNITS = {"N1": ([*QUIET, 50], 100), "S1": ([*QUIET, 99], 100), "E1": ([*QUIET, 0], 9)}
_NAMES = {"N1": ("北一店", "North One"), "S1": ("南一店", "South One"), "E1": ("东一店", "East One")}


@pytest.fixture
def watched(tmp_path):
    """Return the workspace; a test may act on its signals."""
    (tmp_path / "workspace.toml").write_text('name = "Watched"\nzone = "Asia/Shanghai"\n', encoding="utf-8")
    settings = read_settings(tmp_path)
    for name, rows in {"parts": parts(), "daily_parts": pl.DataFrame(schema=DAILY_PARTS), "org_units": units()}.items():
        rows.write_delta(f"{settings.warehouse}/{name}")
    moment = datetime(2025, 7, 1, tzinfo=UTC)
    load = {"id": 1, "state": "published", "started_at": moment, "finished_at": moment}
    with upgrade(settings.database).begin() as connection:
        connection.execute(insert(schema.loads), [load | {"as_of": datetime(2025, 6, 30, 15, 59, tzinfo=UTC)}])
        versions = [
            {"load": 1, "table": name, "version": 0, "rows": 0} for name in ("parts", "daily_parts", "org_units")
        ]
        connection.execute(insert(schema.load_tables), versions)
    return tmp_path


def parts():
    rows = []
    for unit, (hits, last) in _UNITS.items():
        sizes = [100] * (len(hits) - 1) + [last]
        rows += [
            {
                "kpi": FCR,
                **_BLANK,
                "unit": unit,
                "month": shift_month("2023-10", at),
                "n": n,
                "total": float(hit),
                "immature": 0,
            }
            for at, (hit, n) in enumerate(zip(hits, sizes, strict=True))
        ]
    return pl.DataFrame([{name: row.get(name) for name in CUBE_PARTS} for row in rows], schema=CUBE_PARTS)


def units():
    columns = schema_of("org_units")
    blank = dict.fromkeys(columns) | {"month": "all"}
    rows = [blank | {"org_unit_id": unit, "name": zh, "name_en": en} for unit, (zh, en) in _NAMES.items()]
    return pl.DataFrame(rows, schema=columns)
