"""The data dictionary in docs/ is what the contract says."""

from pathlib import Path

from metrics.contract import TABLES
from metrics.dictionary import dictionary

DICTIONARY = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_dictionary_is_up_to_date():
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary(TABLES.values()), "run: make handbook"


def test_a_column_says_what_it_may_hold_and_whether_it_must_be_filled():
    written = dictionary([TABLES["feedback_forms"]])
    assert "| **`form_id`** | 反馈表号 | Form | text |" in written
    assert "| `attitude` | 服务态度 | Attitude | A, B, C, D, E |" in written
    assert "| `org_unit_id` | 服务中心 | Service centre | text, refers to `org_units` |" in written
