"""What a reader sees of a run of the script in a real Chromium: a short one changes nothing, a long one fades."""

from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
BEGIN = """() => {
  const part = document.querySelector("[data-testid='stElementContainer']:has(h1)");
  part.dataset.stale = "true";
  part.style.opacity = "0.33";
  document.querySelector("[data-testid='stApp']").dataset.testScriptState = "running";
  return getComputedStyle(part).opacity;
}"""
END = "document.querySelector(\"[data-testid='stApp']\").dataset.testScriptState = 'notRunning'"


def test_what_is_not_new_yet_fades_only_while_a_run_takes_long(page, served_app):
    page.goto(f"{served_app}/?month=2026-05")
    expect(page.locator(".plumbline-table").first).to_be_visible(timeout=SLOW)
    expect(page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")).to_be_visible(timeout=SLOW)
    page.wait_for_load_state("networkidle")
    # A run that does not end, and a part that streamlit fades meanwhile.
    assert page.evaluate(BEGIN) == "1"
    faded = page.locator("html[data-plumbline-waits] [data-testid='stElementContainer']:has(h1)")
    expect(faded).to_have_css("opacity", "0.33", timeout=SLOW)
    page.evaluate(END)
    expect(page.locator("html[data-plumbline-waits]")).not_to_be_attached(timeout=SLOW)
