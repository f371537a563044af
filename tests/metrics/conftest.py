"""KPIs of each measure, and workspaces whose published parts are written out literally: no sources, no load."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, insert

from metrics.contract import TABLES
from metrics.model import Direction, Example, Kpi, Mean, Rate, Share, Unit
from metrics.populations import CUBE, POPULATIONS
from metrics.store import EVERYTHING, open_store, schema
from metrics.store.answers import Answers
from metrics.store.database import connect, upgrade
from metrics.store.settings import read_settings
from metrics.store.tables import CUBE_PARTS, DAILY_PARTS, LINKS, SETTINGS, schema_of
from metrics.text import Text

MIGRATIONS = Path(__file__).parents[2] / "metrics" / "store" / "migrations"
_EMPTY = {"n": 0, "total": 0.0, "squares": 0.0, "exposure": 0.0, "immature": 0, "excluded": 0}
_SOMEWHERE = {"origin": "2025-01", **dict.fromkeys(CUBE, "unknown"), **_EMPTY}
_KPI = "first_contact_resolution"
_NAME = Text("某指标", "some KPI")
_MEASURES = {
    "share": (Share(hit=pl.col("hit")), Unit.SHARE),
    "mean": (Mean(value=pl.col("value")), Unit.SCORE),
    "rate": (Rate(count=pl.col("count"), exposure=pl.col("size")), Unit.PER_HUNDRED),
}


@pytest.fixture
def kpi():
    """Return a function that makes a KPI of a measure, a direction and a name."""

    def make(measure: str = "share", direction: Direction = Direction.HIGHER_IS_BETTER, name: Text = _NAME) -> Kpi:
        how, unit = _MEASURES[measure]
        no_data = Example(name, [], value=None, n=0)
        return Kpi(
            key=f"some_{measure}", name=name, question=name, why=name, formula=name, caveat=name, unit=unit,
            direction=direction, target=None, population="cases", at=pl.col("at"), measure=how, examples=(no_data,),
        )  # fmt: skip

    return make


def _rows(rows: list[dict], columns: pl.Schema) -> pl.DataFrame:
    filled = [{"kpi": _KPI, **_SOMEWHERE, **row} for row in rows]
    return pl.DataFrame([{name: row.get(name) for name in columns} for row in filled], schema=columns)


@pytest.fixture
def published(tmp_path):
    """Return a function that makes a workspace in Shanghai out of monthly parts (month, unit, n, total, …).

    Its load knows everything until the end of June 2025 unless `as_of` says otherwise; `days` are daily parts, `units`
    rows of org_units, `tables` whole frames of further tables.
    """

    def make(*parts: dict, days: tuple[dict, ...] = (), policy: str = "", **settings) -> Path:
        (tmp_path / "workspace.toml").write_text('name = "Test"\nzone = "Asia/Shanghai"\n', encoding="utf-8")
        (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
        places = read_settings(tmp_path)
        tables = {"parts": _rows(list(parts), CUBE_PARTS), "daily_parts": _rows(list(days), DAILY_PARTS)}
        if "units" in settings:
            blank = dict.fromkeys(schema_of("org_units"))
            tables["org_units"] = pl.DataFrame(
                [blank | row for row in settings["units"]], schema=schema_of("org_units")
            )
        tables |= settings.get("tables", {})
        for name, rows in tables.items():
            rows.write_delta(f"{places.warehouse}/{name}")
        _publish(
            upgrade(places.database), list(tables), settings.get("as_of", datetime(2025, 6, 30, 15, 59, tzinfo=UTC))
        )
        return tmp_path

    return make


def _publish(database, tables: list[str], as_of: datetime) -> None:
    moment = datetime(2025, 7, 1, tzinfo=UTC)
    load = {"id": 1, "state": "published", "started_at": moment, "finished_at": moment, "as_of": as_of}
    with database.begin() as connection:
        connection.execute(insert(schema.loads), [load])
        first_version = [{"load": 1, "table": name, "version": 0, "rows": 0} for name in tables]
        connection.execute(insert(schema.load_tables), first_version)


@pytest.fixture
def day_of():
    """Return a function that makes one day's parts."""

    def make(day: str, unit: str, total: int, n: int) -> dict:
        return {"day": date.fromisoformat(day), "unit": unit, "total": float(total), "n": n}

    return make


def moment(text):
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def typed(name, rows):
    """Return literal rows as a canonical table: times as text, what a row does not say null."""
    schema = TABLES[name].stored_schema
    readers = {column: moment for column, dtype in schema.items() if isinstance(dtype, pl.Datetime)}
    readers |= {column: date.fromisoformat for column, dtype in schema.items() if isinstance(dtype, pl.Date)}
    values = {
        column: [
            value if (value := row.get(column)) is None else readers.get(column, lambda x: x)(value) for row in rows
        ]
        for column in schema
    }
    return pl.DataFrame(values, schema=schema).lazy()


@pytest.fixture(scope="session")
def built():
    """Return a function that builds a population as of a moment from rows per table, as dictionaries by key."""

    def build(name, as_of="2025-07-01 00:00", timing=None, **tables):
        population = POPULATIONS[name]
        frames = {table: typed(table, tables.get(table, [])) for table in TABLES}
        facts = {table: rows if table == population.table else rows.drop("month") for table, rows in frames.items()}
        kept = [] if timing is None else [("timing", timing.as_json(), "all")]
        links = tables.get("links", [])
        facts["links"] = pl.DataFrame([{**dict.fromkeys(LINKS), **link} for link in links], schema=LINKS).lazy()
        facts["dating"] = pl.LazyFrame({"reopenings": [False]})
        facts["settings"] = pl.DataFrame(kept, schema=SETTINGS, orient="row").lazy()
        facts["moment"] = pl.LazyFrame({"as_of": [moment(as_of)]})
        rows = population.build(facts).collect()
        return {row["key"]: row for row in rows.to_dicts()}

    return build


@pytest.fixture
def back_to():
    """Return what brings a records database back to an earlier version of its tables."""

    def go(database: URL, version: str) -> Engine:
        engine = connect(database)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, version)
        return engine

    return go


@pytest.fixture(scope="session")
def unstored(loaded_sample):
    """Return a function that gives the sample's answers as if its load had not stored the tables of some names."""
    store = open_store(loaded_sample)
    load = store.published(EVERYTHING)

    def answers(prefix: str) -> Answers:
        kept = {name: version for name, version in load.versions.items() if not name.startswith(prefix)}
        return Answers(store.settings, replace(load, versions=kept), EVERYTHING)

    return answers
