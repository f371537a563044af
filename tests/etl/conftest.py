"""Small workspaces of one source, for tests that read real files."""

import polars as pl
import pytest

from etl.mapping import Mapped, map_rows
from etl.sources import Extract, extracts
from etl.workspace import Workspace
from metrics.contract import table

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
