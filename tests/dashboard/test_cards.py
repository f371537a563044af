from dashboard.cards import card
from dashboard.components.tile import lines
from dashboard.tone import Tone
from metrics.model import Target


def test_a_tile_says_value_change_certainty_target_and_what_it_rests_on(shown):
    tile = card(shown(now=(60, 100), before=(90, 100)), "en")
    assert (tile.label, tile.value) == ("First-contact resolution", "60.0 %")
    assert (tile.moved, tile.arrow, tile.tone) == ("30.0 pp", "▼", Tone.BAD)
    assert tile.against == "vs April · real change"
    assert tile.target == "target 80.0 % · ✗ missed"
    assert tile.basis == "n = 100 · 50.2–69.1 %"
    assert tile.immature == ""


def test_a_tile_speaks_chinese(shown):
    tile = card(shown(now=(81, 100), before=(80, 100)), "zh")
    assert (tile.label, tile.moved, tile.against) == ("一次性解决率", "1.0 个百分点", "比 4 月 · 波动范围内")
    assert tile.target == "目标 80.0 % · ✓ 达标"


def test_without_data_a_tile_shows_no_zero(shown):
    tile = card(shown(now=(0, 0)), "en")
    assert (tile.value, tile.moved, tile.basis) == ("–", "no comparison", "n = 0")
    assert tile.target == "target 80.0 %"


def test_few_rows_give_no_figure(shown):
    assert card(shown(now=(3, 4)), "en").value == "too few (n = 4)"


def test_rows_too_fresh_are_counted_on_the_tile(shown):
    fresh = shown(now=None)
    object.__setattr__(fresh, "now", {**shown().now, "immature": 1_096})
    assert card(fresh, "en").immature == "1,096 too fresh to judge"
    assert card(fresh, "zh").immature == "1,096 条还不能判断"


def test_a_score_says_its_scale(shown):
    tile = card(shown("satisfaction_score", now=(40, 10), before=None, target=Target(4.0, 3.5)), "en")
    assert tile.value == "4.00 points"
    assert tile.basis.endswith("scale −6…+6")


def test_the_small_print_colours_the_target_only(shown):
    words = card(shown(now=(60, 100)), "en")
    assert lines(words) == ":small[:red[target 80.0 % · ✗ missed]]  \n:small[n = 100 · 50.2–69.1 %]"


def test_the_help_of_a_tile_is_its_definition(shown):
    words = card(shown(), "en").help
    assert "single contact" in words
    assert "at least 7 days old" in words
    assert "Counts issues, not calls" in words
