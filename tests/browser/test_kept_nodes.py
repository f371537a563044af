"""A table that is told new figures, in a real Chromium: what stands stays, and the reader with it."""

from base64 import b64encode
from pathlib import Path

import pytest

COMPONENTS = Path(__file__).parents[2] / "dashboard" / "components"
COLUMNS = [{"text": text, "is_figure": True, "wraps": False} for text in ("Unit", "FCR")]
LONG = "a" * 200


@pytest.fixture
def show(page):
    page.set_content('<div id="here"><div class="plumbline-table"></div></div>')
    script = "".join((COMPONENTS / name).read_text(encoding="utf-8") for name in ("elements.js", "linked_table.js"))
    address = f"data:text/javascript;base64,{b64encode(script.encode()).decode()}"

    def shown(*rows):
        told = [{"kind": "", "cells": cells} for cells in rows]
        data = {"name": "Board", "language": "en", "whole": "all {n}", "columns": COLUMNS, "rows": told}
        page.evaluate(
            "async ([address, data]) => (await import(address)).default({ parentElement: here, data })",
            [address, data],
        )
        return [row.split("\t") for row in page.locator("tbody").inner_text().split("\n")]

    return shown


def test_new_figures_are_written_into_the_cells_that_stand_and_the_focus_stays(page, show):
    show(["North", {"text": "80.0 %", "href": "kpi?month=2025-05", "line": None}])
    page.get_by_role("link").focus()
    assert show(["North", {"text": "▼ 75.0 %", "href": "kpi?month=2025-06"}]) == [["North", "▼ 75.0 %"]]
    assert page.evaluate("document.activeElement.getAttribute('href')") == "kpi?month=2025-06"


def test_rows_and_parts_of_cells_come_and_go_with_the_data(show, page):
    show(["North", {"text": "80.0 %", "note": "▲ 1.0 pp", "tone": "good", "symbol": "✓"}], ["South", "70.0 %"])
    assert show(["East", "60.0 %"]) == [["East", "60.0 %"]]
    assert page.locator("td").inner_html() == "60.0 %"
    assert show(["East", "60.0 %"], ["West", "50.0 %"])[1] == ["West", "50.0 %"]


def test_the_button_of_a_long_text_shows_the_text_that_stands_there_now(show, page):
    show([LONG, "1"])
    page.get_by_role("button").click()
    show([LONG.replace("a", "b"), "1"])
    assert page.locator("bdi").text_content() == "b" * 120 + "…"
    page.get_by_role("button").click()
    assert page.locator("bdi").text_content() == "b" * 200
