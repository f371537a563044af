import pytest

from dashboard.places import EVERYWHERE, Place, Places

ROWS = [
    {
        "unit": "N1",
        "name_zh": "北一店",
        "name_en": "North One",
        "region": "N",
        "region_zh": "北区",
        "region_en": "North",
    },
    {"unit": "S1", "name_zh": "南一店", "name_en": None, "region": "S", "region_zh": "南区", "region_en": None},
    {"unit": "Z9", "name_zh": None, "name_en": None, "region": None, "region_zh": None, "region_en": None},
    {"unit": "unknown", "name_zh": None, "name_en": None, "region": None, "region_zh": None, "region_en": None},
]
PLACES = Places(ROWS)
N1, S1, Z9, UNSTATED = (Place("unit", row["unit"]) for row in ROWS)


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (N1, "北一店", "North One"),
        (S1, "南一店", "南一店"),
        (Z9, "Z9", "Z9"),
        (UNSTATED, "未注明", "not stated"),
        (Place("region", "N"), "北区", "North"),
        (EVERYWHERE, "全部中心", "All units"),
    ],
)
def test_a_place_is_called_by_its_name_in_the_readers_language_else_by_what_is_known(place, zh, en):
    assert (PLACES.name(place, "zh"), PLACES.name(place, "en")) == (zh, en)


def test_regions_stand_above_their_units_and_units_without_one_at_the_end():
    assert PLACES.listed == (EVERYWHERE, Place("region", "N"), N1, Place("region", "S"), S1, Z9, UNSTATED)


def test_a_region_holds_its_units_and_a_unit_shows_its_neighbours():
    assert PLACES.within(Place("region", "N")) == (N1,)
    assert PLACES.within(S1) == (S1,)
    assert PLACES.within(EVERYWHERE) == (N1, S1, Z9, UNSTATED)


def test_a_place_limits_a_question():
    assert N1.where == (("unit", "N1"),)
    assert EVERYWHERE.where == ()
