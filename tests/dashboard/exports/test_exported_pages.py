"""What each page exports: the very figures of its screen."""

import pytest

from dashboard import numbers
from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.exports.files import workbook
from dashboard.measured import measured
from dashboard.wording import exports as words
from metrics.registry import kpi
from metrics.store import EVERYTHING
from tests.dashboard.told import handed, texts

FCR = "first_contact_resolution"


def made(makers, name):
    return makers[name]().rows


def test_the_exported_tiles_are_those_on_screen(visit, open_app):
    shown = {tile["label"]: tile["value"] for tile in handed(open_app(), "tiles")["tiles"]}
    rows = made(pages.overview(visit("overview")), words.TILES)
    assert dict(rows.select("KPI", "As shown").iter_rows()) == shown
    assert rows.row(0, named=True)["Value"] == 28 / 43


def test_a_figure_on_too_few_rows_has_no_value_there_either(visit):
    rows = made(pages.overview(visit("overview", unit="X1")), words.TILES).row(0, named=True)
    assert (rows["As shown"], rows["Value"], rows["n"]) == ("too few (n = 3)", None, 3)


def test_the_exported_table_holds_the_cells_of_the_screen_in_their_order(visit, open_app):
    rows = made(pages.overview(visit("overview")), words.BOARD)
    heads = ["Unit", "First-contact resolution: Value", "First-contact resolution: n"]
    screen = [row[:2] for row in texts(open_app(), "board")]
    fcr = kpi(FCR)
    told = [
        [unit, numbers.figure(fcr, {"value": value, "n": n} if value is not None else None, "en")]
        for unit, value, n in rows.select(heads).iter_rows()
    ]
    assert told[:4] == screen[:4]
    assert [unit for unit, _ in told] == [unit for unit, _ in screen]


def test_the_exported_rows_are_every_row_of_the_status_not_one_page(visit):
    asked = visit("evidence", kpi=FCR, month="2025-05", status="hit")
    shown = measured(asked.source, asked.kpi, asked.place, asked.month)
    sheet = pages.evidence(asked, shown)[words.EVIDENCE]()
    assert sheet.rows.height == 28 == shown.now["numerator"]
    assert set(sheet.rows["Counted?"]) == {"hit"}
    assert sheet.rows["Unit"].unique().sort().to_list()[:2] == [
        "![pixel](http://evil.example/p.png) <b>Harbin</b>", "North One",
    ]  # fmt: skip


def test_times_are_by_the_clock_of_the_business_zone(visit):
    asked = visit("evidence", "zh", kpi=FCR, month="2025-05", unit="N1")
    shown = measured(asked.source, asked.kpi, asked.place, asked.month)
    rows = pages.evidence(asked, shown)[words.EVIDENCE]().rows
    assert str(rows["开始时间"].min()) == "2025-05-10 10:00:00"


@pytest.mark.parametrize(
    ("part", "name", "first"),
    [
        ("trend", words.TREND, ("2025-04", 36 / 40)),
        ("breakdown", words.BREAKDOWN, ("North One", 0.5)),
        ("units", words.UNITS, ("North One", 0.5)),
        ("why", words.WHY, ("North One", 1.0)),
    ],
)
def test_the_part_on_screen_is_exported_with_its_numbers(visit, part, name, first):
    asked = visit("kpi", part=part, month="2025-05")
    makers = pages.kpi(asked, asked.measured(asked.kpi))
    assert list(makers) == [name, words.EVIDENCE]
    assert made(makers, name).row(0)[:2] == first


def test_what_moved_adds_up_in_the_file_too(visit):
    asked = visit("kpi", part="why", month="2025-05")
    rows = made(pages.kpi(asked, asked.measured(asked.kpi)), words.WHY)
    assert rows["Together"].sum() == pytest.approx(28 / 43 - 36 / 40)


def test_a_month_without_a_row_exports_nothing_it_has_not(visit):
    asked = visit("kpi", part="breakdown", month="2025-04", unit="X1")
    assert pages.kpi(asked, asked.measured(asked.kpi)) == {}


def test_the_head_names_filters_zone_data_load_rows_and_the_address(visit):
    asked = visit("evidence", kpi=FCR, unit="N1", status="hit")
    sheets = [make() for make in pages.evidence(asked, asked.measured(asked.kpi)).values()]
    assert dict(about(asked, sheets)) | {"Load": ""} == {
        "Product": "Plumbline · Tiny [company](http://evil.example)",
        "Page": "Evidence",
        "Month": "May 2025",
        "Unit": "North One",
        "KPI": "First-contact resolution",
        "Status of the rows": "hit",
        "Address": f"/evidence?month=2025-05&unit=N1&kpi={FCR}&status=hit",
        "Business zone": "Asia/Shanghai",
        "Judged as of": "2025-06-20 00:00",
        "Data as of": "2025-06-10 (calls); 2025-05-15 (forms)",
        "Load": "",
        "Rows": "10 rows",
    }
    assert asked.source.store.published(EVERYTHING).id == asked.source.load.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_makes_a_workbook_in_both_languages(visit, opened, language):
    for page, part in {"overview": None, "kpi": "why", "evidence": None}.items():
        asked = visit(page, language, part=part)
        makers = pages.overview(asked) if page == "overview" else pages.kpi(asked, asked.measured(asked.kpi))
        sheets = [make() for make in makers.values()]
        assert len(opened(workbook(about(asked, sheets), "About", sheets))) == 1 + len(sheets)


def test_nothing_is_built_before_it_is_asked_for(open_app, monkeypatch):
    built = []
    monkeypatch.setattr("dashboard.exports.handed.workbook", lambda *asked: built.append(asked))
    app = open_app("kpi")
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [
        "All of it, for Excel (XLSX)", "This page, to print (PDF)", "Trend (CSV)", "Rows (CSV)",
    ]  # fmt: skip
    assert built == []
