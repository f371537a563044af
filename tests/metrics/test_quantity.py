"""Values and differences in words."""

import pytest

from metrics.model import Unit
from metrics.quantity import difference_in_words, in_words, interval_in_words


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (0.8123, Unit.SHARE, "81.2 %", "81.2 %"),
        (0.0, Unit.SHARE, "0.0 %", "0.0 %"),
        (None, Unit.SHARE, "–", "–"),
        (-1.5, Unit.SCORE, "−1.50 分", "−1.50 points"),
        (1.26, Unit.PER_HUNDRED, "每百件 1.26", "1.26 per 100"),
        (35.0, Unit.SECONDS, "35 秒", "35 s"),
        (750.0, Unit.SECONDS, "12.5 分钟", "12.5 min"),
        (18_720.0, Unit.SECONDS, "5.2 小时", "5.2 h"),
        (276_480.0, Unit.SECONDS, "3.2 天", "3.2 days"),
        (276_480.0, Unit.WORKING_SECONDS, "76.8 工作小时", "76.8 working h"),
        (90.0, Unit.WORKING_SECONDS, "90 工作秒", "90 working s"),
    ],
)
def test_a_value_is_said_with_its_unit(value, unit, zh, en):
    words = in_words(value, unit)
    assert (words.zh, words.en) == (zh, en)


@pytest.mark.parametrize(
    ("difference", "unit", "zh", "en"),
    [
        (-0.021, Unit.SHARE, "−2.1 个百分点", "−2.1 percentage points"),
        (0.021, Unit.SHARE, "+2.1 个百分点", "+2.1 percentage points"),
        (-0.0004, Unit.SHARE, "0.0 个百分点", "0.0 percentage points"),
        (0.5, Unit.SCORE, "+0.50 分", "+0.50 points"),
        (-90.0, Unit.SECONDS, "−90 秒", "−90 s"),
        (0.00001, Unit.SHARE, "0.0 个百分点", "0.0 percentage points"),
        (0.3, Unit.PER_HUNDRED, "每百件 +0.30", "+0.30 per 100"),
    ],
)
def test_a_signed_difference_carries_a_true_sign(difference, unit, zh, en):
    words = difference_in_words(difference, unit, signed=True)
    assert (words.zh, words.en) == (zh, en)


def test_a_difference_without_sign_is_its_size():
    assert difference_in_words(-0.021, Unit.SHARE).zh == "2.1 个百分点"


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        (Unit.SHARE, "−10.1 至 +5.2 个百分点", "−10.1 to +5.2 percentage points"),
        (Unit.SCORE, "−0.10 至 +0.05 分", "−0.10 to +0.05 points"),
        (Unit.PER_HUNDRED, "每百件 −0.10 至 +0.05", "−0.10 to +0.05 per 100"),
    ],
)
def test_an_interval_has_two_signed_ends_and_says_their_unit_once(unit, zh, en):
    words = interval_in_words(-0.101, 0.052, unit)
    assert (words.zh, words.en) == (zh, en)


def test_an_interval_of_two_units_says_both():
    assert interval_in_words(-45, 150, Unit.SECONDS).en == "−45 s to +2.5 min"
