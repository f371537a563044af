import pytest

from dashboard.cards import card
from dashboard.filters import Filters
from dashboard.tone import Tone
from metrics.model import Target


@pytest.fixture
def tile_of():
    """Return what makes a tile of one measured month without a history."""
    return lambda measured, language="en": card(measured, [measured], Filters(), language)


def test_a_tile_says_value_change_certainty_target_and_what_it_rests_on(tile_of, shown):
    tile = tile_of(shown(now=(60, 100), before=(90, 100)), "en")
    assert (tile.label, tile.value) == ("First-contact resolution", "60.0 %")
    assert (tile.moved, tile.arrow, tile.tone) == ("30.0 pp", "▼", Tone.BAD)
    assert tile.against == "vs April · real change"
    assert tile.target == "target 80.0 % · ✗ missed"
    assert tile.basis == "n = 100 · 50.2–69.1 %"
    assert tile.immature == ""


def test_a_tile_speaks_chinese(tile_of, shown):
    tile = tile_of(shown(now=(81, 100), before=(80, 100)), "zh")
    assert (tile.label, tile.moved, tile.against) == ("一次性解决率", "1.0 个百分点", "比 4 月 · 波动范围内")
    assert tile.target == "目标 80.0 % · ✓ 达标"


def test_without_data_a_tile_shows_no_zero(tile_of, shown):
    tile = tile_of(shown(now=(0, 0)), "en")
    assert (tile.value, tile.moved, tile.basis) == ("–", "no comparison", "n = 0")
    assert tile.target == "target 80.0 %"


def test_few_rows_give_no_figure(tile_of, shown):
    assert tile_of(shown(now=(3, 4)), "en").value == "too few (n = 4)"


def test_rows_too_fresh_are_counted_on_the_tile(tile_of, shown):
    fresh = shown(now=None)
    object.__setattr__(fresh, "now", {**shown().now, "immature": 1_096})
    assert tile_of(fresh, "en").immature == "1,096 too fresh to judge"
    assert tile_of(fresh, "zh").immature == "1,096 条还不能判断"


def test_a_score_says_its_scale(tile_of, shown):
    tile = tile_of(shown("satisfaction_score", now=(40, 10), before=None, target=Target(4.0, 3.5)), "en")
    assert tile.value == "4.00 points"
    assert tile.basis.endswith("scale −6…+6")


def test_a_tile_opens_the_rows_that_it_counts(tile_of, shown):
    tile = tile_of(shown(now=(60, 100)))
    assert tile.open == "See the 100 rows"
    assert tile.href == "kpi?month=2025-05&unit=N1&kpi=first_contact_resolution&status=counted"


def test_a_tile_that_counts_nothing_says_how_many_rows_it_opens(tile_of, shown):
    fresh = shown(now=(0, 0))
    object.__setattr__(fresh, "now", {**fresh.now, "immature": 280, "excluded": 4})
    assert tile_of(fresh).open == "See the 284 rows"


def test_a_tile_without_an_interval_says_nothing_of_it(tile_of, shown):
    known = shown(now=(60, 100))
    object.__setattr__(known, "now", {**known.now, "low": None, "high": None})
    assert tile_of(known).basis == "n = 100"


def test_a_share_has_no_scale_to_tell(tile_of, shown):
    assert "scale" not in tile_of(shown("recovery_completeness", now=(8.0, 10))).basis


def test_a_tile_that_counts_nothing_opens_the_rows_left_out(tile_of, shown):
    assert tile_of(shown(now=(0, 0))).href.endswith("kpi=first_contact_resolution")
    assert tile_of(shown(now=None)).href == ""


def test_the_sparkline_shows_the_months_up_to_this_one_and_says_so(shown):
    months = [shown(month="2025-03", now=None), shown(month="2025-04", now=(90, 100)), shown(now=(60, 100))]
    tile = card(months[-1], months, Filters(), "en")
    assert tile.shape.lines == ("90.0,4.0 176.0,30.0",)
    assert tile.shape_label == "First-contact resolution, last 2 months: from 90.0 % to 60.0 %"


def test_without_any_data_there_is_no_shape(tile_of, shown):
    assert tile_of(shown(now=None), "zh").shape_label == "一次性解决率:还没有走势"


def test_the_help_of_a_tile_is_its_definition(tile_of, shown):
    question, formula, caveat = tile_of(shown()).help
    assert "single contact" in question
    assert "at least 7 days old" in formula
    assert "Counts issues, not calls" in caveat
