from datetime import UTC, datetime, timedelta

import pytest

from dashboard import numbers
from metrics.registry import kpi

FCR, SCORE, SPEED = kpi("first_contact_resolution"), kpi("satisfaction_score"), kpi("speed_of_answer")


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ({"value": 0.8117, "n": 1204}, "81.2 %"),
        ({"value": 0.0, "n": 12}, "0.0 %"),
        ({"value": None, "n": 0}, "–"),
        ({"value": 0.75, "n": 4}, "too few (n = 4)"),
        ({"value": 0.8, "n": 5}, "80.0 %"),
        (None, "–"),
    ],
)
def test_a_rate_has_one_decimal_no_data_is_a_dash_and_few_rows_give_no_figure(reading, words):
    assert numbers.figure(FCR, reading, "en") == words


@pytest.mark.parametrize(
    ("kpi", "amount", "zh", "en"),
    [
        (SCORE, -1.5, "−1.50 分", "−1.50 points"),
        (SCORE, 4.0, "4.00 分", "4.00 points"),
        (SPEED, 39.6, "40 秒", "40 s"),
        (SPEED, 150.0, "2.5 分钟", "2.5 min"),
    ],
)
def test_a_value_is_written_in_its_own_unit_with_a_true_minus_sign(kpi, amount, zh, en):
    assert (numbers.value(kpi, amount, "zh"), numbers.value(kpi, amount, "en")) == (zh, en)


def test_a_difference_of_rates_is_in_percentage_points_and_says_no_sign():
    assert numbers.difference(FCR, -0.0213, "zh") == "2.1 个百分点"
    assert numbers.difference(FCR, -0.0213, "en") == "2.1 pp"


@pytest.mark.parametrize(
    ("kpi", "low", "high", "words"),
    [
        (FCR, 0.801, 0.823, "80.1–82.3 %"),
        (SCORE, 3.07, 4.11, "3.07–4.11 points"),
        (SCORE, -1.2, 0.3, "−1.20 … 0.30 points"),
        (SPEED, 90.0, 150.0, "90 s–2.5 min"),
        (FCR, None, None, "–"),
    ],
)
def test_an_interval_says_its_unit_once(kpi, low, high, words):
    assert numbers.interval(kpi, low, high, "en") == words


def test_the_interval_of_a_difference_carries_signs():
    assert numbers.difference_interval(FCR, -0.072, 0.025, "en") == "−7.2 … +2.5 pp"


def test_a_score_says_its_range_and_a_rate_does_not():
    assert numbers.scale(SCORE, "en") == "−6…+6"
    assert numbers.scale(kpi("csat_mean"), "en") == "1…5"
    assert numbers.scale(FCR, "en") is None
    assert numbers.scale(SPEED, "en") is None


@pytest.mark.parametrize(
    ("amount", "words"), [(1204.0, "1,204"), (0.0, "0"), (-3.0, "−3"), (2.5, "2.50"), (-1234.5, "−1,234.50")]
)
def test_sums_are_whole_where_they_are_whole(amount, words):
    assert numbers.plain_number(amount) == words


def test_months_are_named_in_both_languages():
    assert numbers.month("2025-06", "zh") == "2025 年 6 月"
    assert numbers.month("2025-06", "en") == "June 2025"
    assert numbers.month_before("2026-01", "en") == "December"
    assert numbers.short_month("2025-01", "en") == "Jan<br>2025"
    assert numbers.short_month("2025-06", "zh") == "6月"


def test_a_moment_is_told_by_the_business_zones_clock():
    assert numbers.moment(datetime(2025, 6, 30, 16, 5, tzinfo=UTC), "Asia/Shanghai") == "2025-07-01 00:05"
    assert numbers.moment(None, "Asia/Shanghai") == "–"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(minutes=5), "0:05"),
        (timedelta(hours=30, minutes=7), "1 d 6:07"),
        (timedelta(minutes=-90), "−1:30"),
    ],
)
def test_a_span_is_days_and_a_clock(length, words):
    assert numbers.span(length, "en") == words
