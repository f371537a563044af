"""From a cause to its complaints and a complaint's case, and a scenario that is edited, in a real Chromium."""

import re

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
WORDS = {
    "zh-CN": {
        "title": "每百件投诉数",
        "causes": "原因与严重度",
        "open": re.compile("等待时间过长:查看 (\\d+) 件"),
        "listed": "第 1–50 行,共 {rows} 行",
        "after": "补救之后",
        "worth": "一位客户的价值",
        "total": "假设合计可能失去",
    },
    "en-US": {
        "title": "Complaints per 100 cases",
        "causes": "Causes and severity",
        "open": re.compile("Waiting too long: see the (\\d+) complaints"),
        "listed": "Rows 1–50 of {rows}",
        "after": "After a recovery",
        "worth": "What a customer is worth",
        "total": "Supposed to be at risk in all",
    },
}


@pytest.fixture(params=WORDS)
def visit(request, window, served_app):
    """Open the page in a browser that speaks one of the languages; yield the page, its words and its errors."""
    words = WORDS[request.param]
    page, errors = window(request.param), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served_app}/complaints")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["title"], timeout=SLOW)
    return page, words, errors


def test_a_cause_leads_to_just_its_complaints_and_a_complaint_to_its_case(visit):
    page, words, errors = visit
    page.get_by_role("radio", name=words["causes"]).click(timeout=SLOW)
    link = page.get_by_role("link", name=words["open"])
    expect(link).to_be_visible(timeout=SLOW)
    promised = words["open"].search(link.get_attribute("aria-label"))[1]
    link.click()
    expect(page).to_have_url(re.compile("cause=T11"), timeout=SLOW)
    listed = page.get_by_text(words["listed"].format(rows=promised))
    expect(listed).to_be_visible(timeout=SLOW)
    page.get_by_role("table").last.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/case\?.*case=W"), timeout=SLOW)
    page.go_back()
    expect(listed).to_be_visible(timeout=SLOW)
    assert errors == []


def test_a_scenario_that_was_edited_is_the_same_after_a_reload(visit):
    page, words, errors = visit
    page.get_by_role("radio", name=words["after"]).click(timeout=SLOW)
    total = page.get_by_text(re.compile(words["total"]))
    expect(total).to_be_visible(timeout=SLOW)
    at_a_thousand = int(re.search(r"\d[\d,]*", total.inner_text())[0].replace(",", ""))
    field = page.get_by_role("spinbutton", name=words["worth"])
    field.fill("500", timeout=SLOW)
    field.press("Enter")
    halved = re.compile(f"{words['total']}.*{at_a_thousand // 2:,}")
    expect(page.get_by_text(halved)).to_be_visible(timeout=SLOW)
    assert "worth=500" in page.url
    page.reload()
    expect(page.get_by_text(halved)).to_be_visible(timeout=SLOW)
    assert errors == []
