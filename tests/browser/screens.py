"""`python -m tests.browser.screens WORKSPACE FOLDER` takes a picture of every page: languages, themes, and a phone."""

import re
import sys
from pathlib import Path

from benchmarks.measured import ROOT
from benchmarks.served import served
from benchmarks.visiting import chromium
from tests.browser.walk import ADDRESSES, turn_to, visiting

DESKTOP, PHONE = (1440, 900), (390, 844)
MOST = 3000  # pixels of a page's length: what comes below are more rows
LOOKS = (
    ("zh", "light", DESKTOP), ("zh", "dark", DESKTOP), ("en", "light", DESKTOP), ("en", "dark", DESKTOP),
    ("zh", "light", PHONE), ("en", "dark", PHONE),
)  # fmt: skip


def main(workspace: str, folder: str) -> int:
    """Write the pictures, one folder per look, each as long as its page; return the exit code."""
    with served(ROOT / "streamlit_app.py", Path(workspace)) as app, chromium() as browser:
        for language, theme, size in LOOKS:
            into = Path(folder) / f"{language}-{theme}-{size[0]}"
            into.mkdir(parents=True, exist_ok=True)
            with visiting(browser, app.address, theme, language) as page:
                for number, shown in enumerate(ADDRESSES):
                    picture(page, shown, size, into / f"{number:02d}-{name(shown)}.png")
            print(into)  # noqa: T201 a command prints
    return 0


def picture(page, address: str, size: tuple[int, int], file: Path) -> None:
    """Write a picture of the whole page; streamlit scrolls inside the window, so the window is made as long as it."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    turn_to(page, address)
    long = page.evaluate("document.querySelector(\"[data-testid='stMain']\").scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(height, long), MOST)})
    page.wait_for_timeout(400)
    page.screenshot(path=file)


def name(address: str) -> str:
    """Return what a picture of an address is called."""
    return "-".join(re.findall(r"\w+", address.replace("part=", "").replace("month=", ""))) or "overview"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
