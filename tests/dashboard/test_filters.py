import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.filters import Filters, Problem, read
from dashboard.places import EVERYWHERE, Place

ALLOWED = {
    "lang": ("zh", "en"),
    "month": ("2025-05", "2025-06"),
    "unit": {"N1"},
    "region": {"NORTH"},
    "kpi": {"first_contact_resolution"},
    "status": {"hit"},
}


def test_an_address_is_read_into_filters():
    params = {"month": "2025-05", "unit": "N1", "page": "3"}
    assert read(params, ALLOWED) == (Filters(month="2025-05", unit="N1", page=3), [])


def test_filters_write_only_what_was_chosen():
    assert Filters(month="2025-05", page=1).params == {"month": "2025-05"}
    assert Filters(lang="zh", page=2).params == {"lang": "zh", "page": "2"}


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"month": "2025-13"}, Problem("month", "2025-13")),
        ({"unit": "N1'; drop table"}, Problem("unit", "N1'; drop table")),
        ({"page": "0"}, Problem("page", "0")),
        ({"page": "9" * 20}, Problem("page", "9" * 20)),
        ({"page": "²"}, Problem("page", "²")),
        ({"colour": "red"}, Problem("colour")),
        ({"kpi": "x" * 500}, Problem("kpi", "x" * 60)),
    ],
)
def test_what_is_not_known_falls_back_and_is_said(params, problem):
    assert read(params, ALLOWED) == (Filters(), [problem])


def test_a_unit_says_more_than_a_region():
    assert Filters(unit="N1", region="NORTH").place == Place("unit", "N1")
    assert Filters(region="NORTH").place == Place("region", "NORTH")
    assert Filters().place == EVERYWHERE


def test_choosing_another_place_forgets_the_one_before():
    assert Filters(unit="N1").at(Place("region", "NORTH")) == Filters(region="NORTH")
    assert Filters(unit="N1").at(EVERYWHERE) == Filters()


def test_a_new_choice_starts_at_the_first_page():
    assert Filters(page=4).choose(status="hit") == Filters(status="hit")


@given(
    some.fixed_dictionaries(
        {},
        optional={name: some.sampled_from(sorted(values)) for name, values in ALLOWED.items()}
        | {"page": some.integers(2, 99).map(str)},
    )
)
def test_an_address_survives_being_read_and_written(params):
    filters, problems = read(params, ALLOWED)
    assert filters.params == params
    assert problems == []


@given(some.dictionaries(some.text(max_size=8), some.text(max_size=8)))
def test_no_address_whatever_breaks_the_reading(params):
    filters, _ = read(params, ALLOWED)
    assert read(filters.params, ALLOWED) == (filters, [])
