from dataclasses import replace

import polars as pl
import pytest

from dashboard import bridges
from dashboard.figures.bridge import Step, bridge
from dashboard.figures.palette import LIGHT
from dashboard.filters import Filters
from dashboard.places import Places
from dashboard.tone import Tone
from metrics.engine import PARTS
from metrics.registry import kpi
from metrics.text import Text
from metrics.why import Period, Periods, explain
from metrics.why.record import why_record

FCR = kpi("first_contact_resolution")
PERIODS = Periods(Period("2025-05", "2025-05"), Period("2025-06", "2025-06"))


def parts(counts):
    rows = [{**dict.fromkeys(PARTS, 0), "n": n, "total": float(hits)} for hits, n in counts.values()]
    return pl.DataFrame(rows, schema=PARTS).with_columns(unit=pl.Series([*counts]))


@pytest.fixture
def why():
    """Return why 140 of 200 became 100 of 200: N1 fell from 80 to 40 of 100, S1 stayed at 60 of 100."""
    found = explain(FCR, parts({"N1": (80, 100), "S1": (60, 100)}), parts({"N1": (40, 100), "S1": (60, 100)}), ["unit"])
    return why_record(found, PERIODS, {("unit", "N1"): Text("北一店", "North One")})


def test_the_steps_lead_from_the_earlier_value_to_the_later_one(why):
    steps = bridges.steps(FCR, why, ("May", "June"), "en")
    assert [(step.name, step.text, step.tone) for step in steps] == [
        ("May", "70.0 %", Tone.QUIET),
        ("Change of shares", "0.0 pp", Tone.QUIET),
        ("North One", "−20.0 pp", Tone.BAD),
        ("June", "50.0 %", Tone.QUIET),
    ]
    assert [step.name for step in bridges.steps(FCR, why, ("5 月", "6 月"), "zh")][2] == "北一店"
    assert (steps[0].end, steps[-1].end) == (pytest.approx(0.7), pytest.approx(0.5))


def test_the_table_adds_up_to_the_change(why, shown):
    reader = bridges.Reader(shown(unit=None), "unit", Places([]), Filters(part="why"), "en")
    assert [[cell.text for cell in row.cells] for row in reader.table(why, "name").rows] == [
        ["N1", "80.0 %", "40.0 %", "0.0 pp", "−20.0 pp", "−20.0 pp"],
        ["S1", "60.0 %", "60.0 %", "0.0 pp", "0.0 pp", "0.0 pp"],
        ["Sum", "70.0 %", "50.0 %", "0.0 pp", "−20.0 pp", "−20.0 pp"],
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The groups' shares come to +5.0 pp together. Of that, +5.0 pp is a change of sample alone"),
        ("zh", "占比变化合计 +5.0 个百分点;其中 +5.0 个百分点 只是样本变了"),
    ],
)
def test_the_part_of_the_sample_is_one_sentence(language, said):
    # Of 100 forms each, all were counted before; then all of A (90 % good) and half of B (60 %): 75 % became 80 %.
    before, now = parts({"A": (90, 100), "B": (60, 100)}), parts({"A": (90, 100), "B": (30, 50)})
    now = now.with_columns(excluded=pl.Series([0, 50]))
    found = why_record(explain(FCR, before, now, ["unit"]), PERIODS, {})
    assert bridges.of_sample(FCR, found, language).startswith(said)


def test_of_a_rate_there_is_no_sample_to_speak_of(why):
    assert bridges.of_sample(FCR, replace(why, sample=None), "en") == ""


def test_less_of_what_should_be_little_is_good():
    assert bridges.tone_of(kpi("repeat_contact_rate"), -0.1) is Tone.GOOD
    assert bridges.tone_of(FCR, -0.1) is Tone.BAD
    assert bridges.tone_of(FCR, 0) is Tone.QUIET


def test_values_are_points_and_steps_float_between_them():
    steps = [Step("May", 0.7, 0.7, "70 %", is_value=True), Step("N1", 0.7, 0.5, "−20 pp", Tone.BAD),
             Step("June", 0.5, 0.5, "50 %", is_value=True)]  # fmt: skip
    figure = bridge(steps, {"tickformat": ".0%"}, LIGHT)
    assert (list(figure.data[0].base), list(figure.data[0].x)) == ([0.7], [pytest.approx(-0.2)])
    assert list(figure.data[0].marker.color) == [LIGHT.bad]
    assert list(figure.data[1].x) == [0.7, 0.5]
    assert [shape.x0 for shape in figure.layout.shapes] == [0.7, 0.5]


def test_the_bars_of_the_ladder_hang_from_one_another_on_one_scale(why):
    rows = bridges.ladder(bridges.steps(FCR, why, ("May", "June"), "en"), "Why", "en").rows
    # From 50 % to 70 %: May ends the scale, June begins it, and North One leads from the one to the other.
    bars = [(round(row.cells[1].bar.start, 9), round(row.cells[1].bar.end, 9)) for row in rows]
    assert bars == [(1, 1), (1, 1), (0, 1), (0, 0)]
    assert rows[2].cells[1].bar.tone is Tone.BAD
    assert [(row.cells[0].text, row.cells[2].text) for row in rows][2] == ("North One", "−20.0 pp")
