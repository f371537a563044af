"""The PDF of a statement: real text in an embedded font, pages that break, and no clock."""

import io
from dataclasses import replace

import polars as pl
import pytest
from pypdf import PdfReader

from metrics.rewards.allocation import Share
from metrics.rewards.paper.month import month_paper
from metrics.rewards.paper.statement import statement_paper
from metrics.store import EVERYTHING
from metrics.store.ledger_accounts import known, month_account
from metrics.store.printing import FAMILIES, NoFontError, pdf_of
from metrics.store.printing.fonts import family
from metrics.text import Text
from tests.metrics.paper.conftest import ZONE
from tests.rewarded import HOSTILE


def text_of(content: bytes) -> str:
    """Return the text of all pages, each run of blanks as one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


@pytest.fixture(scope="module")
def paper(may_of_north):
    return statement_paper(may_of_north, ZONE, (Share("王芳", 60_000), Share("李强", 35_000)))


def test_a_statement_says_its_arithmetic_its_basis_and_its_split_in_chinese(paper):
    said = text_of(pdf_of(paper, "zh"))
    assert "北一店 2025-05 奖惩单" in said
    assert "4.00 − 3.50 = +0.50 > 0" in said
    assert "草稿:数字还会随新数据改变" in said
    assert "业务时区 Asia/Shanghai" in said
    assert "数据截至 2025-06-10 00:00" in said
    assert "王芳 600.00" in said


def test_the_same_in_english(paper):
    said = text_of(pdf_of(paper, "en"))
    assert "Statement of 2025-05: North One" in said
    assert "better than the baseline: reward" in said
    assert "Head of the assessed department" in said


def test_every_page_says_which_it_is_and_where_it_is_from(paper, may_of_north):
    pages = PdfReader(io.BytesIO(pdf_of(paper, "zh"))).pages
    for number, page in enumerate(pages, start=1):
        foot = page.extract_text()
        assert f"第 {number} 页,共 {len(pages)} 页" in foot
        assert "加载 #1" in foot
        assert f"政策 {may_of_north.account.basis['policy'][:16]}" in foot
        assert may_of_north.digest[:16] in foot


def test_the_same_paper_is_the_same_bytes_and_its_date_is_the_datas(paper):
    content = pdf_of(paper, "zh")
    assert pdf_of(paper, "zh") == content
    assert PdfReader(io.BytesIO(content)).metadata["/CreationDate"].startswith("D:20250609")


def test_a_load_without_a_moment_has_no_date_and_is_the_same_bytes_all_the_same(paper):
    undated = replace(paper, made=None)
    assert pdf_of(undated, "en") == pdf_of(undated, "en")
    assert "/CreationDate" not in PdfReader(io.BytesIO(pdf_of(undated, "en"))).metadata


def test_the_font_is_in_the_file(paper):
    page = PdfReader(io.BytesIO(pdf_of(paper, "zh"))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert described
    assert all({"/FontFile2", "/FontFile3"} & {*each.get_object()} for each in described)


def test_what_a_customer_wrote_is_printed_and_never_obeyed(paper):
    assert " ".join(HOSTILE.split()) in text_of(pdf_of(paper, "zh"))


def test_many_forms_take_more_pages_each_with_the_tables_head(may_of_north):
    many = replace(may_of_north, forms=pl.concat([may_of_north.forms] * 12))
    pages = PdfReader(io.BytesIO(pdf_of(statement_paper(many, ZONE), "zh"))).pages
    with_forms = [page.extract_text() for page in pages if "FN05" in page.extract_text()]
    assert len(with_forms) >= 4
    assert all("反馈表号" in text for text in with_forms)


def test_a_month_is_printed_with_all_its_units(drafts):
    then = known(drafts.closing)
    account = month_account(drafts.closing, EVERYTHING, then, "2025-05")
    names = {"N": Text("北一店", "North One"), "S": Text("南一店", "South One")}
    said = text_of(pdf_of(month_paper(account, names.__getitem__, then.book.head, ZONE), "zh"))
    assert "2025-05 各单位奖惩" in said
    assert "金额合计 150.00 CNY" in said
    assert ("北一店" in said, "南一店" in said) == (True, True)


def test_the_first_known_family_is_taken_and_none_is_an_error_that_names_them():
    assert family(["SimSun", "Microsoft YaHei", "Arial"]) == "Microsoft YaHei"
    with pytest.raises(NoFontError, match=f"tried: {FAMILIES[0]}"):
        family(["Arial"])
