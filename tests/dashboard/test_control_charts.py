from itertools import pairwise

import polars as pl
import pytest

from dashboard import control_charts
from dashboard.figures.control import Labels, Mark, control_figure
from dashboard.figures.palette import LIGHT
from dashboard.filters import Filters
from metrics.engine import PARTS, readings
from metrics.registry import kpi
from metrics.signals import Meaning, Plan, control_chart
from metrics.signals.record import chart_record

FCR = kpi("first_contact_resolution")
HITS = {"2025-02": 80, "2025-03": 82, "2025-04": 81, "2025-05": 40}


@pytest.fixture
def record():
    """Return the chart of four months of 100 rows each, the first three of which set the limits."""
    rows = [{**dict.fromkeys(PARTS, 0), "n": 100, "total": float(hits)} for hits in HITS.values()]
    frame = pl.DataFrame(rows, schema=PARTS).with_columns(period=pl.Series([*HITS]))
    plan = Plan(phase=("2025-02", "2025-04"), enough=3)
    return chart_record(control_chart(FCR, readings(FCR, frame), plan), {})


def months(shown, *, partial=False):
    made = {month: shown(month=month, unit=None, now=(hits, 100)) for month, hits in HITS.items()}
    return made | ({"2025-06": shown(month="2025-06", unit=None, now=(9, 10), partial=True)} if partial else {})


def test_a_month_has_its_limits_its_target_and_its_signal(record, shown):
    mark = control_charts.marks(record, months(shown), {"2025-05": "1"}, "en")[-1]
    assert (mark.period, mark.value, mark.target, mark.signal, mark.note) == ("2025-05", 0.4, 0.8, Meaning.BAD, "1")
    assert mark.hover == "May 2025: 40.0 % (limits 69.2 %–92.8 %), n = 100".replace("69.2 %–", "69.2–")


def test_the_month_that_is_not_over_follows_without_limits(record, shown):
    last = control_charts.marks(record, months(shown, partial=True), {}, "zh")[-1]
    assert (last.period, last.value, last.low, last.is_partial) == ("2025-06", 0.9, None, True)
    assert last.hover == "2025 年 6 月:90.0 %,未完"


def test_lines_are_named_with_their_values(record, shown):
    marks = control_charts.marks(record, months(shown), {}, "en")
    labels = control_charts.labels(FCR, record, marks, "en")
    assert (labels.last, labels.centre, labels.target) == ("40.0 %", "centre 81.0 %", "target 80.0 %")
    assert (labels.lower, labels.upper) == ("lower 69.2 %", "upper 92.8 %")


def test_it_is_said_where_the_limits_come_from(record):
    said = control_charts.basis(record, "en")
    assert said.startswith("Limits from February 2025 to April 2025. p chart: the counts vary as chance would")
    assert "provisional" not in said


def test_the_table_holds_every_period_and_marks_the_signal(record, shown):
    table = control_charts.table(shown(unit=None), record, Filters(kpi=FCR.key), "name", "en")
    assert [cell.text for cell in table.rows[0].cells] == [
        "May 2025", "40.0 %", "100", "69.2 %", "81.0 %", "92.8 %",
        "◆ for the worse · one point beyond the 3σ limits",
    ]  # fmt: skip
    assert table.rows[1].cells[-1].text == "–"
    assert table.rows[0].cells[0].href == "kpi?month=2025-05&kpi=first_contact_resolution"


def test_the_alternative_counts_periods_and_signals(record, shown):
    said = control_charts.alternative(shown(unit=None), "All units", record, "en")
    assert said == "First-contact resolution, All units: 4 periods, from 80.0 % to 40.0 %, 1 signals."


LABELS = Labels("90 %", "centre", "upper", "lower", "target", {"tickformat": ".0%"})
MARKS = [
    Mark("2025-04", "Apr", 0.8, 0.7, 0.9, 0.8, "April"),
    Mark("2025-05", "May", 0.4, 0.7, 0.9, 0.8, "<b>May</b>", signal=Meaning.BAD, note="1"),
    Mark("2025-06", "Jun", 0.9, None, None, 0.8, "June", is_partial=True),
]


def drawn():
    return control_figure(MARKS, 0.8, "2025-05", LABELS, LIGHT)


def test_signals_have_a_shape_and_a_colour_and_the_unfinished_month_is_open():
    marker = drawn().data[-1].marker
    assert list(marker.symbol) == ["circle", "diamond", "circle"]
    assert list(marker.color) == [LIGHT.ink, LIGHT.bad, LIGHT.ground]


def test_limits_end_with_the_last_month_that_is_over():
    upper, lower = drawn().data[:2]
    assert (list(upper.y), list(lower.y)) == ([0.9, 0.9, None], [0.7, 0.7, None])


def test_points_carry_their_period_and_text_is_only_text():
    points = drawn().data[-1]
    assert list(points.customdata) == ["2025-04", "2025-05", "2025-06"]
    assert points.hovertext[1] == "&lt;b&gt;May&lt;/b&gt;"


def test_labels_that_lie_close_together_are_moved_apart():
    ends = [note for note in drawn().layout.annotations if note.xref == "paper"]
    heights = [note.y / 0.5 * 260 + note.yshift for note in ends]
    assert [note.text for note in ends] == ["<b>90 %</b>", "upper", "centre", "target", "lower"]
    assert all(above - below >= 14.9 for above, below in pairwise(heights))


def test_a_note_stands_above_its_period():
    assert [(note.x, note.text) for note in drawn().layout.annotations if note.yref == "paper"] == [
        ("2025-05", "<b>1</b>")
    ]


def test_a_chart_without_limits_draws_the_values_alone():
    figure = control_figure(MARKS[2:], None, "", LABELS, LIGHT)
    assert len(figure.data) == 3
