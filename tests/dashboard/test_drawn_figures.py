import re

import pytest

from dashboard.figures.palette import DARK, LIGHT, palette
from dashboard.figures.sparkline import Shape, sparkline
from dashboard.figures.trend import Labels, Point, trend

POINTS = [
    Point("2025-04", "Apr", 0.9, 0.8, 0.95, 0.8, "April"),
    Point("2025-05", "May", None, None, None, 0.8, "May"),
    Point("2025-06", "Jun", 0.6, 0.3, 0.8, 0.85, "June", is_partial=True),
]
LABELS = Labels("60.0 %", "target 85.0 %", {"tickformat": ".0%"})


def drawn(points=POINTS):
    return trend(points, LABELS, LIGHT)


def test_the_line_holds_every_month_and_leaves_a_gap_where_there_is_no_figure():
    line = drawn().data[-1]
    assert list(line.x) == ["2025-04", "2025-05", "2025-06"]
    assert list(line.y) == [0.9, None, 0.6]
    assert not line.connectgaps


def test_the_interval_is_a_band_between_its_ends():
    upper, lower = drawn().data[:2]
    assert (list(upper.y), list(lower.y)) == ([0.95, None, 0.8], [0.8, None, 0.3])
    assert lower.fill == "tonexty"


def test_the_target_is_a_line_of_steps():
    target = drawn().data[2]
    assert list(target.y) == [0.8, 0.8, 0.85]
    assert target.line.shape == "hvh"


def test_an_unfinished_month_is_an_open_point():
    marker = drawn().data[-1].marker
    assert list(marker.color) == [LIGHT.ink, LIGHT.ink, LIGHT.ground]


def test_the_last_value_and_the_target_are_labelled_directly_and_apart():
    figure = drawn()
    assert not figure.layout.showlegend
    assert [note.text for note in figure.layout.annotations] == ["<b>60.0 %</b>", "target 85.0 %"]
    assert [note.yshift for note in figure.layout.annotations] == [-8, 8]


def test_a_trend_without_target_or_value_has_no_label():
    empty = [Point("2025-04", "Apr", None, None, None, None, "")]
    assert drawn(empty).layout.annotations == ()


def test_of_many_months_only_quarters_are_named():
    many = [Point(f"2025-{month:02d}", str(month), 0.5, 0.4, 0.6, None, "") for month in range(1, 13)]
    assert list(drawn(many).layout.xaxis.tickvals) == ["2025-01", "2025-04", "2025-07", "2025-10"]


def test_charts_are_drawn_as_vectors():
    assert {trace.type for trace in drawn().data} == {"scatter"}


def test_a_sparkline_runs_from_left_to_right_and_ends_at_the_last_month():
    assert sparkline([0.0, 1.0]) == Shape(("4.0,30.0 176.0,4.0",), (176.0, 4.0))


def test_a_sparkline_breaks_where_there_is_no_data():
    assert len(sparkline([1.0, None, 2.0, 3.0]).lines) == 2
    assert sparkline([1.0, None]).end is None


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_sparkline_of_nothing_is_empty(values):
    assert sparkline(values) == Shape((), None)


def test_equal_values_lie_in_the_middle():
    assert sparkline([2.0, 2.0]).lines == ("4.0,17.0 176.0,17.0",)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "good", "bad", "red", "green"])
def test_text_stands_out_from_its_ground(colours, name):
    assert contrast(getattr(colours, name), colours.ground) >= 4.5


def test_the_palette_follows_the_theme():
    assert palette("dark") is DARK
    assert palette("light") is palette(None) is LIGHT


def contrast(one, other):
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    channels = [int(part, 16) / 255 for part in re.findall("..", colour.removeprefix("#"))]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
