"""A KPI's page in a real Chromium: clicks on figures, the way on, and the way back."""

import re

import pytest
from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test


@pytest.fixture
def opened(window, served_app):
    """Return what opens an address of the dashboard in English and waits for its headline."""

    def at(address: str, headline: str):
        page = window("en-US")
        page.set_viewport_size({"width": 1440, "height": 1400})
        page.goto(f"{served_app}/{address}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(headline, timeout=SLOW)
        return page

    return at


def click_point(page, layer: str, number: int):
    """Click on the middle of a drawn point; plotly puts its own surface above it."""
    point = page.locator(f".js-plotly-plot {layer}").nth(number)
    expect(point).to_be_visible(timeout=SLOW)
    box = point.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_month_turns_the_page_to_it_and_back_returns(opened):
    page = opened("kpi", "June 2026")
    click_point(page, ".scatterlayer .trace:last-child .point", 0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("July 2024", timeout=SLOW)
    assert "month=2024-07" in page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("June 2026", timeout=SLOW)


def test_a_click_on_a_bar_opens_that_place(opened):
    page = opened("kpi?part=breakdown&by=region", "June 2026")
    click_point(page, ".barlayer .point path", 0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("June 2026, South", timeout=SLOW)
    expect(page).to_have_url(re.compile("region=SOUTH"))


def test_a_click_on_a_unit_of_the_funnel_plot_opens_it(opened):
    page = opened("kpi?part=units", "June 2026")
    click_point(page, ".scatterlayer .trace:last-child .point", 0)
    expect(page).to_have_url(re.compile("unit="), timeout=SLOW)


def test_why_it_moved_can_be_reached_by_keyboard_alone(opened):
    page = opened("kpi", "June 2026")
    page.get_by_role("radio", name="Trend and signals").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_text("First-contact resolution was 80.8 % in 2026-06")).to_be_visible(timeout=SLOW)


def test_two_viewers_do_not_disturb_each_other(opened):
    one, two = opened("kpi?unit=TH", "Guangzhou Tianhe"), opened("kpi?region=EAST", "East")
    one.reload()
    expect(one.get_by_role("heading", level=1)).to_contain_text("Guangzhou Tianhe", timeout=SLOW)
    expect(two.get_by_role("heading", level=1)).to_contain_text("East")
