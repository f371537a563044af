"""The workbook of a statement, read back: numbers are numbers and equal the screen's, text is only text."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import fastexcel
import pytest

from metrics.rewards.allocation import Share
from metrics.rewards.paper.paper import Fact
from metrics.rewards.paper.statement import statement_paper
from metrics.store.printing import workbook_of
from metrics.text import Text
from tests.metrics.paper.conftest import ZONE
from tests.rewarded import HOSTILE


@pytest.fixture(scope="module")
def paper(may_of_north):
    return statement_paper(may_of_north, ZONE, (Share("=王芳", 100_000), Share("李强", -5_000)))


def sheets(content):
    """Return the sheets of a workbook as frames, by name; the first has no head."""
    book = fastexcel.read_excel(content)
    first, *rest = book.sheet_names
    return {
        first: book.load_sheet(first, header_row=None).to_polars(),
        **{n: book.load_sheet(n).to_polars() for n in rest},
    }


def test_numbers_money_and_times_are_typed_and_equal_what_is_read(paper):
    book = sheets(workbook_of(paper, "en"))
    sums = book["By each denominator"]
    assert sums.row(0)[:8] == ("forms used", 40.0, 10.0, 4.0, 35.0, 10.0, 3.5, 0.5)
    forms = book["Feedback forms"]
    assert forms["Score"].drop_nulls().sum() == 40.0
    assert forms.filter(forms["Form"] == "FN050")["Received (Asia/Shanghai)"].item() == datetime(2025, 5, 10, 10, 0)  # noqa: DTZ001 a cell knows no zone
    assert book["Verification by telephone"]["Difference by the call-backs"].to_list() == [-0.5]


def test_a_negative_amount_stays_a_number_and_a_formula_becomes_text(paper):
    split = sheets(workbook_of(paper, "en"))["Split to staff"]
    assert split.rows() == [("'=王芳", 1000.0), ("李强", -50.0), ("In all", 950.0)]


def test_no_cell_of_the_whole_file_is_a_formula(paper):
    content = workbook_of(paper, "zh")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist())
    forms = sheets(content)["反馈表"]
    assert f"'{HOSTILE}" in forms["意见"].to_list()


def test_the_first_sheet_tells_the_arithmetic_and_the_basis(paper, may_of_north):
    rows = dict(sheets(workbook_of(paper, "zh"))["奖惩单"].rows())
    assert rows["差额"] == "4.00 − 3.50 = +0.50 > 0"
    assert rows["本单摘要"] == may_of_north.digest
    assert rows["业务时区"] == ZONE


def test_the_same_paper_is_the_same_bytes(paper):
    assert workbook_of(paper, "zh") == workbook_of(paper, "zh")
    undated = replace(paper, made=None)
    assert workbook_of(undated, "en") == workbook_of(undated, "en")


def test_sheets_of_one_title_are_told_apart(paper):
    twice = replace(paper, appendix=(paper.appendix[0], paper.appendix[0]))
    names = fastexcel.read_excel(workbook_of(twice, "en")).sheet_names
    assert ("Feedback forms" in names, "Feedback forms 2" in names) == (True, True)


def test_a_fact_that_a_customer_could_have_named_runs_nothing(paper):
    told = replace(paper, facts=(Fact(Text("单位", "Unit"), "=HYPERLINK(1)"),))
    rows = dict(sheets(workbook_of(told, "en"))["Statement"].rows())
    assert rows["Unit"] == "'=HYPERLINK(1)"
