"""One visit in a real Chromium, step by step, each timed until the page stands still."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What leads from the overview to a KPI's page, and back: our own, or the bare page's.
_TO_KPI = ".plumbline-tiles a, [data-testid='stPageLink-NavLink'][href$='kpi']"
_TO_OVERVIEW = ".plumbline-menu a, [data-testid='stPageLink-NavLink']"
# A page stands when its tiles, charts and tables are there, under the title awaited, and the script has ended.
_STANDS = """([tiles, charts, rows, before]) =>
  document.querySelector("h1") !== null && document.querySelector("h1").innerText !== before &&
  document.querySelectorAll("[data-testid='stMetric'], .plumbline-tiles article").length === tiles &&
  [...document.querySelectorAll(".js-plotly-plot")].filter((one) => one.querySelector(".point, .points path"))
    .length === charts &&
  document.querySelectorAll("tbody tr").length >= rows &&
  document.querySelector("[data-testid='stApp'][data-test-script-state='notRunning']") !== null
"""
_OVERVIEW, _KPI = (7, 1, 23), (0, 1, 50)


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
        "first visit": _timed(lambda: page.goto(address), lambda: _stands(page, _OVERVIEW)),
        "reload": _timed(page.reload, lambda: _stands(page, _OVERVIEW)),
        "filter change": _turned(page),
        "to a KPI's page": _timed(page.locator(_TO_KPI).first.click, lambda: _stands(page, _KPI)),
        "back to the overview": _timed(page.locator(_TO_OVERVIEW).first.click, lambda: _stands(page, _OVERVIEW)),
    }
    context.close()
    return steps


def _stands(page: Page, parts: tuple[int, int, int], before: str = "") -> object:
    return page.wait_for_function(_STANDS, arg=[*parts, before])


def _turned(page: Page) -> float:
    title = page.locator("h1").inner_text()
    return _timed(lambda: _choose_month(page), lambda: _stands(page, _OVERVIEW, title))


def _choose_month(page: Page) -> None:
    page.locator("[data-testid='stSelectbox']").first.click()
    page.get_by_role("option").nth(1).click()


def _timed(do: Callable[[], object], until: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    until()
    return (time.perf_counter() - started) * 1000
