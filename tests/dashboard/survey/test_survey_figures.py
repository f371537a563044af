import pytest

from dashboard.figures.gap_rows import GapRow, bars, dots
from dashboard.figures.palette import LIGHT, meaning
from dashboard.figures.priorities import Priority, priorities
from dashboard.figures.wave_rows import WavePoint, wave_rows
from dashboard.survey import words
from dashboard.tone import Tone
from metrics.servqual.instrument import CLASSIC, Instrument

ROWS = [
    GapRow("Speed", 6.5, 5.0, -1.5, -2.0, -1.0, Tone.BAD, "−1.50"),
    GapRow("Care", 5.0, 5.5, 0.5, -0.5, 1.5, Tone.QUIET, "+0.50"),
    GapRow("Nobody", None, None, None, None, None, Tone.QUIET, "–"),
]


def test_expectation_is_hollow_perception_solid_and_a_line_joins_them():
    line, hollow, solid = dots(ROWS, 7, ("expected", "perceived"), LIGHT).data
    assert list(line.x)[:3] == [6.5, 5.0, None]
    assert (list(hollow.x), hollow.marker.color) == ([6.5, 5.0, None], LIGHT.ground)
    assert (list(solid.x), solid.marker.color) == ([5.0, 5.5, None], LIGHT.ink)


def test_the_two_dots_are_named_on_their_outer_sides():
    left, right = dots(ROWS, 7, ("expected", "perceived"), LIGHT).layout.annotations
    assert (left.text, left.x, left.xanchor) == ("perceived", 5.0, "right")
    assert (right.text, right.x, right.xanchor) == ("expected", 6.5, "left")
    assert dots(ROWS[2:], 7, ("a", "b"), LIGHT).layout.annotations == ()


def test_gaps_are_bars_with_their_interval_coloured_only_beyond_chance():
    (bar,) = bars(ROWS, LIGHT).data
    assert list(bar.x) == [-1.5, 0.5, None]
    assert list(bar.error_x.array) == [0.5, 1.0, None]
    assert list(bar.marker.color) == [LIGHT.bad, LIGHT.quiet, LIGHT.quiet]
    assert [note.text for note in bars(ROWS, LIGHT).layout.annotations] == ["−1.50", "+0.50", "–"]


def test_priorities_are_divided_where_they_are_told_and_the_first_stand_out():
    rows = [Priority("Speed", 60.0, -1.5, is_first=True), Priority("Care", 40.0, 0.5, is_first=False)]
    figure = priorities(rows, (50.0, -0.5), {"mend_first": "Mend first"}, LIGHT)
    assert list(figure.data[0].marker.color) == [LIGHT.bad, LIGHT.ink]
    assert [(shape.x0, shape.y0) for shape in figure.layout.shapes] == [(50.0, 0), (0, -0.5)]
    corner = figure.layout.annotations[0]
    assert (corner.text, corner.x, corner.y) == ("Mend first", 1, 0)


def test_the_newest_wave_is_solid_and_below_the_older_one():
    points = [WavePoint("Speed", wave, gap, gap - 1, gap + 1) for wave, gap in (("2024", -2.0), ("2025", -1.0))]
    older, newest = wave_rows(points, LIGHT).data
    assert (older.marker.color, newest.marker.color) == (LIGHT.ground, LIGHT.ink)
    assert older.y[0] < newest.y[0]
    assert [note.text for note in wave_rows(points, LIGHT).layout.annotations] == ["2024", "2025"]


@pytest.mark.parametrize(
    ("low", "high", "tone"),
    [(-2.0, -0.1, Tone.BAD), (0.1, 2.0, Tone.GOOD), (-1.0, 1.0, Tone.QUIET), (None, None, Tone.QUIET)],
)
def test_only_a_gap_beyond_chance_is_good_or_bad(low, high, tone):
    assert words.tone(low, high) is tone


def test_a_tone_has_its_colour():
    assert [meaning(tone, LIGHT) for tone in (Tone.GOOD, Tone.BAD, Tone.QUIET)] == [LIGHT.good, LIGHT.bad, LIGHT.quiet]


@pytest.mark.parametrize(("value", "shown"), [(-0.831, "−0.83"), (0.5, "+0.50"), (-0.001, "0.00"), (None, "–")])
def test_a_gap_has_its_sign_and_two_decimals(value, shown):
    assert words.signed(value, "en") == shown


def test_items_are_named_only_where_they_are_those_of_the_classic_instrument():
    assert words.item(7, CLASSIC, "zh") == "第 7 题 · 一次做对"
    assert words.item(1, Instrument("own", {"speed": (1,)}), "en") == "Item 1"
