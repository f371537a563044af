"""Control charts of a workspace: which points they hold, for whom, and by whose rules."""

from datetime import UTC, datetime

import pytest

from metrics.calendar import shift_month
from metrics.errors import UnknownKpiError
from metrics.registry import kpi
from metrics.signals import signals
from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.charting import read_charts
from metrics.store.errors import QueryError, SettingsError
from metrics.store.series import weekly_parts
from metrics.store.watching import Watch, control_charts

FCR = "first_contact_resolution"
QUIET = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]


def months(unit, hits, first="2023-10", n=100):
    return [
        {"month": shift_month(first, number), "unit": unit, "n": n, "total": float(hit)}
        for number, hit in enumerate(hits)
    ]


def watched(folder, scope=EVERYTHING, **watch):
    return control_charts(open_store(folder), scope, Watch(kpi=FCR, **watch))


def test_each_unit_has_a_chart_and_all_of_them_together_too(published):
    charts = watched(published(*months("N1", [80, 81]), *months("S1", [60, 61])))
    assert {chart.unit: chart.chart.centre for chart in charts} == {None: 0.705, "N1": 0.805, "S1": 0.605}


def test_the_month_that_is_not_over_is_not_on_the_chart(published):
    folder = published(*months("N1", [80, 81, 1], first="2025-04"), as_of=datetime(2025, 6, 28, tzinfo=UTC))
    assert watched(folder)[0].periods == ("2025-04", "2025-05")


def test_a_month_is_over_on_its_last_day_in_the_business_zone(published):
    folder = published(*months("N1", [80, 81, 82], first="2025-04"), as_of=datetime(2025, 6, 29, 16, tzinfo=UTC))
    assert watched(folder)[0].periods == ("2025-04", "2025-05", "2025-06")


def test_rows_without_a_date_or_a_unit_make_no_point_and_no_chart_of_a_unit(published):
    folder = published(*months("unknown", [80, 81]), {"month": "undated", "unit": "N1", "n": 9, "total": 1.0})
    assert [(chart.unit, chart.periods) for chart in watched(folder)] == [(None, ("2023-10", "2023-11"))]


def test_a_scope_sees_its_own_units_only_also_in_the_total(published):
    folder = published(*months("N1", [80, 81]), *months("S1", [60, 61]))
    charts = watched(folder, Scope(frozenset({"S1"})))
    assert {chart.unit: chart.chart.centre for chart in charts} == {None: 0.605, "S1": 0.605}


def test_weeks_come_from_days_and_a_week_that_is_not_over_is_left_out(published, day_of):
    # 2 June 2025 is a Monday; the load knows everything until Monday 30 June.
    days = [day_of("2025-06-02", "N1", 3, 4), day_of("2025-06-08", "N1", 1, 4), day_of("2025-06-09", "N1", 5, 5)]
    folder = published(*months("N1", [80]), days=(*days, day_of("2025-06-30", "N1", 0, 9)))
    found = weekly_parts(open_store(folder), EVERYTHING, kpi(FCR))
    assert found.select("period", "unit", "n", "total").rows() == [
        ("2025-W23", "N1", 8, 4.0),
        ("2025-W24", "N1", 5, 5.0),
    ]


def test_weeks_are_charted_like_months(published, day_of):
    folder = published(*months("N1", [80]), days=(day_of("2024-12-30", "N1", 8, 10), day_of("2025-01-06", "N1", 6, 10)))
    assert watched(folder, unit="N1", period="week")[0].periods == ("2025-W01", "2025-W02")


def test_the_policy_excludes_months_with_a_reason_and_names_the_phase(published):
    policy = f"""
        [[chart]]
        kpi = "{FCR}"
        unit = "N1"
        phase = ["2023-10", "2024-12"]
        rules = "nelson"
        excluded = {{ "2023-12" = "hotline down for nine days" }}
    """
    charts = {chart.unit: chart for chart in watched(published(*months("N1", QUIET), policy=policy))}
    assert charts["N1"].phase == ("2023-10", "2024-12")
    assert charts["N1"].plan.excluded == {"2023-12": "hotline down for nine days"}
    assert list(charts["N1"].rules) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert charts[None].plan.excluded == {}


def test_a_units_own_entry_comes_before_that_for_every_unit(published):
    policy = f'[[chart]]\nkpi = "{FCR}"\nrules = "nelson"\n[[chart]]\nkpi = "{FCR}"\nunit = "N1"\n'
    folder = published(*months("N1", QUIET), *months("S1", QUIET), policy=policy)
    assert {chart.unit: len(chart.rules) for chart in watched(folder)} == {None: 8, "N1": 2, "S1": 8}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('kpi = "first_contact_resolutoin"', "No KPI is registered as 'first_contact_resolutoin'. Did you mean first"),
        (f'kpi = "{FCR}"\nrules = "wester"', "'wester' is not known here. Did you mean western_electric"),
        (f'kpi = "{FCR}"\nphase = ["2025-01"]', "not enough values to unpack"),
        (f'kpi = "{FCR}"\nexclude = {{}}', "'exclude' is not known here. Did you mean excluded"),
        (f'kpi = "{FCR}"\nexcluded = {{ "2025-01" = "" }}', "2025-01 is excluded without a reason"),
        ('unit = "N1"', "'kpi'"),
    ],
)
def test_an_entry_that_cannot_be_understood_names_itself_and_what_is_close(tmp_path, entry, says):
    (tmp_path / "policy.toml").write_text(f"[[chart]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        read_charts(tmp_path)
    assert str(refused.value).startswith("policy.toml, chart 1: ")
    assert says in str(refused.value)


def test_unknown_kpis_and_units_are_refused_with_the_nearest_names(published):
    folder = published(*months("north_1", [80, 81]))
    with pytest.raises(UnknownKpiError, match="Did you mean first_contact_resolution"):
        control_charts(open_store(folder), EVERYTHING, Watch(kpi="first_contact_resolutions"))
    with pytest.raises(QueryError, match=r"No unit 'north_2' has data here\. Did you mean north_1"):
        watched(folder, unit="north_2")


def test_a_chart_asked_for_by_name_that_cannot_be_drawn_says_why(published):
    folder = published(*months("N1", [80, 81]), *months("S1", [60]))
    assert [chart.unit for chart in watched(folder)] == [None, "N1"]
    with pytest.raises(Exception, match="at least 2 finished periods with data that are not left out, found 1"):
        watched(folder, unit="S1")


def test_a_month_far_below_the_frozen_limits_is_flagged_in_its_unit(published):
    folder = published(*months("N1", [*QUIET, 50]), *months("S1", [*QUIET, 80]))
    flagged = {chart.unit: [signal.flagged for signal in signals(chart)] for chart in watched(folder)}
    assert flagged == {None: ["2025-06"], "N1": ["2025-06"], "S1": []}
