from datetime import UTC, datetime

import polars as pl
import pytest

from etl.errors import SourceError
from etl.sources import fingerprint

UNITS = pl.DataFrame({"id": [7, 8], "name": ["x", None], "since": [datetime(2025, 1, 2, tzinfo=UTC), None]})


def test_parquet_keeps_its_types(tmp_path, extract):
    UNITS.write_parquet(tmp_path / "a.parquet")
    found = extract(path="a.parquet")
    assert found.frame.schema["since"] == pl.Datetime("us", "UTC")
    assert found.frame.select("id", "name", "source_row").rows() == [(7, "x", 1), (8, None, 2)]


def test_what_is_no_parquet_is_told_as_such(tmp_path, extract):
    (tmp_path / "a.parquet").write_bytes(b"id,name\n")
    with pytest.raises(SourceError, match=r"a\.parquet: it is not Parquet"):
        extract(path="a.parquet")


def test_a_delta_table_is_read_in_its_latest_version(tmp_path, extract):
    UNITS.head(1).write_delta(tmp_path / "units")
    UNITS.tail(1).write_delta(tmp_path / "units", mode="append")
    found = extract(path="units", format="delta")
    assert sorted(found.frame["id"].to_list()) == [7, 8]


def test_the_fingerprint_of_a_delta_table_changes_with_its_version(tmp_path, workspace):
    made = workspace(path="units", format="delta")
    UNITS.head(1).write_delta(tmp_path / "units")
    first = fingerprint(made.sources[0], made)
    assert fingerprint(made.sources[0], made) == first
    UNITS.tail(1).write_delta(tmp_path / "units", mode="append")
    assert fingerprint(made.sources[0], made) != first


def test_a_delta_table_that_is_not_there_is_told(tmp_path, extract):
    (tmp_path / "units").mkdir()
    with pytest.raises(SourceError, match="no file matches 'units'"):
        extract(path="units", format="delta")


def test_a_delta_table_that_is_damaged_is_told(tmp_path, extract):
    UNITS.write_delta(tmp_path / "units")
    for file in (tmp_path / "units").glob("*.parquet"):
        file.unlink()
    with pytest.raises(SourceError, match=r"^units: the table cannot be read \("):
        extract(path="units", format="delta")
