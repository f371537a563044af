"""The handbook in docs/ is what the definitions say."""

from pathlib import Path

from metrics.handbook import handbook
from metrics.registry import all_kpis

HANDBOOK = Path(__file__).parents[2] / "docs" / "kpis.md"


def test_the_handbook_is_up_to_date():
    assert HANDBOOK.read_text(encoding="utf-8") == handbook(all_kpis().values()), "run: make handbook"


def test_the_values_of_examples_are_told_in_their_unit():
    told = handbook(all_kpis().values())
    assert "Satisfied after 10, 20 and 30 hours: 20 hours. → 20.0 h, n = 3" in told
    assert "Four contacts, one handed on: 1 of 4. → 25.0 %, n = 4" in told


def test_every_kpi_says_in_both_languages_what_no_data_gives():
    entries = handbook(all_kpis().values()).split("\n## ")[1:]
    assert [entry.split("`")[1] for entry in entries if "→ 没有数据" not in entry or "→ no data" not in entry] == []
