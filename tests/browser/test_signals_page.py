"""From the list of signals to an owner and a log, in a real Chromium, in both languages, with two viewers at once."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
APP = Path(__file__).parents[2] / "streamlit_app.py"
WORDS = {
    "zh-CN": {
        "title": "个变差的信号待处理",
        "owner": "负责人",
        "assign": "指定",
        "did": "指定负责人",
        "rows": "看这个月的依据",
    },
    "en-US": {
        "title": "open signals",
        "owner": "Owner",
        "assign": "Assign",
        "did": "assigned an owner",
        "rows": "See the rows of that month",
    },
}


@pytest.fixture(scope="module")
def own_app(loaded_sample, tmp_path_factory, serve):
    """Serve the dashboard over a copy of the loaded sample that the tests may write into."""
    folder = tmp_path_factory.mktemp("signals")
    workspace = shutil.copytree(loaded_sample, folder / "workspace")
    with serve(APP, workspace, folder / "streamlit.log") as address:
        yield address


@pytest.mark.parametrize("locale", WORDS)
def test_a_signal_gets_an_owner_whom_everybody_sees(browser, own_app, locale):
    words, errors, owner = WORDS[locale], [], f"王芳 <b>{locale}</b>"
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale=locale)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{own_app}/signals")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["title"], timeout=SLOW)
    page.get_by_role("table").get_by_role("link").first.click(timeout=SLOW)
    page.get_by_role("textbox", name=words["owner"]).fill(owner, timeout=SLOW)
    page.get_by_role("button", name=words["assign"]).click()
    expect(page.get_by_role("table").first.get_by_text(words["did"])).to_be_visible(timeout=SLOW)
    other = browser.new_context(locale=locale).new_page()
    other.goto(f"{own_app}/signals")
    expect(other.get_by_role("table").get_by_text(owner)).to_be_visible(timeout=SLOW)
    other.context.close()
    page.get_by_role("link", name=words["rows"]).click()
    expect(page).to_have_url(re.compile(r"/evidence\?.*status=counted"), timeout=SLOW)
    page.go_back()
    expect(page.get_by_role("table").first.get_by_text(owner)).to_be_visible(timeout=SLOW)
    assert errors == []
    context.close()
