"""From a bar of the funnel to its cases and to one case's timeline, in a real Chromium: by mouse, and by keys alone."""

import re

import pytest
from playwright.sync_api import Page, expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
LANGUAGES = {
    "zh": {
        "locale": "zh-CN",
        "entered": "2026 年 5 月进入的",
        "cases": "{bar} 的案件:",
        "lost": "“确认商机”后流失",
        "stock": "“确认商机”后流失 · 玻璃缺货",
        "figure": r"“联系客户”后流失:(\d+),看案件",
        "counted": r"第 1–\d+\s行,共 (\d+)\s行",
        "case": "案件 {case}:",
        "timeline": "案件 {case} 的时间线",
        "back": "返回漏斗",
    },
    "en": {
        "locale": "en-US",
        "entered": "May 2026:",
        "cases": "The cases behind {bar}: ",
        "lost": "Lost after Opportunity",
        "stock": "Lost after Opportunity · Glass out of stock",
        "figure": r"Lost after Contact: (\d+), see the cases",
        "counted": r"Rows 1–\d+ of (\d+)",
        "case": "Case {case}:",
        "timeline": "The timeline of case {case}",
        "back": "Back to the funnel",
    },
}


@pytest.fixture(params=LANGUAGES)
def visit(request, window, served_app):
    """Open the funnel in a browser that speaks one of the languages; yield the page, its words and its errors."""
    words = LANGUAGES[request.param]
    page, errors = window(words["locale"]), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served_app}/funnel?month=2026-05")
    expect(heading(page)).to_contain_text(words["entered"], timeout=SLOW)
    return page, words, errors


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def cases(page: Page, words: dict, bar: str):
    """Wait for the list of a bar's cases, and return how many its name says it has."""
    named = re.compile("^" + re.escape(words["cases"].format(bar=bar)) + words["counted"])
    table = page.get_by_role("table", name=named)
    expect(table).to_be_visible(timeout=SLOW)
    return int(named.search(table.get_attribute("aria-label"))[1])


def first_case(page: Page):
    return page.get_by_role("link", name=re.compile(r"W2605-\d+")).first


def on_its_timeline(page: Page, words: dict, case: str) -> None:
    expect(heading(page)).to_contain_text(words["case"].format(case=case), timeout=SLOW)
    line = page.get_by_role("list", name=re.compile(re.escape(words["timeline"].format(case=case))))
    expect(line).to_be_visible(timeout=SLOW)


def click_piece(page: Page, number: int) -> None:
    """Click on a piece of the waterfall."""
    click_middle(page, page.locator(".js-plotly-plot .trace.bars").nth(1).locator(".point").nth(number))


def click_middle(page: Page, shape) -> None:
    """Click on a shape of a figure, as a mouse would: in its middle, on whatever lies on top there."""
    expect(shape).to_be_visible(timeout=SLOW)
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_piece_of_a_bar_lists_its_cases_and_one_leads_to_its_timeline(visit):
    page, words, errors = visit
    every = cases(page, words, words["lost"])
    # The pieces before it: entered, two reasons after the referral, four after the contact.
    click_piece(page, 7)
    of_one_reason = cases(page, words, words["stock"])
    assert 0 < of_one_reason < every
    link = first_case(page)
    case = re.search(r"W2605-\d+", link.inner_text())[0]
    link.click()
    on_its_timeline(page, words, case)
    assert errors == []


def test_the_same_piece_can_be_clicked_again_after_another_bar_was_looked_at(visit):
    page, words, _ = visit
    click_piece(page, 7)
    cases(page, words, words["stock"])
    page.go_back()
    cases(page, words, words["lost"])
    click_piece(page, 7)
    cases(page, words, words["stock"])


def test_keys_alone_lead_from_a_figure_to_its_cases_and_to_a_timeline(visit):
    page, words, errors = visit
    cases(page, words, words["lost"])
    figure = page.get_by_role("link", name=re.compile(words["figure"]))
    promised = int(re.search(words["figure"], figure.get_attribute("aria-label"))[1])
    reach(page, figure)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("bar=contact%3Alost"), timeout=SLOW)
    contact = words["lost"].replace("确认商机", "联系客户").replace("Opportunity", "Contact")
    assert cases(page, words, contact) == promised
    reach(page, first_case(page))
    case = re.search(r"W2605-\d+", page.evaluate("document.activeElement.textContent"))[0]
    page.keyboard.press("Enter")
    on_its_timeline(page, words, case)
    assert errors == []


def reach(page: Page, target) -> None:
    """Press the tab key until a link has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The tab key does not lead there.")


def test_back_leads_from_a_timeline_to_the_same_cases(visit):
    page, words, _ = visit
    cases(page, words, words["lost"])
    address = page.url
    first_case(page).click()
    expect(heading(page)).not_to_contain_text(words["entered"], timeout=SLOW)
    page.go_back()
    cases(page, words, words["lost"])
    assert page.url == address


def test_a_square_of_the_comparison_can_be_clicked(visit, served_app):
    page, words, _ = visit
    page.goto(f"{served_app}/funnel?month=2026-05&part=where&by=product")
    click_middle(page, page.locator(".js-plotly-plot .scatterlayer .point").first)
    page.wait_for_url(re.compile("segment=product"), timeout=SLOW)
    expect(page.get_by_text(re.compile(words["counted"])).first).to_be_visible(timeout=SLOW)


def test_a_hostile_text_is_shown_letter_by_letter_and_runs_nothing(window, served_app, hostile_case):
    page, asked = window("en-US"), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{served_app}/case?case={hostile_case[0]}")
    expect(page.get_by_text(hostile_case[1]).first).to_be_visible(timeout=SLOW)
    assert [url for url in asked if "127.0.0.1" not in url and not url.startswith(("data:", "blob:"))] == []


@pytest.fixture(scope="module")
def hostile_case(loaded_sample):
    """Return the number of a case whose complaint holds HTML, and a part of what it says."""
    import polars as pl

    from metrics.store import EVERYTHING, open_store

    said = pl.col("description")
    found = (
        open_store(loaded_sample)
        .warehouse(EVERYTHING)
        .scan("complaints")
        .filter(said.str.contains("<", literal=True), pl.col("case_id").is_not_null())
    )
    row = found.sort("complaint_id").collect().row(0, named=True)
    return row["case_id"], row["description"][:20]
