"""From a figure on the overview to the rows behind it, in a real Chromium and in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
LANGUAGES = {
    "zh": {
        "locale": "zh-CN",
        "kpi": "一次性解决率",
        "rows": r"查看 (\d+)\s条依据",
        "counted": r"第 1–50\s行,共 (\d+)\s行",
    },
    "en": {
        "locale": "en-US",
        "kpi": "First-contact resolution",
        "rows": r"See the (\d+) rows",
        "counted": r"Rows 1–50 of (\d+)",
    },
}


@pytest.fixture(params=LANGUAGES)
def visit(request, window, served_app):
    """Open the overview in a browser that speaks one of the languages; yield the page, its words and its errors."""
    words = LANGUAGES[request.param]
    page, errors = window(words["locale"]), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served_app)
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["kpi"], timeout=SLOW)
    return page, words, errors


def follow_the_first_tile(page: Page, words: dict) -> tuple[str, str]:
    """Click through from the first tile; return how many rows it promises and how many the list has."""
    link = page.get_by_role("link", name=re.compile(words["rows"])).first
    expect(link).to_be_visible(timeout=SLOW)
    promised = re.search(words["rows"], link.inner_text())[1]
    link.click(timeout=SLOW)
    listed = page.get_by_text(re.compile(words["counted"])).first
    expect(listed).to_be_visible(timeout=SLOW)
    return promised, re.search(words["counted"], listed.inner_text())[1]


def test_a_tile_leads_to_exactly_the_rows_it_counts(visit):
    page, words, errors = visit
    promised, listed = follow_the_first_tile(page, words)
    assert promised == listed
    assert errors == []


def test_the_address_of_a_page_gives_the_same_page_again(visit):
    page, words, _ = visit
    follow_the_first_tile(page, words)
    title, address = page.get_by_role("heading", level=1).inner_text(), page.url
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(title, timeout=SLOW)
    assert page.url == address


def test_back_leads_from_the_rows_to_the_overview(visit):
    page, words, _ = visit
    title = page.get_by_role("heading", level=1).inner_text()
    follow_the_first_tile(page, words)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(title, timeout=SLOW)
