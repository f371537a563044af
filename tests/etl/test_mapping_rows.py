import time
from datetime import date, timedelta
from decimal import Decimal

import polars as pl
import pytest

from etl.errors import EtlError
from metrics.contract import UTC, table

FORM = {"form_id": "编号", "attitude": "态度", "csat": "分"}


def test_every_column_of_the_contract_is_there_in_order_and_type(mapped):
    frame = mapped("feedback_forms", {"编号": ["1"]}, {"form_id": "编号"}).frame
    own = pl.Schema({"source_row": pl.Int64(), "version": pl.String(), "unreadable": pl.String()})
    assert frame.schema == pl.Schema({**table("feedback_forms").schema, **own})
    assert frame["received_at"].to_list() == [None]


def test_no_rows_map_to_no_rows(mapped):
    none = pl.Series([], dtype=pl.String)
    found = mapped("feedback_forms", {"编号": none, "态度": none, "分": none}, FORM)
    assert (found.frame.height, found.repairs.height) == (0, 0)
    assert found.frame.schema["sent_at"] == UTC


def test_a_constant_fills_every_row(mapped):
    found = mapped("feedback_forms", {"编号": ["1", "2"]}, {"form_id": "编号", "source_kind": {"constant": "paper"}})
    assert found.frame["source_kind"].to_list() == ["paper", "paper"]


def test_each_mended_letter_is_logged_with_its_row(mapped):
    cells = {"编号": ["1", "2", "3", "4"], "态度": ["A", "ａ", " b", "F"], "分": ["5", "５", "1O", " 4 "]}
    assert mapped("feedback_forms", cells, FORM).repairs.rows() == [
        (3, "attitude", "ａ", "A"),
        (3, "csat", "５", "5"),
        (4, "attitude", " b", "B"),
        (4, "csat", "1O", "10"),
    ]


def test_a_value_map_is_no_repair(mapped):
    columns = {"form_id": "编号", "source_kind": {"column": "方式", "values": {"Phone": "phone"}}}
    assert mapped("feedback_forms", {"编号": ["1"], "方式": ["Phone"]}, columns).repairs.is_empty()


def test_all_that_is_unreadable_of_a_row_is_told_together(mapped):
    columns = FORM | {"received_at": "收回"}
    cells = {"编号": ["1", "2"], "态度": ["A", "A"], "分": ["5", "x"], "收回": ["2025-01-01T00:00Z", "soon"]}
    assert mapped("feedback_forms", cells, columns).frame["unreadable"].to_list() == [
        None,
        "received_at: 'soon' is not ISO 8601; say its format; csat: 'x' is not a whole number",
    ]


def test_one_raw_column_may_fill_several(mapped):
    columns = {"form_id": "编号", "case_id": "编号"}
    frame = mapped("feedback_forms", {"编号": ["7"]}, columns).frame
    assert frame.select("form_id", "case_id").row(0) == ("7", "7")


def test_a_mapped_column_that_is_missing_is_drift(mapped):
    with pytest.raises(EtlError) as error:
        mapped("feedback_forms", {"编号": ["1"], "服务态度": ["A"], "分": ["5"]}, FORM)
    assert str(error.value) == (
        "a.csv: Column '态度' is missing. Did you mean 服务态度? The file has '编号', '服务态度', '分'."
        " Not mapped so far: '服务态度'."
    )


def test_typed_columns_are_read_like_their_text(mapped):
    cells = {"编号": [7.0, 8.5], "态度": ["A", "B"], "分": [5, None]}
    frame = mapped("feedback_forms", cells, FORM, path="a.parquet").frame
    assert frame.select("form_id", "csat").rows() == [("7", 5), ("8.5", None)]


def test_every_type_has_a_plain_spelling(mapped):
    columns = {name: name for name in ("case_id", "customer_id", "product", "reason_code", "owner_id")}
    cells = {
        "case_id": [["a", "b"]],
        "customer_id": [{"id": 7}],
        "product": [Decimal("12.30")],
        "reason_code": [timedelta(hours=26, seconds=5)],
        "owner_id": [date(2025, 1, 2)],
    }
    frame = mapped("cases", cells, columns, path="a.parquet").frame
    assert frame.select(list(columns)).row(0) == ('["a","b"]', '{"id":7}', "12.30", "26:00:05", "2025-01-02")


def test_versions_of_whole_numbers_sort_as_numbers(mapped):
    found = mapped("feedback_forms", {"编号": ["1", "1"], "v": ["9", "10"]}, {"form_id": "编号"}, version="v")
    assert found.frame["version"].is_sorted()


def test_a_version_that_is_mapped_as_a_time_sorts_as_that_time(mapped):
    columns = {"form_id": "编号", "received_at": {"column": "v", "format": "%d/%m/%Y"}}
    found = mapped(
        "feedback_forms", {"编号": ["1", "1"], "v": ["2/1/2025", "1/2/2025"]}, columns, version="v", zone="UTC"
    )
    assert found.frame["version"].to_list() == ["2025-01-02T00:00:00.000000Z", "2025-02-01T00:00:00.000000Z"]


def test_without_a_version_column_there_is_no_version(mapped):
    assert mapped("feedback_forms", {"编号": ["1"]}, {"form_id": "编号"}).frame["version"].to_list() == [None]


def test_a_hundred_thousand_rows_take_seconds_at_most(mapped):
    row = pl.int_range(100_000, eager=True)
    opened = pl.select(pl.datetime(2025, 1, 1) + pl.duration(minutes=row)).to_series().dt.strftime("%d/%m/%Y %H:%M")
    columns = {"case_id": "id", "customer_id": "id", "created_at": {"column": "at", "format": "%d/%m/%Y %H:%M"}}
    started = time.perf_counter()
    found = mapped("cases", {"id": row.cast(pl.String), "at": opened}, columns, zone="UTC")
    assert found.frame["created_at"].null_count() == 0
    assert time.perf_counter() - started < 10
