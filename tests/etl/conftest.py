"""Small workspaces of one source, for tests that read real files; and a tiny company, for tests that load."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import select

from etl.engines.local import compute
from etl.mapping import Mapped, map_rows
from etl.pipeline import Order, run
from etl.report import Report
from etl.sources import Extract, extracts
from etl.workspace import Workspace
from metrics.contract import table
from metrics.model import Moment
from metrics.populations import POPULATIONS, Population
from metrics.registry import all_kpis
from metrics.store import EVERYTHING, Query, Store, open_store, schema
from metrics.store.compute import Computed, Work, computed
from metrics.store.database import connect
from metrics.store.monthly import monthly_readings
from metrics.store.stored_rows import stored_rows
from metrics.store.warehouse import Warehouse

UNITS = {"org_unit_id": "id", "name": "name"}


@pytest.fixture
def workspace(tmp_path):
    """Return a function that makes a workspace in tmp_path with one source out of its settings."""

    def make(**settings) -> Workspace:
        source = {"name": "test", "table": "org_units", "columns": UNITS, **settings}
        return Workspace.model_validate(
            {"folder": tmp_path, "name": "Test", "zone": "Asia/Shanghai", "source": [source]}
        )

    return make


@pytest.fixture
def extract(workspace):
    """Return a function that reads the one file of a source."""

    def read(**settings) -> Extract:
        made = workspace(**settings)
        [found] = extracts(made.sources[0], made)
        return found

    return read


@pytest.fixture
def mapped(workspace):
    """Return a function that maps raw columns to a table; columns it must fill and that are not given are constant."""

    def run(table_name: str, cells: dict[str, list], columns: dict, **settings) -> Mapped:
        wanted = table(table_name)
        filled = {column.name: _constant(column) for column in wanted.columns if not column.nullable}
        made = workspace(**{"path": "a.csv", **settings}, table=table_name, columns=filled | columns)
        rows = pl.DataFrame(cells).with_row_index("source_row", offset=2)
        return map_rows(rows, made.sources[0], wanted, made.zone, "a.csv")

    return run


def _constant(column) -> dict[str, str]:
    plain = {pl.Int64: "1", pl.Date: "2025-01-01", pl.Datetime: "2025-01-01T00:00:00Z"}
    return {"constant": column.allowed[0] if column.allowed else plain.get(column.dtype.base_type(), "x")}


class Company:
    """A tiny company: exports as literal lines, loads of them in this process, and what they published."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = {"name": "Tiny", "zone": "Asia/Shanghai"}
        self.sources = {}

    def source(self, name: str, table_name: str, columns: dict, **settings) -> None:
        """Declare a source of CSV files whose names begin with its own; every row may be at fault."""
        plain = {"name": name, "table": table_name, "path": f"exports/{name}*.csv", "tolerance": 1}
        self.sources[name] = {**plain, "zone": "Asia/Shanghai", **settings, "columns": {**columns}}

    def export(self, file: str, *lines: str) -> Path:
        """Write an export: its header and its rows."""
        path = self.folder / "exports" / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return path

    def declare(self) -> Path:
        """Write workspace.toml with the sources that have an export, and return the workspace's folder."""
        here = [each for each in self.sources.values() if "url" in each or [*self.folder.glob(each["path"])]]
        text = "\n".join([_toml(self.settings), *(f"[[source]]\n{_toml(each)}" for each in here)])
        (self.folder / "workspace.toml").write_text(text, encoding="utf-8")
        return self.folder

    def load(self, as_of: str | None = None, wait: float = 0.0) -> Report:
        """Load what is new, as `python -m etl run` does."""
        return run(Order(self.declare(), compute, as_of and datetime.fromisoformat(as_of), wait))

    @property
    def store(self) -> Store:
        return open_store(self.folder)

    def table(self, name: str, *columns: str) -> list[tuple]:
        """Return the published rows of a table, in order."""
        return self.store.warehouse(EVERYTHING).scan(name).select(columns).collect().sort(columns).rows()

    def records(self, name: str, *columns: str) -> list[tuple]:
        """Return rows of the records database, in the order of their loads."""
        kept = schema.metadata.tables[name]
        chosen = select(*(kept.c[column] for column in columns)).order_by(kept.c["id" if name == "loads" else "load"])
        with connect(self.store.settings.database).connect() as connection:
            return [tuple(row) for row in connection.execute(chosen)]

    def readings(self, kpi: str, *by: str, **query) -> list[tuple]:
        """Return the readings of a KPI by some dimensions: (…, value, n)."""
        found = self.store.readings(EVERYTHING, Query(kpi, by=by, **query))
        return found.select(*by, "value", "n").rows()

    def parts(self) -> pl.DataFrame:
        """Return the stored parts, in order; those that count nothing say nothing."""
        return in_order(self.store.warehouse(EVERYTHING).scan("parts").collect())

    def stale_parts(self) -> list[dict]:
        """Return the parts, rows and readings, stored or not, that differ from what the facts yield month by month."""
        fresh, warehouse = [*self._from_scratch()], self.store.warehouse(EVERYTHING)
        parts = [self.parts(), in_order(pl.concat(each.cube for each in fresh))]
        rows = (row for population in POPULATIONS.values() for row in _stale_rows(warehouse, population, fresh))
        return [*pl.concat(parts).unique(keep="none").to_dicts(), *rows, *_stale_readings(warehouse)]

    def _from_scratch(self) -> Iterator[Computed]:
        load, settings = self.store.published(EVERYTHING), self.store.settings
        warehouse, moment = Warehouse(settings.warehouse, load.versions), Moment(load.as_of, load.data_from)
        for name, population in POPULATIONS.items():
            for month in warehouse.scan(population.table).select("month").unique().collect().to_series():
                yield computed(warehouse, Work(name, (month,)), moment, settings.calendar)


def _stale_rows(warehouse: Warehouse, population: Population, fresh: list[Computed]) -> list[dict]:
    stored = stored_rows(warehouse, population).collect()
    built = [each.rows.select(stored.columns) for each in fresh if each.work.population == population.name]
    return pl.concat([stored, *built]).unique(keep="none").to_dicts()


def _stale_readings(warehouse: Warehouse) -> list[dict]:
    months = warehouse.scan("parts").select(pl.col("month").unique()).collect().to_series()
    read = monthly_readings(warehouse, [*all_kpis().values()], months)
    both = pl.concat([warehouse.scan("monthly_readings").collect(), read])
    return both.with_columns(pl.col(pl.Float64).round(9)).unique(keep="none").to_dicts()


def in_order(parts: pl.DataFrame) -> pl.DataFrame:
    return parts.sort(pl.all(), nulls_last=True)


def _toml(settings: dict) -> str:
    stated = {name: value for name, value in settings.items() if value is not None}
    return "\n".join(f"{name} = {_toml_value(value)}" for name, value in stated.items()) + "\n"


def _toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(name)} = {_toml_value(item)}" for name, item in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


CASES = {
    "case_id": "id",
    "created_at": "opened",
    "resolved_first_at": "solved",
    "resolve_due_at": "due",
    "org_unit_id": "unit",
    "customer_id": "customer",
    "reason_code": "reason",
}
CALLS = {
    "contact_id": "id",
    "started_at": "began",
    "customer_id": "customer",
    "case_id": "case",
    "org_unit_id": "unit",
    "disposition": "result",
}
FORMS = {
    "form_id": "id",
    "received_at": "back",
    "case_id": "case",
    "timeliness": "time",
    "repair_quality": "repair",
    "attitude": "tone",
    "verified": {"constant": "confirmed"},
}


def _company(folder: Path) -> Company:
    made = Company(folder)
    made.source("cases", "cases", CASES)
    made.source("calls", "contacts", CALLS)
    made.source("forms", "feedback_forms", FORMS)
    return made


@pytest.fixture
def company(tmp_path) -> Company:
    """A company that maps cases, calls and forms; it has no exports yet."""
    return _company(tmp_path)


@pytest.fixture(scope="session")
def company_in() -> Callable[[Path], Company]:
    """Return a function that makes such a company in a folder."""
    return _company


@pytest.fixture(scope="module")
def module_company(tmp_path_factory) -> Company:
    """Such a company for all tests of a module, each of which adds to what the ones before have loaded."""
    return _company(tmp_path_factory.mktemp("company"))
