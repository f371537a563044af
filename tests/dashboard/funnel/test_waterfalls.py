"""What the waterfall says and how it is drawn, from a summary worked out by hand."""

import polars as pl
import pytest

from dashboard.figures.palette import LIGHT
from dashboard.figures.segments import Square, segments
from dashboard.figures.waterfall import Bar, Piece, waterfall
from dashboard.funnel_names import whole

PIECES = (Piece("b:lost:x", 0.8, 0.9, "ten"), Piece("b:lost:y", 0.75, 0.8, "five"))
BARS = [
    Bar("Entered", "100 · 100 %", "entered", [Piece("a:entered", 0, 1, "all")], (0, 1)),
    Bar("Lost", "15 · 15 %", "lost", PIECES, (0.7, 0.9), is_chosen=True),
    Bar("Open", "0 · 0 %", "open", [Piece("a:open", 0.75, 0.75, "none")]),
    Bar("Done", "5 · 5 %", "done", [Piece("c:converted", 0, 0.05, "five")], (0, 0.1)),
]


@pytest.fixture
def drawn():
    return waterfall(BARS, LIGHT)


def test_each_piece_lies_where_it_hangs_and_carries_what_it_opens(drawn):
    pieces = drawn.data[1]
    assert list(pieces.customdata) == ["a:entered", "b:lost:x", "b:lost:y", "c:converted"]
    assert list(pieces.base) == [0, 0.8, 0.75, 0]
    assert list(pieces.x) == pytest.approx([1, 0.1, 0.05, 0.05])
    assert list(pieces.y) == [0, 1, 1, 3]


def test_the_period_before_lies_behind_and_cannot_be_clicked(drawn):
    behind = drawn.data[0]
    assert list(zip(behind.y, behind.base, strict=True)) == [(0, 0), (1, 0.7), (3, 0)]
    assert behind.marker.color == LIGHT.band
    assert behind.customdata is None


def test_the_chosen_bar_is_marked_in_words_and_the_others_do_not_fade(drawn):
    assert list(drawn.layout.yaxis.ticktext) == ["Entered", "<b>▸ Lost</b>", "Open", "Done"]
    assert drawn.data[1].unselected.marker.opacity == 1


def test_labels_stand_in_whole_bars_left_of_hanging_ones_and_right_of_short_ones(drawn):
    places = [(note.text, note.x, note.xanchor) for note in drawn.layout.annotations]
    assert places == [
        ("100 · 100 %", 0, "left"), ("15 · 15 %", 0.75, "right"), ("0 · 0 %", 0.75, "right"), ("5 · 5 %", 0.05, "left"),
    ]  # fmt: skip


def test_states_are_told_apart_without_colour():
    timed_out = Bar("Timed out", "1", "timed_out", [Piece("a:timed_out", 0.5, 0.6, "one")])
    marker = waterfall([BARS[1], timed_out], LIGHT).data[1].marker
    assert list(marker.color) == [LIGHT.bad, LIGHT.bad, LIGHT.ground]
    assert list(marker.line.color) == [LIGHT.ground, LIGHT.ground, LIGHT.bad]


@pytest.mark.parametrize(
    ("fall", "stage", "opens"),
    [
        ("entered", "a", "a:entered"),
        ("lost:b", "b", "b:lost"),
        ("timed_out", "a", "*:timed_out"),
        ("open", "a", "*:open"),
        ("done", "c", "c:converted"),
    ],
)
def test_the_whole_of_a_bar_is_written_as_its_cases_are_asked_for(fall, stage, opens):
    assert whole(fall, stage) == opens


SQUARES = [
    Square("one", "Contact", "North", "60", "north", "worse"),
    Square("two", "Contact", "South", "20", "south", "chance"),
    Square("three", "Referral", "South", "0", "few", "too_few"),
]


def test_edges_between_pieces_do_not_hide_thin_ones():
    thin = Bar("Lost", "2", "lost", [Piece("a:lost:x", 0.5, 0.505, "one"), Piece("a:lost:y", 0.4, 0.5, "ten")])
    assert list(waterfall([thin], LIGHT).data[1].marker.line.width) == [0, 0.75]


def test_squares_are_points_that_can_be_clicked_the_most_suspicious_segment_on_top():
    figure = segments(SQUARES, ["Referral", "Contact"], ["North", "South"], LIGHT)
    [drawn] = figure.data
    assert (drawn.type, drawn.marker.symbol, list(drawn.customdata)) == ("scatter", "square", ["one", "two", "three"])
    assert list(figure.layout.xaxis.categoryarray) == ["Referral", "Contact"]
    assert list(figure.layout.yaxis.categoryarray) == ["South", "North"]


def test_squares_beyond_chance_are_solid_and_those_of_too_few_hollow():
    [drawn] = segments(SQUARES, ["Referral", "Contact"], ["North", "South"], LIGHT).data
    assert list(drawn.marker.color) == [LIGHT.bad, LIGHT.band, "rgba(0,0,0,0)"]
    assert list(drawn.text) == ["60", "20", "0"]


def test_figures_are_small(drawn):
    assert len(drawn.to_json()) + len(segments(SQUARES * 25, ["a"], ["b"], LIGHT).to_json()) < 40_000
    assert pl.Series([trace.type for trace in drawn.data]).unique().to_list() == ["bar"]
