"""Exports as a viewer gets them in a real Chromium: the figures of the page, in files that open elsewhere."""

import re

import fastexcel
import pytest
from playwright.sync_api import expect

from tests.dashboard.visiting import printed, squeezed

SLOW = 60_000  # milliseconds: a busy machine is not a failing test


@pytest.fixture
def exported(page, served_app):
    """Return what opens a page in Chinese, downloads one of its exports, and returns the file."""

    def download(address: str, button: str):
        page.goto(f"{served_app}/{address}")
        page.get_by_role("button", name="导出").click(timeout=SLOW)
        with page.expect_download(timeout=SLOW) as waiting:
            page.get_by_role("button", name=button).click(timeout=SLOW)
        return waiting.value

    return download


def test_the_workbook_of_the_overview_holds_the_figure_of_the_title(page, exported):
    file = exported("?month=2026-06", "Excel")
    assert file.suggested_filename == "overview-2026-06.xlsx"
    rows = fastexcel.read_excel(file.path()).load_sheet("各指标").to_polars()
    shown = re.search(r"一次性解决率 ([\d.]+)\s%", page.get_by_role("heading", level=1).inner_text())[1] + " %"
    assert rows["屏幕所示"][0] == shown == f"{rows['数值'][0]:.1%}".replace("%", " %")


def test_the_rows_of_a_figure_are_exported_whole(page, exported):
    file = exported("evidence?kpi=first_contact_resolution&month=2026-06&status=counted", "逐行(CSV)")
    lines = file.path().read_text(encoding="utf-8-sig").splitlines()
    promised = re.search(r"共 (\d+)\s行", page.get_by_text(re.compile(r"第 1–50\s行")).inner_text())[1]
    assert f"逐行,{promised} 行" in lines
    assert len(lines) - lines.index("") - 2 == int(promised)


def test_the_address_in_the_file_opens_the_same_page(page, served_app, exported):
    file = exported("kpi?unit=TH&part=breakdown&by=channel", "分解(CSV)")
    title = page.get_by_role("heading", level=1).inner_text()
    lines = file.path().read_text(encoding="utf-8-sig").splitlines()
    address = next(line.partition(",")[2] for line in lines if line.startswith("地址,"))
    page.goto(served_app + address)
    expect(page.get_by_role("heading", level=1)).to_have_text(title, timeout=SLOW)


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("complaints?part=causes&month=2026-06", "complaints-2026-06"),
        ("servqual", "servqual-2026-06"),
        ("signals", "signals"),
        ("data?part=checks", "data"),
    ],
)
def test_a_page_is_printed_with_its_title_and_its_own_file_name(page, exported, address, stem):
    file = exported(address, "打印用(PDF)")
    assert file.suggested_filename == f"{stem}.pdf"
    title = page.get_by_role("heading", level=1).inner_text()
    assert squeezed(title) in printed(file.path().read_bytes())


def test_taking_single_records_out_is_listed_on_the_data_page(page, served_app, exported):
    file = exported("complaints?part=causes&month=2026-06", "投诉逐件(CSV)")
    lines = file.path().read_text(encoding="utf-8-sig").splitlines()
    records = len(lines) - lines.index("") - 2
    page.goto(f"{served_app}/data?part=exports&lang=zh")
    expect(page.get_by_role("row").nth(1)).to_contain_text(f"{records:,}", timeout=SLOW)
    expect(page.get_by_role("row").nth(1)).to_contain_text("/complaints?", timeout=SLOW)
