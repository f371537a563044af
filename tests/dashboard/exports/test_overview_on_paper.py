"""The overview as PDF: the texts of the screen as real text, whatever they hold."""

import pytest

from dashboard.exports.overview_paper import overview_pdf
from dashboard.exports.paper import drawing
from dashboard.figures.sparkline import sparkline
from dashboard.overview_parts import message
from metrics.store.printing import fonts
from tests.dashboard.told import handed, texts
from tests.dashboard.visiting import printed, squeezed


@pytest.fixture
def read(visit):
    """Return what prints the overview and reads back its words, without regard to spaces."""

    def words_of(language="en", **chosen) -> str:
        return printed(overview_pdf(visit("overview", language, **chosen)))

    return words_of


def test_the_paper_says_what_the_screen_says(read, open_app):
    told, app = read(), open_app()
    for tile in handed(app, "tiles")["tiles"]:
        assert squeezed(tile["label"] + tile["value"]) in told
    for row in texts(app, "board"):
        assert all(squeezed(text) in told for text in row)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_title_is_the_message_of_the_month(read, visit, language):
    assert squeezed(message(visit("overview", language))) in read(language)


def test_every_page_names_zone_freshness_and_load(read):
    assert squeezed("Business zone Asia/Shanghai · Data as of 2025-06-10 (calls); 2025-05-15 (forms)") in read()


def test_a_name_that_looks_like_markup_is_printed_letter_by_letter(read):
    assert squeezed("![pixel](http://evil.example/p.png) <b>Harbin</b>") in read()


def test_an_unfinished_month_says_so_on_paper_too(read):
    assert squeezed("June 2025 is not over (data as of 2025-06-20 00:00)") in read(month="2025-06")


def test_one_unit_is_printed_with_its_own_figures(read):
    told = read("zh", unit="S1", month="2025-05")
    assert "南一店" in told
    assert "80.0%" in told


def test_the_same_page_gives_the_same_bytes(visit):
    assert overview_pdf(visit("overview")) == overview_pdf(visit("overview"))


def test_without_a_chinese_font_the_paper_says_how_one_is_had(read, monkeypatch):
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Family",))
    assert squeezed("A PDF needs a font with simplified Chinese") in read()


def test_a_small_line_is_drawn_as_on_screen():
    assert 'points="4.0,30.0 176.0,4.0"' in drawing(sparkline([0.0, 1.0]))
    assert drawing(sparkline([None])) == ""
