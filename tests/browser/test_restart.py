"""What becomes of an open page when the app behind it ends and starts again, or when it is reloaded half-way."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
APP = Path(__file__).parents[2] / "streamlit_app.py"


def test_an_open_page_says_that_the_app_is_away_and_goes_on_when_it_is_back(page, loaded_sample, serve, tmp_path):
    title = page.get_by_role("heading", level=1)
    with serve(APP, loaded_sample, tmp_path / "first.log") as address:
        page.goto(f"{address}/kpi?unit=TH&month=2026-05")
        expect(title).to_contain_text("2026 年 5 月 广州天河中心", timeout=SLOW)
    expect(page.get_by_role("dialog")).to_contain_text("连接中断", timeout=SLOW)
    with serve(APP, loaded_sample, tmp_path / "second.log", urlsplit(address).port):
        expect(page.get_by_role("dialog")).to_have_count(0, timeout=SLOW)
        page.get_by_role("link", name="总览").click()
        expect(title).to_contain_text("2026 年 5 月 广州天河中心", timeout=SLOW)
        expect(page).to_have_url(f"{address}/?month=2026-05&unit=TH")


def test_a_reload_half_way_shows_the_page_that_was_asked_for(page, served_app):
    page.goto(f"{served_app}/kpi?month=2026-05")
    page.get_by_role("link", name="信号").click(timeout=SLOW)
    page.wait_for_url(re.compile("/signals"))
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("信号", timeout=SLOW)
    expect(page).to_have_url(f"{served_app}/signals?month=2026-05")
