"""A company in bulk: Parquet in the contract's own columns, by month."""

import tomllib

import polars as pl
import pytest

from metrics.contract import TABLES
from sample_data.bulk import write_bulk
from sample_data.intake import volumes


@pytest.fixture(scope="module")
def bulk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bulk")
    months = dict(write_bulk(folder, 2_400, 7))
    return folder, months


def test_every_month_is_written_and_all_cases_are_there(bulk):
    folder, months = bulk
    assert len(months) == 24
    assert pl.scan_parquet(folder / "exports/cases/*.parquet").select(pl.len()).collect().item() == 2_400


@pytest.mark.parametrize("name", ["cases", "contacts", "feedback_forms", "jobs", "case_events", "org_units"])
def test_columns_and_types_are_those_of_the_contract(bulk, name):
    schema = pl.scan_parquet(bulk[0] / f"exports/{name}/*.parquet").collect_schema()
    assert dict(schema) == dict(TABLES[name].schema)


def test_the_settings_map_every_column_to_itself(bulk):
    settings = tomllib.loads((bulk[0] / "workspace.toml").read_text(encoding="utf-8"))
    columns = {source["table"]: source["columns"] for source in settings["source"]}
    assert columns["cases"] == {name: name for name in TABLES["cases"].schema}


def test_the_volume_is_split_over_the_months_without_loss():
    assert sum(volumes(12_000)) == 12_000
    assert min(volumes(12_000)) > 350
