from datetime import timedelta

import polars as pl
import pytest

from dashboard.paging import last_page
from dashboard.provenance import judged, words
from dashboard.provenance.message import equation
from metrics.store.accounts import Balance


def test_a_raw_row_is_read_as_columns_and_values():
    assert words.raw_row('{"号码":"160","备注":null}', "zh") == "号码: 160 · 备注: –"


@pytest.mark.parametrize("raw", ["not json", "[1, 2]", "12"])
def test_a_raw_row_of_another_form_is_shown_as_it_came(raw):
    assert words.raw_row(raw, "en") == raw


def test_a_raw_row_that_may_not_be_seen_says_so():
    assert words.raw_row(None, "zh") == "(不显示)"


def test_a_very_long_row_is_cut_and_says_how_much_is_missing():
    shown = words.raw_row("x" * 100_000, "en")
    assert shown.endswith(" … (99,400 more characters)")
    assert len(shown) < 700


def test_a_duration_is_told_in_its_largest_scale():
    assert words.duration(timedelta(days=348), "zh") == "348.0 天"
    assert words.duration(None, "en") == "–"


def test_rows_that_are_lost_are_not_hidden():
    said = equation(Balance(read=10, loaded=7, quarantined=1, duplicates=1, superseded=0), "zh")
    assert said.endswith("✗ 不相符")


def test_a_rule_without_a_sentence_is_named():
    rows = pl.DataFrame({"source": ["s"], "rule": ["odd"], "column": ["c"], "text_zh": [None], "text_en": [None]})
    assert words.rule_text(rows.row(0, named=True), "en") == "odd · c"


def test_a_masked_row_shows_neither_the_value_nor_the_row():
    texts = pl.DataFrame({"source": ["s"], "rule": ["r"], "column": ["c"], "text_zh": ["不行。"], "text_en": ["No."]})
    rows = pl.DataFrame(
        {"source": ["s"], "file": ["f"], "row": [7], "rule": ["r"], "column": ["c"], "detail": [None], "raw": [None]}
    )
    table = judged.held_back(rows, texts, "name", "en")
    assert [cell.text for cell in table.rows[0].cells] == ["f", "7", "No.", "(not shown)", "(not shown)"]


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (116, 3)])
def test_a_list_has_as_many_pages_as_its_rows_fill(rows, pages):
    assert last_page(rows) == pages


def test_a_share_that_is_not_0_is_not_told_as_0():
    assert [words.share(part, "zh") for part in (None, 0.0, 0.0004, 0.0005)] == ["–", "0.0 %", "< 0.1 %", "0.1 %"]
