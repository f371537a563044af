from datetime import UTC, datetime
from types import SimpleNamespace

import polars as pl
import pytest

from dashboard import proofs
from dashboard.counts import Counts
from dashboard.places import Places
from dashboard.tone import Tone
from metrics.registry import kpi
from metrics.store.origin import Origin

CHECKS = pl.DataFrame(
    {
        "source": ["calls", "calls"],
        "rule": ["value_missing", "key_repeated"],
        "column": ["a", "b"],
        "text_zh": ["不能为空。", "重复。"],
        "text_en": ["must not be empty.", "repeated."],
        "evaluated": [1200, 1200],
        "failed": [3, 0],
        "load": [1, 1],
    }
)
FILES = pl.DataFrame(
    {"source": ["calls"], "table": ["contacts"], "file": ["calls.csv"], "sha256": ["ab" * 32], "size": [12_345]}
)
ORIGIN = Origin("d1", "p1", FILES, CHECKS)


@pytest.fixture
def published_load():
    """Return what is published of a load in Shanghai, as far as the rules of a figure need it."""
    at = {"as_of": datetime(2025, 6, 20, tzinfo=UTC), "finished_at": datetime(2025, 6, 21, tzinfo=UTC)}
    return SimpleNamespace(places=Places([]), zone="Asia/Shanghai", load=SimpleNamespace(id=7, **at))


def test_numerator_denominator_and_every_reason_are_told(shown):
    counts = Counts(kpi("first_contact_resolution"), {"counted": 1200, "hit": 900, "abandoned": 7, "immature": 3})
    assert proofs.arithmetic(shown(now=(900, 1200)), counts, "en") == [
        ("Numerator", "900"),
        ("Denominator", "1,200"),
        ("Counted", "1,200"),
        ("Left out", "too fresh to judge 3, abandoned before it was answered 7"),
    ]


def test_a_month_without_a_reading_has_no_numerator(shown):
    counts = Counts(kpi("first_contact_resolution"), {"counted": 0})
    assert [text for _, text in proofs.arithmetic(shown(now=None), counts, "zh")] == ["–", "–", "0", "没有"]


def test_a_percentile_is_read_off_and_has_no_fraction(shown):
    counts = Counts(kpi("resolution_time_p50"), {"counted": 4})
    names = [name for name, _ in proofs.arithmetic(shown("resolution_time_p50", now=None), counts, "en")]
    assert names == ["Counted", "Left out"]


def test_rules_name_filters_moment_load_and_versions(shown, published_load):
    assert proofs.rules(shown(unit=None), published_load, ORIGIN, "en") == [
        ("Filters", "May 2025 · All units"),
        ("Judged as of", "2025-06-20 08:00 Asia/Shanghai"),
        ("Load", "#7, finished 2025-06-21 08:00"),
        ("Version of the definitions", "d1"),
        ("Version of the policy", "p1"),
    ]


def test_files_stand_with_their_whole_hash():
    (row,) = proofs.files(ORIGIN, "en").rows
    assert [cell.text for cell in row.cells] == ["calls.csv", "calls", "12,345", "ab" * 32]


def test_checks_with_failures_are_listed_and_all_of_them_on_demand():
    (row,) = proofs.checks(ORIGIN, "zh", every=False).rows
    assert [cell.text for cell in row.cells] == ["不能为空。", "calls", "1,200", "3"]
    assert row.cells[3].tone is Tone.BAD
    assert len(proofs.checks(ORIGIN, "en", every=True).rows) == 2
    assert proofs.checks_in_words(ORIGIN, "en").startswith("2 rules, 1 of them with rows that fail")
