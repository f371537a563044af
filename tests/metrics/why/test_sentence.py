"""The passage that says why a KPI moved: plain, in both languages, and honest."""

import polars as pl
import pytest

from metrics.model import Direction
from metrics.text import Text
from metrics.why import Period, Periods, sentence
from metrics.why.bridge import bridge

MAY_JUNE = Periods(Period("2025-05", "2025-05"), Period("2025-06", "2025-06"))
QUARTERS = Periods(Period("2025-01", "2025-03"), Period("2025-04", "2025-06"))
NAMES = {("unit", "S1"): Text("南区一店", "South 1")}


def said(explanation, periods=MAY_JUNE):
    return sentence(explanation, periods, NAMES)


def test_a_real_change_names_what_it_mainly_comes_from(explained):
    found = explained({"S1": (850, 1000), "N1": (830, 1000)}, {"S1": (700, 1000), "N1": (828, 1000)})
    assert said(found).zh == (
        "一次性解决率 2025-06 为 76.4 %(n = 2,000),较上月下降 7.6 个百分点,主要来自南区一店(−7.5 个百分点,自身变化)。"
        "各组自身变化合计 −7.6 个百分点,占比变化合计 0.0 个百分点。"
        "变化超出随机波动(95 % 区间 −10.1 至 −5.1 个百分点),属变差。"
    )
    assert said(found).en == (
        "First-contact resolution was 76.4 % in 2025-06 (n = 2,000), "
        "7.6 percentage points lower than the month before, mainly from South 1 (−7.5 percentage points, own change). "
        "Own changes add up to −7.6 percentage points, changes of share to 0.0 percentage points. "
        "That is more than noise (95 % interval −10.1 to −5.1 percentage points), and for the worse."
    )


def test_the_amount_named_is_the_one_that_the_bridge_shows(explained):
    # Its own change at its mean share: (0.6 - 0.8) x (1/2 + 2/3) / 2; its larger share costs the rest.
    found = explained({"S1": (80, 100), "N1": (90, 100)}, {"S1": (120, 200), "N1": (90, 100)})
    shown = bridge(found, NAMES).filter(pl.col("step") == "rate")
    assert shown["amount"].to_list() == [pytest.approx(-0.7 / 6)]
    assert "主要来自南区一店(−11.7 个百分点,自身变化)" in said(found).zh


def test_the_same_fall_is_good_news_where_lower_is_better(explained):
    lower = Direction.LOWER_IS_BETTER
    found = explained({"S1": (850, 1000)}, {"S1": (700, 1000)}, direction=lower)
    assert said(found).zh.endswith("属好转。")


def test_a_change_within_noise_claims_no_cause(explained):
    found = explained({"S1": (8, 10), "N1": (7, 10)}, {"S1": (6, 10), "N1": (7, 10)})
    assert said(found).zh == (
        "一次性解决率 2025-06 为 65.0 %(n = 20),较上月下降 10.0 个百分点,"
        "仍在随机波动范围内(95 % 区间 −35.7 至 +17.6 个百分点)。"
        "仅就算术而言来自南区一店(−10.0 个百分点,自身变化),不足以说明原因。"
    )
    assert "which is within noise" in said(found).en


def test_a_paradox_is_told(explained):
    found = explained({"phone": (7700, 10_000), "chat": (1800, 2000)}, {"phone": (3000, 4000), "chat": (8900, 10_000)})
    assert "注意:没有一组上升,总体却上升了,全因占比变化。" in said(found).zh
    assert "Note that no segment rose, yet the whole rose: all of it is a change of shares." in said(found).en


def test_a_segment_that_is_new_is_called_new(explained):
    found = explained({"N1": (800, 1000)}, {"N1": (800, 1000), "S1": (100, 1000)})
    assert "南区一店(−26.2 个百分点,新出现)" in said(found).zh


def test_no_data_is_said_and_not_compared(explained):
    assert said(explained({"S1": (8, 10)}, {})).zh == "一次性解决率 2025-06 没有数据,无法与 2025-05 比较。"
    assert said(explained({}, {"S1": (8, 10)})).en == (
        "First-contact resolution was 80.0 % in 2025-06; 2025-05 has no data to compare with."
    )


def test_a_month_that_is_not_over_is_not_compared(explained):
    found = explained({"S1": (8, 10)}, {"S1": (9, 10)}, unfinished=True)
    assert said(found).zh == "一次性解决率 2025-06 尚未结束(目前90.0 %),暂不与 2025-05 比较。"


def test_rows_that_cannot_be_judged_yet_are_mentioned(explained):
    found = explained({"S1": (8, 10)}, {"S1": (9, 10)}, immature=96)
    assert said(found).zh.endswith("另有 96 条尚未到可判断的时候。")


def test_nested_dimensions_are_warned_of(explained):
    before = {("north", "N1"): (8, 10), ("north", "N2"): (7, 10), ("south", "S1"): (6, 10)}
    passage = said(explained(before, before, by=["region", "unit"]))
    assert passage.zh.endswith("服务中心从属于大区:两级的自身变化和占比变化不能相加。")


def test_no_change_is_called_so_and_has_no_cause(explained):
    passage = said(explained({"S1": (8, 10), "N1": (7, 10)}, {"S1": (8, 10), "N1": (7, 10)}))
    assert "与上月基本持平" in passage.zh
    assert "来自" not in passage.zh


@pytest.mark.parametrize(
    ("periods", "zh"),
    [(MAY_JUNE, "较上月下降"), (QUARTERS, "2025-04 至 2025-06 为 65.0 %(n = 20),较 2025-01 至 2025-03 下降")],
)
def test_only_the_month_before_is_called_so(explained, periods, zh):
    found = explained({"S1": (8, 10), "N1": (7, 10)}, {"S1": (6, 10), "N1": (7, 10)})
    assert zh in said(found, periods).zh


def test_a_change_of_equal_scores_has_no_interval_to_state(explained):
    assert said(explained({"S1": (40, 8)}, {"S1": (48, 8)}, "mean", spread=0.0)).zh == (
        "一次性解决率 2025-06 为 6.00 分(n = 8),较上月上升 1.00 分。变化超出随机波动,属好转。"
    )
