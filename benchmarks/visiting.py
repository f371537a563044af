"""One visit in a real Chromium, step by step, each timed until the page stands still."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_LINK = "[data-testid='stPageLink-NavLink'], .plumbline-tiles a"
# The overview stands when every tile and the chart's points are there and the script has ended.
_OVERVIEW_STANDS = """() =>
  document.querySelectorAll("[data-testid='stMetric'], .plumbline-tiles article").length === 7 &&
  document.querySelector(".js-plotly-plot .points path") !== null &&
  document.querySelector("[data-testid='stApp'][data-test-script-state='notRunning']") !== null
"""
_TITLE_CHANGED = """before =>
  document.querySelector("h1") !== null &&
  document.querySelector("h1").innerText !== before &&
  document.querySelector("[data-testid='stApp'][data-test-script-state='notRunning']") !== null
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the machine's Chromium."""
    found = next(filter(None, map(shutil.which, _CHROMIUM)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def visit(browser: Browser, address: str) -> dict[str, float]:
    """Return what each step of a visit takes, in milliseconds, in a browser that has seen nothing before."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    page = context.new_page()
    steps = {
        "first visit": _timed(lambda: page.goto(address), lambda: _stands(page)),
        "reload": _timed(page.reload, lambda: _stands(page)),
        "filter change": _until_title_changes(page, lambda: _choose_month(page)),
        "to the rows": _until_title_changes(page, page.locator(_LINK).first.click),
        "back to the overview": _timed(page.locator(_LINK).first.click, lambda: _stands(page)),
    }
    context.close()
    return steps


def _stands(page: Page) -> object:
    return page.wait_for_function(_OVERVIEW_STANDS)


def _until_title_changes(page: Page, do: Callable[[], object]) -> float:
    title = page.locator("h1").inner_text()
    return _timed(do, lambda: page.wait_for_function(_TITLE_CHANGED, arg=title))


def _choose_month(page: Page) -> None:
    page.locator("[data-testid='stSelectbox']").first.click()
    page.get_by_role("option").nth(1).click()


def _timed(do: Callable[[], object], until: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    until()
    return (time.perf_counter() - started) * 1000
