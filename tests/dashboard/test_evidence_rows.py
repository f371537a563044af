from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from dashboard import rows
from dashboard.counts import Counts
from dashboard.formula import arithmetic, change_in_words
from dashboard.places import Places
from dashboard.tone import Tone
from metrics.registry import kpi

FCR, SCORE = kpi("first_contact_resolution"), kpi("satisfaction_score")
PLACES = Places(
    [{"unit": "N1", "name_zh": "北一店", "name_en": "North One", "region": None, "region_zh": None, "region_en": None}]
)
ENGLISH, CHINESE = (rows.Reader(language, "Asia/Shanghai", PLACES) for language in ("en", "zh"))
COUNTS = {"counted": 53, "hit": 31, "immature": 20, "not_inbound": 33, "abandoned": 10, "anonymous": 0}


@pytest.mark.parametrize(
    ("column", "value", "zh", "en"),
    [
        ("channel", "phone", "电话", "phone"),
        ("unit", "N1", "北一店", "North One"),
        ("agent", "unknown", "未注明", "not stated"),
        ("product", "phone", "phone", "phone"),
        ("answered", True, "是", "yes"),
        ("answered", None, "–", "–"),
        ("started_at", datetime(2025, 5, 31, 16, tzinfo=UTC), "2025-06-01 00:00", "2025-06-01 00:00"),
        ("next_gap", timedelta(days=2, hours=3), "2 天 3:00", "2 d 3:00"),
        ("confidence", 0.9, "0.90", "0.90"),
        ("waited_seconds", 1200, "1,200", "1,200"),
        ("loss_amount", 123450, "1,234.50", "1,234.50"),
        ("issue", "case\x1fW1", "案件 · W1", "case · W1"),
    ],
)
def test_a_value_is_put_into_words(column, value, zh, en):
    assert (CHINESE.words(column, value), ENGLISH.words(column, value)) == (zh, en)


@pytest.mark.parametrize(
    ("kpi", "row", "words", "tone"),
    [
        (FCR, {"status": "counted", "value": 1.0}, "hit", Tone.GOOD),
        (FCR, {"status": "counted", "value": 0.0}, "not hit", Tone.BAD),
        (SCORE, {"status": "counted", "value": 1.0}, "counted", Tone.QUIET),
        (FCR, {"status": "abandoned", "value": None}, "abandoned before it was answered", Tone.QUIET),
        (FCR, {"status": "immature", "value": None}, "too fresh to judge", Tone.QUIET),
    ],
)
def test_every_row_says_why_it_counts_or_not(kpi, row, words, tone):
    cell = ENGLISH.cell(kpi, "status", row)
    assert (cell.text, cell.tone) == (words, tone)


def test_a_table_of_rows_has_headings_and_leaves_out_copies():
    found = pl.DataFrame(
        {"key": ["C1"], "month": ["2025-05"], "status": ["counted"], "value": [1.0], "unit": ["N1"],
         "contact_id": ["C1"], "channel": ["phone"], "source_file": ["a.csv"], "source_row": [7]}
    )  # fmt: skip
    table = rows.table(FCR, found, ENGLISH, "name")
    assert [head.text for head in table.columns] == ["Id", "Counted?", "Contributes", "Unit", "Channel", "File", "Row"]
    assert [cell.text for cell in table.rows[0].cells] == ["C1", "hit", "1", "North One", "phone", "a.csv", "7"]


def test_numbers_of_one_column_have_the_same_decimals():
    found = rows.even(pl.DataFrame({"value": [1.0, None], "confidence": [1.0, 0.9]}))
    assert found.schema == {"value": pl.Int64, "confidence": pl.Float64}


def test_the_statuses_add_up_to_all_rows():
    counts = Counts(FCR, COUNTS)
    assert counts.every == 116
    assert counts.sum_in_words("en") == (
        "53 counted + 20 too fresh to judge + 33 not a customer's inbound contact "
        "+ 10 abandoned before it was answered = 116 rows in all"
    )


def test_hits_are_offered_but_not_added_twice():
    counts = Counts(FCR, COUNTS)
    assert counts.choices == [None, "counted", "hit", "immature", "not_inbound", "abandoned"]
    assert (counts.of(None), counts.of("hit"), counts.of("cancelled")) == (116, 31, 0)
    assert counts.label("hit", "zh") == "达成 31"


def test_the_formula_is_written_with_its_figures(shown):
    assert arithmetic(shown(now=(31, 53)), "zh").endswith(" = 31 / 53 = 58.5 %")
    assert arithmetic(shown(now=(0, 0)), "en").endswith("no row counts, so there is no value.")


def test_a_change_says_its_interval_and_what_it_is_worth(shown):
    assert change_in_words(shown(now=(60, 100), before=(90, 100)), "en") == (
        "▼ 30.0 pp, 95 % interval −40.8 … −18.3 pp · real change"
    )
    assert change_in_words(shown(before=None), "en") == "no comparison"
