"""A text of 100,000 signs in a table of a real Chromium: cut until it is asked for, whole afterwards, never markup."""

from base64 import b64encode
from pathlib import Path

COMPONENTS = Path(__file__).parents[2] / "dashboard" / "components"
TEXT = "😡<b>漏</b>\u202e" * 10_000


def test_a_text_of_a_hundred_thousand_signs_is_cut_until_it_is_asked_for(page):
    page.set_content('<div id="here"><div class="plumbline-table"></div></div>')
    script = "".join((COMPONENTS / name).read_text(encoding="utf-8") for name in ("elements.js", "linked_table.js"))
    address = f"data:text/javascript;base64,{b64encode(script.encode()).decode()}"
    data = {"name": "投诉", "language": "zh", "whole": "显示全部({n} 字)"}
    data |= {"columns": [{"text": "内容", "is_figure": False, "wraps": True}], "rows": [{"kind": "", "cells": [TEXT]}]}
    page.evaluate(
        "async ([address, data]) => (await import(address)).default({ parentElement: here, data })", [address, data]
    )
    told, button = page.locator("bdi"), page.get_by_role("button", name="显示全部(100,000 字)")
    assert told.text_content() == TEXT[:120] + "…"
    button.click()
    assert told.text_content() == TEXT
    assert page.locator("b").count() == 0
