"""What must hold on every page, looked at in one walk: nobody is shut out, no page is wider than its screen."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.latin import SAID, foreign, said_by
from tests.browser.walk import ADDRESSES, PAGES, turn_to, visiting

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# Only the contrast depends on the theme.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
GRAVE = {"serious", "critical"}
WIDTHS = (390, 1440, 3840)
# The page as a whole, and what streamlit scrolls inside it.
WIDTH = "Math.max(document.documentElement.scrollWidth, document.querySelector(\"[data-testid='stMain']\").scrollWidth)"


# What is left of a landscape A4 within its margins, and what must not be seen on it.
SHEET = {"width": 1032, "height": 703}
GROUNDS = """["html", "body", ".stApp", "[data-testid='stMain']"].map(
  (one) => getComputedStyle(document.querySelector(one)).backgroundColor)"""
CONTROLS = """[...document.querySelectorAll("nav, button, input, textarea, details, [role='radiogroup']")]
  .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"""


# What the hostile texts of the sample's customers would be, if a page took them for more than text.
ACTING = """[...document.querySelectorAll(
  "[href*='example.invalid'], [src*='example.invalid'], [src='x'], [onerror], [href^='javascript:']")]
  .map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def walk(browser, served_app):
    """Visit every address once, in Chinese and light, and return what was found there."""
    with visiting(browser, served_app, "light", "zh") as page:
        page.evaluate(AXE_SCRIPT)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        return {address: found(page, address, asked) for address in ADDRESSES}


def found(page, address, asked):
    turn_to(page, address)
    outside = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    acts = [*outside, *page.evaluate(ACTING)]
    return {"barriers": barriers(page, RULES), "widths": widths(page), "said": page.evaluate(SAID), "acts": acts}


def barriers(page, rules):
    """Return which rules of WCAG 2.2 AA the page breaks gravely, and where."""
    result = page.evaluate("(rules) => axe.run(document, rules)", rules)
    grave = [violation for violation in result["violations"] if violation["impact"] in GRAVE]
    return [(violation["id"], node["target"], node["html"][:200]) for violation in grave for node in violation["nodes"]]


def widths(page):
    """Return by how many pixels the page is wider than the screen, for each breadth of one where it is."""
    over = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(WIDTH)
        over |= {width: wide - width} if wide > width else {}
    page.set_viewport_size({"width": 1440, "height": 900})
    return over


def test_no_page_shuts_anybody_out(walk):
    assert {address: seen["barriers"] for address, seen in walk.items() if seen["barriers"]} == {}


@pytest.fixture(scope="module")
def dark_walk(browser, served_app):
    """Visit every page once, in English and dark, on the screen and as it would be printed."""
    with visiting(browser, served_app, "dark", "en") as page:
        page.evaluate(AXE_SCRIPT)
        return {address: found_in_the_dark(page, address) for address in PAGES}


def found_in_the_dark(page, address):
    turn_to(page, address)
    on_screen = barriers(page, CONTRAST)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(SHEET)
    on_paper = {
        "faint": barriers(page, CONTRAST),
        "grounds": set(page.evaluate(GROUNDS)),
        "controls": page.evaluate(CONTROLS),
        "over": max(0, page.evaluate(WIDTH) - SHEET["width"]),
    }
    page.emulate_media(media="screen", color_scheme="dark")
    page.set_viewport_size({"width": 1440, "height": 900})
    return {"on screen": on_screen, "on paper": on_paper}


def test_everything_can_be_read_in_the_dark_theme_too(dark_walk):
    assert {address: seen["on screen"] for address, seen in dark_walk.items() if seen["on screen"]} == {}


def test_paper_is_white_without_menu_and_controls_and_nothing_stands_over_its_edge(dark_walk):
    clean = {"faint": [], "grounds": {"rgb(255, 255, 255)"}, "controls": [], "over": 0}
    assert {address: seen["on paper"] for address, seen in dark_walk.items() if seen["on paper"] != clean} == {}


def test_no_page_scrolls_sideways_from_a_phone_to_the_widest_screen(walk):
    assert {address: seen["widths"] for address, seen in walk.items() if seen["widths"]} == {}


def test_chinese_readers_meet_no_english_word_of_ours_or_of_the_framework(walk, loaded_sample):
    own = said_by(loaded_sample)
    found = {address: foreign(seen["said"], own) for address, seen in walk.items()}
    assert {address: texts for address, texts in found.items() if texts} == {}


def test_what_customers_wrote_acts_nowhere_and_is_read_letter_by_letter(walk):
    assert {address: seen["acts"] for address, seen in walk.items() if seen["acts"]} == {}
    read = set(walk["complaints?part=causes"]["said"])
    assert {"<script>alert('看到了吗')</script>等了两小时!", "[点击领取赔偿](javascript:alert(1)) **强烈不满**"} <= read
