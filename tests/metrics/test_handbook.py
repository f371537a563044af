"""The handbook in docs/ is what the definitions say."""

from pathlib import Path

from metrics.handbook import handbook
from metrics.registry import all_kpis

HANDBOOK = Path(__file__).parents[2] / "docs" / "kpis.md"


def test_the_handbook_is_up_to_date():
    assert HANDBOOK.read_text(encoding="utf-8") == handbook(all_kpis().values()), "run: make handbook"


def test_every_kpi_says_in_both_languages_what_no_data_gives():
    entries = handbook(all_kpis().values()).split("\n## ")[1:]
    assert [entry.split("`")[1] for entry in entries if "→ 没有数据" not in entry or "→ no data" not in entry] == []
