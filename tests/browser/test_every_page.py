"""What must hold on every page, looked at in one walk: nobody is shut out, no page is wider than its screen."""

from itertools import pairwise

import pytest

from tests.browser.barriers import AXE_SCRIPT, WIDTH, barriers
from tests.browser.latin import SAID, foreign, said_by
from tests.browser.walk import ADDRESSES, turn_to, visiting

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
WIDTHS = (390, 1440, 3840)
# What the hostile texts of the sample's customers would be, if a page took them for more than text.
ACTING = """[...document.querySelectorAll(
  "[href*='example.invalid'], [src*='example.invalid'], [src='x'], [onerror], [href^='javascript:']")]
  .map((one) => one.outerHTML.slice(0, 200))"""

LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"""

# Numbers that a line break could part from their units: in sentences, not in tables, whose figures never break.
PARTED = """[...document.querySelectorAll("h1, h2, h3, p, li, .plumbline-gaps *, .plumbline-tiles *")]
  .filter((one) => !one.closest(".plumbline-table, .plumbline-timeline"))
  .flatMap((one) => [...one.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE)
  .map((node) => node.data).filter((text) => /\\d (%|pp|个|分|天|件)|n = \\d/.test(text))"""


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
    read = {"said": page.evaluate(SAID), "levels": page.evaluate(LEVELS), "parted": page.evaluate(PARTED)}
    return {"barriers": barriers(page, RULES), "widths": widths(page), "acts": acts, **read}


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


def test_every_page_has_one_title_and_skips_no_level_of_headings(walk):
    levels = {address: seen["levels"] for address, seen in walk.items()}
    assert [address for address, found in levels.items() if found[0] != 1 or found.count(1) != 1] == []
    assert [address for address, found in levels.items() if any(b - a > 1 for a, b in pairwise(found))] == []


def test_no_line_break_parts_a_number_from_its_unit(walk):
    assert {address: seen["parted"] for address, seen in walk.items() if seen["parted"]} == {}
    joined = [text for text in walk["./"]["said"] if "\u00a0%" in text]
    assert joined


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
