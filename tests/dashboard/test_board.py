import pytest

from dashboard.board import board, cell, ordered
from dashboard.filters import Filters
from dashboard.places import Place, Places
from dashboard.tone import Tone
from metrics.registry import kpi

FCR = kpi("first_contact_resolution")
PLACES = Places(
    [
        {"unit": unit, "name_zh": unit, "name_en": unit, "region": region, "region_zh": region, "region_en": region}
        for unit, region in (("N1", "NORTH"), ("N2", "NORTH"), ("S1", "SOUTH"))
    ]
)
NORTH, SOUTH = Place("region", "NORTH"), Place("region", "SOUTH")
N1, N2, S1 = (Place("unit", code) for code in ("N1", "N2", "S1"))


@pytest.fixture
def measures(shown):
    steady, fell, fell_more, rose = (81, 100), (65, 100), (50, 100), (99, 100)
    return {
        NORTH: [shown(unit=None, now=steady)],
        N1: [shown(unit="N1", now=rose)],
        N2: [shown(unit="N2", now=fell)],
        SOUTH: [shown(unit=None, now=steady)],
        S1: [shown(unit="S1", now=fell_more)],
    }


def test_what_worsened_most_comes_first_and_units_stay_below_their_region(measures):
    assert ordered(measures, PLACES) == [SOUTH, S1, NORTH, N2, N1]


def test_units_without_a_region_stand_at_the_end(measures, shown):
    lone = Place("unit", "Z9")
    assert ordered({**measures, lone: [shown(unit="Z9")]}, PLACES)[-1] == lone


def test_the_table_has_a_row_per_place_and_a_column_per_kpi(measures):
    table = board([FCR], measures, PLACES, Filters(), "en")
    assert [column.text for column in table.columns] == ["Unit", "First-contact resolution"]
    assert [(row.cells[0].text, row.kind) for row in table.rows][:2] == [("SOUTH", "group"), ("S1", "member")]


def test_a_cell_says_value_status_and_change_and_opens_the_rows_it_counts(shown):
    found = cell(shown(unit="S1", now=(50, 100)), PLACES, Filters(lang="en"), "en")
    assert (found.text, found.symbol, found.tone) == ("50.0 %", "✗", Tone.BAD)
    assert (found.note, found.note_tone) == ("▼ 30.0 pp · real change", Tone.BAD)
    assert found.href == "kpi?lang=en&month=2025-05&unit=S1&kpi=first_contact_resolution&status=counted"
    assert found.label == "S1, First-contact resolution: 50.0 %"


def test_a_place_without_rows_has_a_dash_that_opens_nothing(shown):
    found = cell(shown(now=None), PLACES, Filters(), "en")
    assert (found.text, found.note, found.href) == ("–", "", "")


def test_an_unfinished_month_says_so_in_every_cell(shown):
    assert cell(shown(partial=True), PLACES, Filters(), "en").note == "too early to say"
