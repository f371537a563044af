"""Files of an export: typed cells, no text that acts, and what the figures are of."""

import csv
import io
import re
from datetime import datetime

import polars as pl
import pytest

from dashboard.exports.files import csv_file, workbook
from dashboard.exports.sheet import COUNT, SHARE, SIGNED, Sheet

HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("http://evil.example")',
]  # fmt: skip
HARMLESS = ["http://evil.example", "<b>x</b>", "![p](http://evil.example/p.png)", "\u202eabc", "😀", "1e5", "007"]
ABOUT = [("Filters", "=cmd|' /C calc'!A0"), ("Rows", "2 rows")]


def sheet(**columns) -> Sheet:
    return Sheet("Rows", pl.DataFrame(columns), {"n": COUNT, "share": SHARE, "change": SIGNED})


def cells(opened, content, name="Rows"):
    return [list(row) for row in opened(content)[name].iter_rows()]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_would_act_is_shown_as_text_in_both_files(opened, unzipped, text):
    made = sheet(remark=[text])
    content = workbook([], "About", [made])
    assert not any("<f>" in part for part in unzipped(content).values())
    assert cells(opened, content)[1][0].replace("_x000D_", "\r").endswith(text.strip("\r"))
    (written,) = [*csv.reader(io.StringIO(csv_file([], made).decode("utf-8-sig"), newline=""))][2]
    assert written == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_any_other_text_stays_as_it_is_and_becomes_no_link_and_no_number(opened, unzipped, text):
    content = workbook([], "About", [sheet(remark=[text])])
    assert cells(opened, content)[1] == [text]
    assert not any("hyperlink" in part for part in unzipped(content).values())


def test_numbers_stay_numbers_a_negative_one_too(unzipped):
    made = sheet(n=[1200], share=[0.651163], change=[-0.249])
    content = workbook([], "About", [made])
    page = unzipped(content)["xl/worksheets/sheet2.xml"]
    assert re.findall(r"<v>(-?[\d.]+)</v>", page)[-3:] == ["1200", "0.651163", "-0.249"]
    assert csv_file([], made).decode("utf-8-sig").splitlines()[-1] == "1200,0.651163,-0.249"


def test_numbers_read_in_a_spreadsheet_as_on_screen(unzipped):
    styles = unzipped(workbook([], "About", [sheet(n=[1], share=[0.5], change=[0.1])]))["xl/styles.xml"]
    for written in ("0.0 %", "+0.00;-0.00;0.00"):
        assert f'formatCode="{written}"' in styles


def test_what_the_figures_are_of_stands_first_and_acts_no_more_than_the_rest(opened):
    made = sheet(n=[1, 2])
    content = workbook(ABOUT, "About", [made])
    assert list(opened(content)) == ["About", "Rows"]
    assert cells(opened, content, "About")[0] == ["Filters", "'=cmd|' /C calc'!A0"]
    assert csv_file(ABOUT, made).decode("utf-8-sig").splitlines() == [
        "Filters,'=cmd|' /C calc'!A0", "Rows,2 rows", "", "n", "1", "2",
    ]  # fmt: skip


def test_times_are_times_in_a_spreadsheet_and_plain_in_csv(opened):
    made = sheet(at=[datetime(2025, 5, 10, 9, 30)])  # noqa: DTZ001 by the business zone's clock
    assert cells(opened, workbook([], "About", [made]))[1] == ["2025-05-10 09:30:00"]
    assert csv_file([], made).decode("utf-8-sig").splitlines()[-1] == "2025-05-10 09:30:00"


def test_a_text_too_long_for_a_cell_is_cut_there_and_whole_in_csv(opened):
    made = sheet(remark=["长" * 100_000])
    ((text,),) = cells(opened, workbook([], "About", [made]))[1:]
    assert (len(text), text[-1]) == (32_767, "…")
    assert csv_file([], made).decode("utf-8-sig").splitlines()[-1] == "长" * 100_000


def test_csv_opens_in_chinese_by_its_byte_order_mark():
    assert csv_file([("月份", "2025 年 5 月")], sheet(n=[1])).startswith("\ufeff月份,2025".encode())


def test_the_same_figures_give_the_same_bytes():
    made = sheet(n=[1], remark=["a"])
    assert workbook(ABOUT, "About", [made]) == workbook(ABOUT, "About", [made])


def test_a_sheet_may_be_called_anything(opened):
    name = "Rows/of [all]: every * one?" + "x" * 40
    assert len([*opened(workbook([], "A", [Sheet(name, pl.DataFrame({"n": [1]}))]))][1]) <= 31


def test_no_rows_are_a_sheet_with_its_headings(opened):
    empty = Sheet("Rows", pl.DataFrame(schema={"a": pl.String, "n": pl.Int64}))
    assert cells(opened, workbook([], "About", [empty]))[0] == ["a", "n"]
