from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.sparkline import sparkline
from dashboard.places import Place
from dashboard.small_multiples import lines, with_lines

NORTH, SOUTH = Place("unit", "N1"), Place("unit", "S1")


def test_places_share_one_axis():
    drawn = lines({NORTH: [0.0, 0.5], SOUTH: [0.5, 1.0]})
    assert drawn[NORTH].end[1] == drawn[SOUTH].lines[0].count(" ") * 12.0 == 12.0
    assert drawn[SOUTH].end[1] < drawn[NORTH].end[1]


def test_a_shape_on_a_given_reach_need_not_fill_its_box():
    assert sparkline([0.4, 0.6], (0.0, 1.0), (84, 24)).lines == ("4.0,13.6 80.0,10.4",)


def test_a_place_without_data_has_no_line():
    drawn = lines({NORTH: [None, None], SOUTH: [None, 1.0]})
    assert drawn[NORTH].lines == ()
    assert lines({NORTH: [None]})[NORTH].end is None


def test_each_figure_of_a_row_gets_the_line_of_its_place_and_kpi():
    table = Table("t", [Column("Unit"), Column("K1"), Column("K2")], [Row([Cell("North One"), Cell("1"), Cell("2")])])
    drawn = [lines({NORTH: [1.0]}), lines({NORTH: [None]})]
    (row,) = with_lines(table, [NORTH], drawn).rows
    assert row.cells[0].line is None
    assert row.cells[1].line.end is not None
    assert row.cells[2].line.end is None
