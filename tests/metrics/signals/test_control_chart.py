"""Which chart a KPI gets, which points set its limits, and when they are frozen."""

import numpy as np
import pytest

from metrics.signals import ChartError, Plan, control_chart, table

# 24 months of 100 rows around 80 hits, as quiet as chance makes them.
QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77, 81, 79, 84, 80]

# qcc, data/orangejuice.txt: cans found defective in 30 samples of 50.
ORANGE_JUICE = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip


def test_a_share_that_varies_like_chance_gets_a_p_chart_and_says_so(charted):
    choice = charted(QUIET).choice
    assert choice.chart.kind == "p"
    assert choice.because.en.startswith("p chart: the counts vary as chance would (D = ")


def test_a_share_that_varies_more_than_chance_gets_laneys_limits(kpi, points):
    share = kpi("share")
    months = points(share, [8000, 8600, 7400, 8500, 7500, 8300, 7700, 8400, 7600, 8200], [10_000] * 10)
    chart = control_chart(share, months, Plan()).choice.chart
    assert chart.kind == "laney_p"
    assert chart.sigma_z > 10


def test_a_single_jump_is_no_reason_for_laneys_limits(charted):
    before_and_after = [80, 81, 80, 79, 80, 81, 79, 80, 95, 94, 95, 96, 95, 94, 96, 95]
    choice = charted(before_and_after).choice
    assert choice.chart.kind == "p"
    assert choice.dispersion.is_over
    assert "rather a shift" in choice.because.en


def test_one_outlier_is_a_signal_and_no_reason_for_laneys_limits(charted):
    choice = charted([80, 79, 81, 60, 80, 78, 80, 82]).choice
    assert choice.chart.kind == "p"
    assert choice.because.en.startswith("p chart: but for 1 outside the limits, the counts vary as chance would")


def test_orange_juice_varies_more_than_chance_even_without_its_two_outliers(kpi, points):
    share = kpi("share")
    choice = control_chart(share, points(share, ORANGE_JUICE, [50] * 30), Plan(enough=30)).choice
    assert choice.chart.kind == "laney_p"
    assert choice.because.en == (
        "Laney p′ chart: the counts vary more than chance (D = 56.6, p = 0.00073, σz = 1.66): wider by σz"
    )


@pytest.mark.parametrize(("measure", "kind"), [("rate", "u"), ("mean", "xmr")])
def test_a_rate_gets_a_u_chart_and_a_mean_a_chart_of_single_values(kpi, points, measure, kind):
    made = kpi(measure)
    assert control_chart(made, points(made, [20, 22, 18, 21], [400, 400, 400, 400]), Plan()).chart.kind == kind


def test_a_rate_is_charted_in_its_own_unit(kpi, points):
    rate = kpi("rate")
    chart = control_chart(rate, points(rate, [20, 20], [400, 400]), Plan()).chart
    assert (chart.values[0], chart.centre) == (5.0, 5.0)
    assert chart.high[0] == pytest.approx(5 + 3 * np.sqrt(5 / 4))


def test_the_first_20_points_freeze_the_limits_for_those_that_follow(charted):
    frozen = charted([*QUIET[:20], 20, 20, 20, 20])
    assert not frozen.provisional
    assert frozen.phase == ("2024-01", "2025-08")
    assert frozen.chart.centre == sum(QUIET[:20]) / 2000


def test_fewer_than_20_points_give_provisional_limits(charted):
    assert charted(QUIET[:19]).provisional


def test_an_excluded_period_sets_no_limits_and_keeps_its_written_reason(charted):
    plan = Plan(excluded={"2024-03": "hotline down for nine days"})
    control = charted([80, 81, 20, 79, 80], plan)
    assert control.chart.centre == 320 / 400
    assert table(control)["left_out"].to_list() == [None, None, "hotline down for nine days", None, None]


def test_an_excluded_period_is_made_up_for_by_the_next_one(charted):
    control = charted(QUIET, Plan(excluded={"2024-01": "first month after the merger"}))
    assert control.phase == ("2024-02", "2025-09")
    assert not control.provisional


def test_a_named_phase_sets_the_limits(charted):
    control = charted([80, 80, 90, 90, 90, 90], Plan(phase=("2024-03", "2024-05"), enough=3))
    assert (control.chart.centre, control.phase, control.provisional) == (0.9, ("2024-03", "2024-05"), False)


def test_an_exclusion_without_a_reason_is_refused():
    with pytest.raises(ChartError, match="2024-03 is excluded without a reason"):
        Plan(excluded={"2024-03": " "})


def test_a_phase_without_any_period_is_refused(charted):
    with pytest.raises(ChartError, match="No usable period lies in the phase 2030-01 to 2030-12"):
        charted(QUIET, Plan(phase=("2030-01", "2030-12")))


@pytest.mark.parametrize(("hits", "found"), [([], 0), ([80], 1)])
def test_no_rows_and_one_row_make_no_chart(charted, hits, found):
    with pytest.raises(ChartError, match=f"at least 2 finished periods with data that are not left out, found {found}"):
        charted(hits)


def test_months_without_data_are_no_points(kpi, points):
    share = kpi("share")
    control = control_chart(share, points(share, [8, 0, 8], [10, 0, 10]), Plan())
    assert control.periods == ("2024-01", "2024-03")


def test_the_order_of_the_rows_is_irrelevant(kpi, points):
    share = kpi("share")
    months = points(share, QUIET, [100] * 24)
    assert table(control_chart(share, months.reverse(), Plan())).equals(table(control_chart(share, months, Plan())))
