"""Tables of the screen as sheets: the figures behind the texts, an interval as two columns, second lines too."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.exports.files import csv_file, workbook
from dashboard.exports.sheet import COUNT, DECIMAL, SHARE, SIGNED
from dashboard.exports.tabular import sheet_of


@pytest.fixture
def exported(visit):
    """Return what makes a sheet of one column of cells, in a language."""

    def made(head, *cells, language="en"):
        rows = [Row([cell]) for cell in cells]
        return sheet_of(Table("T", [Column(head)], rows), "T", visit("overview", language))

    return made


def test_a_figure_is_exported_and_not_the_text_that_says_it(exported):
    sheet = exported("Rows", Cell("1,204", value=1204), Cell("–"))
    assert sheet.rows.to_dict(as_series=False) == {"Rows": [1204, None]}
    assert sheet.formats == {"Rows": COUNT}


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [("65.1 %", 28 / 43, SHARE), ("+0.25", 0.25, SIGNED), ("3.64 per 100", 3.6364, DECIMAL)],
)
def test_a_fraction_reads_in_a_spreadsheet_as_on_screen(exported, text, value, written):
    sheet = exported("Value", Cell(text, value=value))
    assert sheet.rows["Value"].to_list() == [value]
    assert sheet.formats == {"Value": written}


@pytest.mark.parametrize(
    ("language", "heads"), [("en", ["Limits from", "Limits to"]), ("zh", ["Limits下限", "Limits上限"])]
)
def test_an_interval_is_two_columns(exported, language, heads):
    sheet = exported("Limits", Cell("0.10–0.30", value=(0.1, 0.3)), Cell("–", value=(None, None)), language=language)
    assert sheet.rows.columns == heads
    assert sheet.rows.rows() == [(0.1, 0.3), (None, None)]


def test_times_are_by_the_clock_of_the_business_zone_and_lengths_are_lengths(exported):
    times = exported("At", Cell("", value=datetime(2025, 5, 10, 2, tzinfo=UTC))).rows["At"]
    assert str(times[0]) == "2025-05-10 10:00:00"
    assert exported("Took", Cell("", value=timedelta(hours=1))).rows["Took"].to_list() == [timedelta(hours=1)]


def test_a_second_line_is_a_column_of_its_own_under_the_head_that_names_it(exported):
    sheet = exported("KPI · unit", Cell("FCR", note="North"), Cell("AHT"))
    assert sheet.rows.to_dict(as_series=False) == {"KPI": ["FCR", "AHT"], "unit": ["North", ""]}
    assert exported("Gap", Cell("−0.5", note="wide", value=-0.5)).rows.columns == ["Gap", "Gap (beside it)"]


def test_heads_that_are_alike_are_told_apart(visit):
    table = Table("T", [Column("n"), Column("n")], [Row([Cell("1", value=1), Cell("2", value=2)])])
    assert sheet_of(table, "T", visit("overview")).rows.columns == ["n", "n (2)"]


def test_a_text_that_would_act_is_shown_as_text(exported, opened):
    sheet = exported("Note", Cell("=1+1", note="@SUM(A1)"))
    assert [*opened(workbook([], "About", [sheet]))["T"].iter_rows()][1] == ("'=1+1", "'@SUM(A1)")
    assert csv_file([], sheet).decode("utf-8-sig").splitlines()[-1] == "'=1+1,'@SUM(A1)"


def test_a_table_without_rows_keeps_its_heads(exported):
    assert exported("Rows").rows.columns == ["Rows"]
    assert exported("Rows").rows.height == 0
