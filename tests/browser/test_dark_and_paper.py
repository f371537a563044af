"""What must hold on every page in the dark theme and on paper, looked at in one walk."""

import pytest

from tests.browser.barriers import AXE_SCRIPT, WIDTH, barriers
from tests.browser.walk import PAGES, turn_to, visiting

# Only the contrast depends on the theme.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# What is left of a landscape A4 within its margins, and what must not be seen on it.
SHEET = {"width": 1032, "height": 703}
GROUNDS = """["html", "body", ".stApp", "[data-testid='stMain']"].map(
  (one) => getComputedStyle(document.querySelector(one)).backgroundColor)"""
CONTROLS = """[...document.querySelectorAll("nav, button, input, textarea, details, [role='radiogroup']")]
  .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"""
# What is smaller than 7 pt is not read on paper.
TINY = """[...document.querySelectorAll(".plumbline-table :is(td, th)")]
  .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 9.3)
  .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3)"""


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
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    on_paper = {
        "faint": barriers(page, CONTRAST),
        "grounds": set(page.evaluate(GROUNDS)),
        "controls": page.evaluate(CONTROLS),
        "tiny": page.evaluate(TINY),
        "over": max(0, page.evaluate(WIDTH) - SHEET["width"]),
    }
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    page.set_viewport_size({"width": 1440, "height": 900})
    return {"on screen": on_screen, "on paper": on_paper}


def test_everything_can_be_read_in_the_dark_theme_too(dark_walk):
    assert {address: seen["on screen"] for address, seen in dark_walk.items() if seen["on screen"]} == {}


def test_paper_is_white_and_readable_without_menu_and_controls_and_nothing_stands_over_its_edge(dark_walk):
    clean = {"faint": [], "grounds": {"rgb(255, 255, 255)"}, "controls": [], "tiny": [], "over": 0}
    assert {address: seen["on paper"] for address, seen in dark_walk.items() if seen["on paper"] != clean} == {}
