import polars as pl
import pytest

from dashboard.complaints import causes, rate, recoveries, supposed
from dashboard.complaints.period import Period
from dashboard.figures.palette import LIGHT
from dashboard.figures.pareto import Cause, pareto
from dashboard.filters import Filters
from dashboard.patterns import Pattern
from dashboard.places import Place
from metrics.recovery.scenario import GROUPS, LITERATURE
from metrics.registry import kpi
from metrics.signals import Meaning

RATE = kpi("complaints_per_100_cases")
MONTHS = pl.DataFrame(
    {
        "month": ["2025-04", "2025-05", "2025-06"],
        "total": [5.0, 20.0, 0.0],
        "exposure": [100.0] * 3,
        "value": [5.0, 20.0, 0.0],
        "low": [1.6, 12.2, 0.0],
        "high": [11.7, 30.9, 3.7],
        "centre": [5.0] * 3,
        "lower": [1.0] * 3,
        "upper": [13.0] * 3,
        "beyond": pl.Series([0, 1, -1], dtype=pl.Int8),
        "sets_limits": [True] * 3,
    }
)
KNOWN = {scenario.name: scenario for scenario in LITERATURE}
NOBODY = dict.fromkeys(GROUPS, 0)


def test_a_month_beyond_the_limits_is_bad_above_and_good_below():
    assert [mark.signal for mark in rate.marks(RATE, MONTHS, None, "en")] == [None, Meaning.BAD, Meaning.GOOD]


def test_the_month_that_is_not_over_is_drawn_without_limits(shown):
    open_month = shown("complaints_per_100_cases", unit=None, month="2025-07", now=(3, 100), before=None)
    object.__setattr__(open_month, "now", {"value": 3.0, "n": 103})
    *_, last = rate.marks(RATE, MONTHS, open_month, "en")
    assert (last.period, last.low, last.high, last.is_partial) == ("2025-07", None, None, True)


def test_the_lines_are_named_at_their_ends():
    drawn = rate.marks(RATE, MONTHS, None, "zh")
    labels = rate.labels(RATE, MONTHS, drawn, "zh")
    assert (labels.last, labels.centre, labels.upper, labels.lower) == ("0.00", "中心 5.00", "上限 13.00", "下限 1.00")


def test_bars_of_causes_carry_their_key_and_what_is_added_up():
    figure = pareto(
        [Cause("T1", "<b>Waiting</b>", 3, "3 · Σ 60.0 %"), Cause("T2", "Attitude", 2, "2 · Σ 100.0 %")], LIGHT
    )
    assert list(figure.data[0].customdata) == ["T1", "T2"]
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;Waiting&lt;/b&gt; "
    assert [note.text for note in figure.layout.annotations] == ["3 · Σ 60.0 %", "2 · Σ 100.0 %"]


def test_a_cause_has_its_name_in_the_readers_language_or_its_code():
    row = {"topic": "T1", "name": "等待", "name_en": "Waiting"}
    assert (causes.name(row, "zh"), causes.name(row, "en")) == ("等待", "Waiting")
    assert causes.name({"topic": "T7", "name": None, "name_en": None}, "en") == "T7"
    assert causes.name({"topic": "other", "name": None, "name_en": None}, "zh") == "其他"


def test_a_period_ends_with_the_chosen_month():
    period = Period("2025-02", 12, Place("unit", "N1"))
    assert (period.first, period.query.first, period.query.last) == ("2024-03", "2024-03", "2025-02")
    assert period.query.where == (("unit", "N1"),)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(3600.0, 7200.0, "60.0 min–2.0 h"), (86_400.0, None, "≥ 24.0 h"), (None, None, "–")],
)
def test_an_interval_without_an_upper_end_is_at_least_so_long(low, high, shown):
    assert recoveries.between(low, high, "en") == shown


def test_what_the_address_leaves_open_comes_from_the_scenario_and_the_records():
    found = supposed.supposed(KNOWN, {**NOBODY, "no_contact": 7}, Filters())
    assert (found.name, found.worth) == ("loss_above_100_dollars", 1_000)
    assert list(found.shares.values()) == [9.0, 19.0, 54.0, 82.0]
    assert found.customers["no_contact"] == 7
    assert found.at_risk.total == pytest.approx(6370)


def test_what_the_address_says_goes_before():
    filters = Filters(scenario="loss_below_5_dollars", repurchase="1-2-3.5-4", customers="4-3-2-1", worth="5")
    found = supposed.supposed(KNOWN, NOBODY, filters)
    assert (list(found.shares.values()), list(found.customers.values())) == ([1.0, 2.0, 3.5, 4.0], [4, 3, 2, 1])
    assert (found.name, found.worth) == ("loss_below_5_dollars", 5)


def test_what_is_written_into_the_address_can_be_read_again():
    assert supposed.written([9.0, 19.5, 54, 100.0]) == "9-19.5-54-100"
    assert supposed.written([9.0, 19.5, 54, 100.0]) in Pattern(supposed.SHARES)
    assert supposed.written([1_000_000, 0, 1, 2]) in Pattern(supposed.COUNTS)


@pytest.mark.parametrize("text", ["101-1-1-1", "1-1-1", "1-1-1-1-1", "a-b-c-d", "", "-1-1-1-1"])
def test_shares_of_another_form_are_no_shares(text):
    assert text not in Pattern(supposed.SHARES)
