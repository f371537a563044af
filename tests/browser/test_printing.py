"""A page printed by a real Chromium."""

import io
import re

from pypdf import PdfReader

from tests.browser.walk import turn_to, visiting


def test_a_printed_page_has_its_message_its_table_with_a_head_on_every_sheet_and_its_foot(browser, served_app):
    with visiting(browser, served_app, "dark", "en") as page:
        turn_to(page, "./?month=2026-05")
        page.locator(".js-plotly-plot .point").first.wait_for()
        sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert "May 2026" in sheets[0]
    assert "Business zone Asia/Shanghai" in sheets[-1]
    assert "Display" not in "".join(sheets)
    assert len(sheets) <= 5
    # The table of centres begins on the first sheet and runs on over the second.
    assert [re.search(r"Unit\s+First-contact\s+resolution", sheet) is not None for sheet in sheets[:2]] == [True, True]


def test_rows_with_more_columns_than_a_sheet_has_room_for_are_printed_as_records(browser, served_app):
    with visiting(browser, served_app, "light", "en") as page:
        turn_to(page, "evidence?kpi=first_contact_resolution&month=2026-05&status=hit")
        sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    told = " ".join(" ".join(sheets).split())
    assert re.search(r"H\d{4}-\d+ · Counted\? hit · Contributes 1 · Unit [A-Z]", told)
    assert "File exports/hotline/hotline_2026-05.csv" in told
