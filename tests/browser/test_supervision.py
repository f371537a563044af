"""From the front door to a closed month: its statement, the forms behind it, and three people, in a real Chromium."""

import re
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as NotThere
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
STANDING = "[data-testid='stApp'][data-test-script-state='notRunning']"
PATIENCE = 5_000  # milliseconds until a key is taken for lost
APP = Path(__file__).parents[2] / "streamlit_app.py"
# Each language closes a month of its own; the later one comes after the earlier one if both share a workspace.
WORDS = {
    "zh-CN": {
        "menu": "奖惩",
        "month": ("月份", "2026 年 5 月"),
        "title": "2026 年 5 月:4 个单位得奖,4 个受罚,合计 1,500.00 CNY",
        "unit": "上海闵行中心",
        "average": "70 / 16 = 4.375(计入表数 16)",
        "counted": ("计入 16", "第 1–16 行,共 16 行"),
        "back": "全部单位",
        "who": "以谁的名义",
        "steps": (("复核", "确认复核"), ("批准", "确认批准"), ("关账", "确认关账,不能撤销")),
        "frozen": "冻结 20 张奖惩单和 0 项调整,合计 1,500.00 CNY。关账不能撤销",
        "closed": "已关账,不再改变。",
        "ledger": "账本",
        "sound": r"(23|46)\s条账目逐条重算,首尾相连",
    },
    "en-US": {
        "menu": "Rewards",
        "month": ("Month", "June 2026"),
        "title": "June 2026: 3 rewarded, 4 fined, 0.00 CNY in all",
        "unit": "Shanghai Minhang",
        "average": "59 / 13 ≈ 4.54 (13 forms used)",
        "counted": ("counted 13", "Rows 1–13 of 13"),
        "back": "All units",
        "who": "Act as",
        "steps": (("Check", "Confirm: check"), ("Approve", "Confirm: approve"), ("Close", "Confirm: close for good")),
        "frozen": "20 statements and 0 adjustments freeze, 0.00 CNY in all. This cannot be undone",
        "closed": "Closed: it never moves again.",
        "ledger": "Ledger",
        "sound": r"(23|46) entries recomputed one by one",
    },
}
PEOPLE = ("刘七", "杨七", "黄七")


@pytest.fixture(scope="module")
def own_app(loaded_sample, tmp_path_factory, serve):
    """Serve the dashboard over a copy of the loaded sample in which months can be closed."""
    folder = tmp_path_factory.mktemp("supervision")
    workspace = shutil.copytree(loaded_sample, folder / "workspace")
    with serve(APP, workspace, folder / "streamlit.log") as address:
        yield address


@pytest.mark.parametrize("locale", WORDS)
def test_a_month_is_looked_into_closed_by_three_people_and_verified(browser, own_app, locale):
    words, errors = WORDS[locale], []
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale=locale)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(own_app)
    page.get_by_role("navigation").get_by_role("link", name=words["menu"], exact=True).click(timeout=SLOW)
    choose(page, *words["month"])
    expect(page.get_by_role("heading", level=1)).to_have_text(words["title"], timeout=SLOW)
    look_into_a_statement(page, words)
    for number, (step, confirm) in enumerate(words["steps"]):
        choose(page, words["who"], PEOPLE[number])
        take(page, step, confirm, words["frozen"] if number == 2 else "")
    expect(page.get_by_text(words["closed"])).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name=words["ledger"], exact=True).click()
    expect(page.get_by_text(re.compile(words["sound"]))).to_be_visible(timeout=SLOW)
    assert errors == []
    context.close()


def choose(page, label, option):
    """Choose from a list: opened by keyboard, anew where a rerun of the page has closed it."""
    field, offered = page.get_by_role("combobox", name=label), page.get_by_role("option", name=option, exact=True)
    for _ in range(SLOW // 500):
        # Until a rerun has ended, what it takes away still stands beside what it brings.
        page.locator(STANDING).wait_for(timeout=SLOW)
        expect(field).to_have_count(1, timeout=SLOW)
        if field.input_value() == option:
            return
        if offered.count():
            offered.click()
        else:
            field.press("ArrowDown")
        page.wait_for_timeout(500)
    pytest.fail(f"{label} does not offer {option}")


def look_into_a_statement(page, words):
    """Open a unit's statement, see its arithmetic and exactly the forms that it counts, and come back."""
    status, position = words["counted"]
    page.get_by_role("table").get_by_role("link", name=words["unit"]).click()
    expect(page.get_by_role("cell", name=words["average"])).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name=status, exact=True).click()
    expect(page.get_by_text(position)).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name=words["back"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words["title"], timeout=SLOW)


def take(page, step, confirm, frozen):
    """Ask for a step and confirm it, both by keyboard; nothing is taken before."""
    button = page.get_by_role("button", name=confirm, exact=True)
    # A key that is pressed while the page is still being drawn is lost, as it is to people.
    for _ in range(SLOW // PATIENCE):
        page.locator(STANDING).wait_for(timeout=SLOW)
        page.get_by_role("button", name=step, exact=True).press("Enter")
        with suppress(NotThere):
            button.wait_for(timeout=PATIENCE)
            break
    expect(button).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text=frozen)).to_be_visible()
    button.press("Enter")
    expect(button).to_have_count(0, timeout=SLOW)
