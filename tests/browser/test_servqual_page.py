"""From the gap of a dimension to the answers behind it, and from a gap to the rows beside it, in a real Chromium."""

import re

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
WORDS = {
    "zh-CN": {
        "title": "可靠性离期望最远",
        "open": "可靠性:逐题与答卷",
        "sum": r"(\d+)\s对完整 \+ (\d+)\s个缺一半 = 共 (\d+)\s个",
        "beside": re.compile("可对照:解决及时率"),
    },
    "en-US": {
        "title": "Reliability falls shortest of expectations",
        "open": "Reliability: items and answers",
        "sum": r"(\d+) complete pairs \+ (\d+) halves = (\d+) answers",
        "beside": re.compile("Beside it: Resolution on time"),
    },
}


@pytest.mark.parametrize("locale", WORDS)
def test_a_dimension_leads_to_its_answers_and_a_gap_to_the_rows_beside_it(window, served_app, locale):
    words, errors = WORDS[locale], []
    page = window(locale)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served_app}/servqual")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["title"], timeout=SLOW)
    expect(page.locator(".js-plotly-plot")).to_have_count(4, timeout=SLOW)
    page.get_by_role("link", name=words["open"]).click()
    told = page.get_by_text(re.compile(words["sum"])).first
    expect(told).to_be_visible(timeout=SLOW)
    pairs, halves, total = map(int, re.search(words["sum"], told.inner_text()).groups())
    assert pairs + halves == total > 0
    assert "dimension=reliability" in page.url
    page.get_by_role("link", name=words["beside"]).click()
    expect(page).to_have_url(re.compile(r"/evidence\?.*kpi=resolution_on_time"), timeout=SLOW)
    page.go_back()
    expect(page.get_by_text(re.compile(words["sum"])).first).to_be_visible(timeout=SLOW)
    assert errors == []
