"""The chart of one place: from the readings of a page, and by week."""

from datetime import UTC, datetime

import pytest

from metrics.calendar import shift_month
from metrics.registry import kpi
from metrics.signals import Meaning
from metrics.store import EVERYTHING, Query, open_store
from metrics.store.tracking import Track, monthly_chart, weekly_chart
from metrics.text import Text

FCR = "first_contact_resolution"
CALM = [80, 84, 76, 79, 82, 85, 78, 77, 83, 80, 75, 81, 84, 79, 76, 82, 80, 78, 83, 77]


def months(unit, hits, last="2025-06"):
    first = shift_month(last, 1 - len(hits))
    return [
        {"month": shift_month(first, number), "unit": unit, "n": 100, "total": float(hit)}
        for number, hit in enumerate(hits)
    ]


@pytest.fixture
def charted(published):
    """Return a function that charts the first-contact resolution of a workspace's units by month."""

    def chart(*parts, track=None, **settings):
        return drawn(open_store(published(*parts, **settings)), track or Track(kpi(FCR)))

    return chart


def drawn(store, track):
    return monthly_chart(store, EVERYTHING, track, store.readings(EVERYTHING, Query(FCR, by=("month",))).to_dicts())


def test_a_chart_holds_the_months_that_are_over_with_limits(charted):
    found = charted(*months("N1", [80, 82, 1]), as_of=datetime(2025, 6, 28, tzinfo=UTC))
    assert found.points["period"].to_list() == ["2025-04", "2025-05"]
    assert found.points["centre"].to_list() == [0.81, 0.81]
    assert found.provisional
    assert found.phase == ("2025-04", "2025-05")


def test_one_month_is_no_chart(charted):
    assert charted(*months("N1", [80])) is None


def test_a_signal_names_its_place_and_says_what_it_means(charted):
    found = charted(*months("N1", [*CALM, 50]), track=Track(kpi(FCR), "N1", Text("北一店", "North One")))
    (signal,) = found.signals
    assert (signal.flagged, signal.meaning, signal.doubts, signal.is_newest) == ("2025-06", Meaning.BAD, (), True)
    assert signal.says.en.startswith("First-contact resolution · North One: in 2025-06 at 50.0 %")
    assert "低于下控制限" in signal.says.zh


def test_the_policy_of_a_unit_speaks_on_its_chart(published):
    policy = f"""[[chart]]\nkpi = "{FCR}"\nunit = "N1"\nexcluded = {{ "2025-06" = "strike" }}\n"""
    store = open_store(published(*months("N1", [80, 82, 1]), policy=policy))
    assert drawn(store, Track(kpi(FCR), unit="N1")).points["left_out"].to_list()[-1] == "strike"
    assert drawn(store, Track(kpi(FCR))).points["left_out"].to_list()[-1] is None


def test_weeks_of_some_units_are_charted_together(published, day_of):
    days = [
        day_of(day, unit, hits, 10)
        for day in ("2025-06-02", "2025-06-09")
        for unit, hits in {"N1": 8, "N2": 6, "S1": 1}.items()
    ]
    store = open_store(published(*months("N1", [8]), days=tuple(days)))
    found = weekly_chart(store, EVERYTHING, Track(kpi(FCR)), ("N1", "N2"))
    assert found.points["period"].to_list() == ["2025-W23", "2025-W24"]
    assert found.points["value"].to_list() == [0.7, 0.7]
    assert weekly_chart(store, EVERYTHING, Track(kpi(FCR)), ("N9",)) is None
