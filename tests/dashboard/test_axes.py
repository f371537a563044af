import pytest

from dashboard import numbers
from dashboard.axes import axis, axis_of_counts
from metrics.registry import kpi

HOUR, DAY = 3600.0, 86_400.0


def test_shares_are_written_in_percent_and_scores_as_they_are():
    assert axis(kpi("first_contact_resolution"), [0.5], "zh") == {"tickformat": ".1~%"}
    assert axis(kpi("satisfaction_score"), [0.5], "zh") == {"tickformat": ",~r"}


@pytest.mark.parametrize(
    ("values", "en", "zh"),
    [
        ([28 * HOUR, 50 * HOUR], ["24 h", "30 h", "36 h", "42 h", "48 h", "54 h"], "24 小时"),
        ([1.5 * DAY, 8 * DAY], ["0 d", "2 d", "4 d", "6 d", "8 d"], "0 天"),
        ([70.0, 310.0], ["1 min", "2 min", "3 min", "4 min", "5 min", "6 min"], "1 分"),
        ([3.0, None, 9.0], ["3 s", "4 s", "5 s", "6 s", "7 s", "8 s", "9 s"], "3 秒"),
        ([], ["0 s"], "0 秒"),
    ],
)
def test_durations_are_written_in_round_units_of_time(values, en, zh):
    duration = kpi("resolution_time_p50")
    assert axis(duration, values, "en")["ticktext"] == en
    assert axis(duration, values, "zh")["ticktext"][0] == zh


def test_bars_begin_at_zero_and_so_do_their_ticks():
    assert axis(kpi("resolution_time_p50"), [30 * HOUR], "en", from_zero=True)["tickvals"][0] == 0


def test_working_time_is_not_told_in_days():
    ticks = axis(kpi("resolution_working_time_p50"), [0.0, 4 * DAY], "en")
    assert ticks["ticktext"][1] == "24 h"


def test_an_axis_of_large_numbers_is_written_with_wan_where_the_reader_chose_so():
    with numbers.written_in_myriads(chosen=True):
        ticks = axis_of_counts([3_000, 41_000])
        assert axis_of_counts([3_000, 9_999]) == {"tickformat": ",d"}
    assert ticks["tickvals"] == [0, 10_000, 20_000, 30_000, 40_000, 50_000]
    assert ticks["ticktext"] == ["0", "1 万", "2 万", "3 万", "4 万", "5 万"]
    assert axis_of_counts([3_000, 41_000]) == {"tickformat": ",d"}


def test_a_value_beyond_ten_thousand_is_written_so_too():
    with numbers.written_in_myriads(chosen=True):
        ticks = axis(kpi("complaints_per_100_cases"), [12_000.5], "zh", from_zero=True)
    assert ticks["ticktext"][-2:] == ["1 万", "1 万 5000"]
