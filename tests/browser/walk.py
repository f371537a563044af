"""A way through every page of the dashboard, each opened as its own links open it: without a reload."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
# Every page with every part of it, by the address that shows it on the sample.
ADDRESSES = (
    "./",
    *(f"kpi?part={part}" for part in ("trend", "breakdown", "units", "why")),
    *(f"rewards?part={part}" for part in ("statement", "plan", "ledger", "laboratory", "peers", "policy")),
    *(f"funnel?month=2026-05&part={part}" for part in ("cases", "where", "cohorts", "times")),
    *(f"complaints?part={part}" for part in ("rate", "causes", "recovery", "after")),
    "servqual", "servqual?dimension=reliability", "signals", "signals?news=good",
    *(f"data?part={part}" for part in (
        "sources", "checks", "quarantine", "linking", "restatements", "files", "loads",
    )),
    "handbook", "case", "case?case=W2512-000486", "evidence?part=rows", "evidence?part=origin",
)  # fmt: skip
PAGES = tuple(dict.fromkeys(address.partition("?")[0] for address in ADDRESSES))

# Notes when the page last changed, and whether the script has run since the last address was opened.
_WATCH = """
window.changed = window.opened = 0; window.ran = false;
new MutationObserver(() => {
  window.changed = performance.now();
  const app = document.querySelector("[data-testid='stApp']");
  window.ran ||= Boolean(app) && app.dataset.testScriptState !== "notRunning";
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"""
_OPEN = """(address) => {
  window.ran = false;
  window.opened = window.changed = performance.now();
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
# An address that is already open runs nothing.
_STANDS = """() => {
  const since = (moment) => performance.now() - moment;
  const app = document.querySelector("[data-testid='stApp']");
  return (window.ran || since(window.opened) > 1500) && since(window.changed) > 200 &&
    document.querySelector("h1") && app.dataset.testScriptState === "notRunning";
}"""


@contextmanager
def visiting(browser: Browser, address: str, theme: str, language: str) -> Iterator[Page]:
    """Open the dashboard in a browser of this theme and language, and wait until it stands still."""
    locale = {"zh": "zh-CN", "en": "en-US"}[language]
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale=locale, color_scheme=theme)
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(f"{address}/")
    page.wait_for_function(_STANDS, timeout=SLOW)
    yield page
    context.close()


def turn_to(page: Page, address: str) -> None:
    """Open another address of the dashboard as a link in it would, and wait until the page stands still."""
    page.evaluate(_OPEN, address)
    page.wait_for_function(_STANDS, timeout=SLOW)
