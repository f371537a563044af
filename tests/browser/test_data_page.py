"""From the account of a source to the raw rows that were held back, in a real Chromium and in both languages."""

import re

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
WORDS = {
    "zh-CN": {"title": "19 个来源都已加载", "held": "hotline:查看暂扣的 90 行", "range": r"第 1–50\s行,共 (\d+)\s行"},
    "en-US": {
        "title": "All 19 sources are in",
        "held": "hotline: see the 90 rows held back",
        "range": r"Rows 1–50 of (\d+)",
    },
}


@pytest.mark.parametrize("locale", WORDS)
def test_a_number_of_rows_held_back_leads_to_the_raw_rows(window, served_app, locale):
    words, errors = WORDS[locale], []
    page = window(locale)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served_app}/data")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["title"], timeout=SLOW)
    page.get_by_role("link", name=words["held"]).click(timeout=SLOW)
    expect(page.get_by_text(re.compile(words["range"])).first).to_be_visible(timeout=SLOW)
    assert "part=quarantine&source=hotline" in page.url
    expect(page.get_by_role("table").last.get_by_text("流水号").first).to_be_visible(timeout=SLOW)
    page.go_back()
    expect(page.get_by_role("link", name=words["held"])).to_be_visible(timeout=SLOW)
    assert errors == []
