"""The menu of pages in a real Chromium: by mouse, by keyboard, and on a phone."""

import re

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser, served_app):
    context = browser.new_context(viewport=PHONE, locale="zh-CN", has_touch=True)
    page = context.new_page()
    page.goto(f"{served_app}/?month=2026-05")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2026 年 5 月", timeout=SLOW)
    yield page
    context.close()


def test_on_a_phone_the_pages_are_behind_one_button(phone):
    button = phone.get_by_role("button", name="页面")
    link = phone.get_by_role("navigation", name="页面").get_by_role("link").last
    expect(link).to_be_hidden()
    button.click()
    expect(link).to_be_visible()
    link.click()
    expect(phone).to_have_url(re.compile("month=2026-05"), timeout=SLOW)
    expect(phone.get_by_role("button", name="页面")).to_have_attribute("aria-expanded", "false", timeout=SLOW)


def test_the_button_opens_and_closes_by_keyboard(phone):
    button = phone.get_by_role("button", name="页面")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_language_switch_keeps_month_and_page(phone):
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("May 2026", timeout=SLOW)
    expect(phone).to_have_url(re.compile("lang=en&month=2026-05"))


def test_the_framework_speaks_the_language_of_the_page_and_changes_it_with_the_page(phone):
    skip = phone.get_by_test_id("stSkipToContent")
    expect(skip).to_have_text("跳到正文")
    phone.get_by_role("button", name="English").click()
    expect(skip).to_have_text("Skip to main content", timeout=SLOW)


def test_a_choice_of_display_holds_from_page_to_page(phone):
    phone.get_by_text("显示方式").click()
    phone.get_by_role("link", name="红涨绿跌").click()
    expect(phone.locator(".arrow-up").first).to_have_css("color", "rgb(198, 40, 40)", timeout=SLOW)
    phone.get_by_role("button", name="页面").click()
    phone.get_by_role("link", name="投诉与补救").click()
    expect(phone.locator(".arrow-down").first).to_have_css("color", "rgb(27, 110, 53)", timeout=SLOW)
    expect(phone).to_have_url(re.compile("month=2026-05&arrows=red_up"))


def test_the_menu_leads_from_any_page_back_to_the_overview(page, served_app):
    page.goto(f"{served_app}/kpi?month=2026-05")
    page.get_by_role("link", name="总览").click(timeout=SLOW)
    expect(page.get_by_role("heading", name="各区、各中心")).to_be_visible(timeout=SLOW)
    expect(page).to_have_url(f"{served_app}/?month=2026-05")
