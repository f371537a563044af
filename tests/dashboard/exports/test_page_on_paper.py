"""A KPI's page as PDF: its message, its definition, the table of the part on screen, and its filters."""

import pytest

from dashboard.exports import pages
from metrics.store.printing import fonts
from tests.dashboard.told import texts
from tests.dashboard.visiting import printed, squeezed

PARTS = {"trend": "kpi_trend_table", "breakdown": "kpi_breakdown_table", "units": "kpi_units_table",
         "why": "kpi_why_table"}  # fmt: skip


@pytest.fixture
def paper(visit):
    """Return what makes the bytes of the page on paper."""

    def made(language="en", **chosen):
        asked = visit("kpi", language, month="2025-05", **chosen)
        return pages.kpi_pdf(asked, asked.measured(asked.kpi), "What the month says")(asked)

    return made


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_paper_holds_the_table_of_the_screen(paper, open_app, part, language):
    told = printed(paper(language, part=part))
    app = open_app("kpi", part=part, month="2025-05", form="table", lang=language)
    for row in texts(app, PARTS[part]):
        assert all(squeezed(text) in told for text in row)


def test_it_begins_with_the_message_and_the_definition_with_its_figures(paper):
    told = printed(paper())
    assert squeezed("What the month says") in told
    assert squeezed("28 / 43 = 65.1 %") in told


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            ["Part Why it moved", "From Q1 2025", "Month May 2025", "Unit All units", "Business zone Asia/Shanghai"],
        ),
        ("zh", ["部分为何变化", "从2025 年第 1 季度", "月份2025 年 5 月", "业务时区Asia/Shanghai"]),
    ],
)
def test_it_says_what_it_is_narrowed_to(paper, language, lines):
    told = printed(paper(language, part="why", before="2025-01..2025-03", now="2025-05"))
    assert all(squeezed(line) in told for line in lines)


def test_a_name_that_looks_like_markup_is_printed_letter_by_letter(paper):
    assert squeezed("![pixel](http://evil.example/p.png) <b>Harbin</b>") in printed(paper(part="breakdown"))


def test_the_same_page_gives_the_same_bytes(paper):
    assert paper() == paper()


def test_without_a_chinese_font_the_paper_says_how_one_is_had(paper, monkeypatch):
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Family",))
    assert squeezed("A PDF needs a font with simplified Chinese") in printed(paper())


def test_a_month_without_a_row_is_a_page_without_a_table(paper):
    assert squeezed("What the month says") in printed(paper(unit="X1", part="units"))
