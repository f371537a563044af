"""What a reader sees of a run of the script in a real Chromium: a short one changes nothing, a long one fades."""

from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
OPACITY = "getComputedStyle(document.querySelector(\"[data-testid='stElementContainer'][data-stale]\")).opacity"


def test_what_is_not_new_yet_fades_only_while_a_run_takes_long(page, served_app):
    page.goto(f"{served_app}/?month=2026-05")
    app = page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")
    expect(app).to_be_visible(timeout=SLOW)
    # A run that does not end: the state is what streamlit writes there itself.
    page.evaluate("document.querySelector(\"[data-testid='stElementContainer']\").dataset.stale = 'true'")
    page.evaluate("document.querySelector(\"[data-testid='stApp']\").dataset.testScriptState = 'running'")
    assert page.evaluate(OPACITY) == "1"
    root = page.locator("html.plumbline-waits")
    expect(root).to_be_attached(timeout=SLOW)
    page.evaluate("document.querySelector(\"[data-testid='stApp']\").dataset.testScriptState = 'notRunning'")
    expect(root).not_to_be_attached(timeout=SLOW)
