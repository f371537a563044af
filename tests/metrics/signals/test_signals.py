"""What a signal says: since when, by which rule, how far beyond, good or bad, and why it may be wrong."""

import pytest

from metrics.model import Direction
from metrics.signals import NELSON, Plan, control_chart, false_alarms_expected, periods, sentence, signals
from metrics.text import Text

QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]
LOWER = Direction.LOWER_IS_BETTER


def keys(signal):
    return [doubt.key for doubt in signal.doubts]


def test_quiet_months_raise_no_signal(charted):
    assert signals(charted(QUIET)) == ()


def test_a_point_below_its_limit_says_how_far_beyond_it_is(charted):
    [signal] = signals(charted([*QUIET, 60]))
    assert (signal.rule.number, signal.first, signal.flagged, signal.last) == (1, "2025-09", "2025-09", "2025-09")
    assert signal.centre == pytest.approx(0.7995)
    assert signal.low == pytest.approx(0.7995 - 3 * 0.0400374, abs=1e-6)
    assert signal.beyond == pytest.approx(signal.low - 0.60)
    assert signal.sigmas == pytest.approx((0.7995 - 0.60) / 0.0400374, abs=1e-4)


@pytest.mark.parametrize(
    ("hits", "direction", "meaning"),
    [
        (60, Direction.HIGHER_IS_BETTER, "bad"),
        (99, Direction.HIGHER_IS_BETTER, "good"),
        (60, LOWER, "good"),
        (99, LOWER, "bad"),
    ],
)
def test_whether_it_is_good_news_depends_on_the_kpis_direction(charted, hits, direction, meaning):
    [signal] = signals(charted([*QUIET, hits], direction=direction))
    assert signal.meaning == meaning


def test_a_run_of_eight_is_one_signal_from_its_first_point_to_its_last(charted):
    [signal] = signals(charted([*QUIET, *[84] * 10]))
    assert (signal.rule.number, signal.first, signal.flagged, signal.last) == (4, "2025-09", "2026-04", "2026-06")
    assert signal.beyond == pytest.approx(0.84 - 0.7995)
    assert signal.lasts


def test_a_pattern_that_ended_no_longer_lasts(charted):
    [signal] = signals(charted([*QUIET, *[84] * 8, 79]))
    assert (signal.last, signal.lasts) == ("2026-04", False)


def test_zone_rules_are_silent_on_a_p_chart_until_they_are_asked_for(charted):
    two_of_three = [*QUIET, 89, 80, 89]
    assert signals(charted(two_of_three)) == ()
    [signal] = signals(charted(two_of_three, Plan(rules=NELSON)))
    assert (signal.rule.of, signal.rule.number, signal.first, signal.flagged) == ("nelson", 5, "2025-09", "2025-11")


def test_the_pattern_of_a_zone_rule_begins_at_its_first_point_beyond_the_zone(charted):
    [signal] = signals(charted([*QUIET, 79, 89, 89], Plan(rules=NELSON)))
    assert (signal.first, signal.flagged) == ("2025-10", "2025-11")


def test_a_pattern_without_a_side_is_neither_good_nor_bad(charted):
    alternating = [*QUIET[:19], *[78, 82] * 7, 78]
    found = signals(charted(alternating, Plan(rules={4: NELSON[4]})))
    assert [(signal.rule.number, signal.meaning) for signal in found] == [(4, "neither")]


def test_an_excluded_point_raises_no_signal_and_breaks_no_run(charted):
    plan = Plan(excluded={"2026-01": "strike"})
    [signal] = signals(charted([*QUIET, 84, 84, 84, 84, 10, 84, 84, 84, 84], plan))
    assert (signal.rule.number, signal.first, signal.flagged) == (4, "2025-09", "2026-05")


def test_provisional_limits_are_a_reason_for_doubt(charted):
    [signal] = signals(charted([80, 79, 81, 60, 80, 78, 80, 82]))
    assert keys(signal) == ["provisional"]
    assert signal.doubts[0].text.en == "limits rest on 8 points only and are provisional"


def test_few_rows_are_a_reason_for_doubt(kpi, points):
    share = kpi("share")
    months = points(share, [*[98, 99] * 10, 2], [*[100] * 20, 4])
    [signal] = signals(control_chart(share, months, Plan()))
    assert keys(signal) == ["few"]


def test_a_run_of_zeros_where_zero_is_what_to_expect_is_told_to_be_chance(kpi, points):
    share = kpi("share", LOWER)
    # 7 of 1,000 on the whole; 6 rows a month have no hit in 0.993 ** 6 of months, 8 months in a row in 0.714.
    months = points(share, [7, *[0] * 8], [952, *[6] * 8])
    [signal] = signals(control_chart(share, months, Plan()))
    assert (signal.rule.number, keys(signal)) == (4, ["chance", "provisional", "few"])
    assert signal.doubts[0].text.en == "chance alone makes it in 71.4 % of cases"


def test_one_event_beyond_the_limit_of_a_small_month_is_told_to_be_chance(kpi, points):
    rate = kpi("rate", LOWER)
    # 1 event where 0.04 are expected lies 4.8 sigma up, and yet 1 − exp(−0.04) of such months have one.
    [signal] = signals(control_chart(rate, points(rate, [39, 1], [399_600, 400]), Plan()))
    assert (signal.sigmas, keys(signal)) == (pytest.approx(4.8), ["chance", "provisional", "few"])
    assert signal.doubts[0].text.zh == "仅凭偶然就有 3.9 % 的机会出现"


def test_limits_without_width_are_a_reason_for_doubt(charted):
    [signal] = signals(charted([*[100] * 20, 90]))
    assert (signal.sigmas, signal.beyond) == (None, pytest.approx(0.10))
    assert keys(signal) == ["no_spread", "few"]


def test_plain_limits_on_overdispersed_data_are_a_reason_for_doubt(charted):
    shifted = [80, 81, 80, 79, 80, 81, 79, 80, 95, 94, 95, 96, 95, 94, 96, 95]
    assert ["provisional", "overdispersed"] in [keys(signal) for signal in signals(charted(shifted))]


def test_a_gap_within_the_pattern_and_immature_rows_are_reasons_for_doubt(kpi, points):
    share = kpi("share")
    hits = [*QUIET, 84, 84, 84, 0, 84, 84, 84, 84, 84]
    sizes = [100 if hit else 0 for hit in hits]
    months = points(share, hits, sizes, immature=[0] * 28 + [7])
    [signal] = signals(control_chart(share, months, Plan()))
    assert keys(signal) == ["gap", "immature"]


def test_all_equal_values_raise_no_signal(kpi, points):
    mean = kpi("mean")
    assert signals(control_chart(mean, points(mean, [40] * 30, [10] * 30), Plan())) == ()


def test_the_sentence_says_what_where_when_how_far_and_whether_it_is_good(charted, kpi):
    [signal] = signals(charted([*QUIET, 60]))
    said = sentence(signal, kpi("share"), Text("南区一店", "South 1"))
    assert said.zh == "某指标 · 南区一店:2025-09 为 60.0 %,低于下控制限 67.9 % 达 7.9 个百分点(规则 1),变差。"
    assert said.en == (
        "some KPI · South 1: in 2025-09 at 60.0 %, 7.9 percentage points below the lower limit of 67.9 % (rule 1); "
        "for the worse."
    )


def test_the_sentence_of_a_run_says_since_when_and_what_speaks_against_it(charted, kpi):
    [signal] = signals(charted([*QUIET[:11], 79, *[84] * 8], Plan(phase=("2024-01", "2024-12"))))
    said = sentence(signal, kpi("share"))
    assert said.zh == (
        "某指标:自 2025-01 起至今,连续 8 点在中心线同侧(规则 4),平均偏离中心线 79.8 % 达 4.2 个百分点,好转。"
        "可能有误:控制限仅由 12 个点得出,尚属暂定。"
    )
    assert said.en.endswith("It may be wrong: limits rest on 12 points only and are provisional.")


def test_how_many_signals_chance_alone_would_raise_is_told(charted):
    quiet = charted(QUIET)
    assert false_alarms_expected([quiet] * 10) == pytest.approx(200 / 152.73)
    assert false_alarms_expected([quiet, charted(QUIET, Plan(rules=NELSON))]) is None


def test_a_mean_of_few_forms_is_a_reason_for_doubt(kpi, points):
    mean = kpi("mean")
    months = points(mean, [*[40, 42] * 10, 3], [*[10] * 20, 3])
    assert keys(signals(control_chart(mean, months, Plan()))[-1]) == ["few"]


def test_a_run_above_the_centre_of_a_small_unit_is_no_more_likely_than_it_looks(charted):
    [signal] = signals(charted([*QUIET, *[84] * 8]))
    assert keys(signal) == []


def test_the_sentence_of_a_pattern_that_ended_says_from_when_to_when(charted, kpi):
    [signal] = signals(charted([*QUIET, *[84] * 8, 79]))
    assert sentence(signal, kpi("share")).zh.startswith("某指标:2025-09 至 2026-04,连续 8 点在中心线同侧(规则 4)")


def test_weeks_are_counted_across_the_turn_of_the_year():
    assert periods.count("2024-W51", "2025-W02") == 4
