from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.cached import answer, built, digest
from metrics.store import EVERYTHING, Query, Scope

FCR = "first_contact_resolution"
BASE = Query(FCR, "2025-05", "2025-06", by=("month",), where=(("channel", "phone"),))


@pytest.mark.parametrize(
    "other",
    [
        replace(BASE, last="2025-07"),
        replace(BASE, first=None),
        replace(BASE, by=("month", "unit")),
        replace(BASE, by=()),
        replace(BASE, where=(("unit", "phone"),)),
        replace(BASE, where=(("channel", "phone"), ("unit", "N1"))),
        replace(BASE, as_of=datetime(2025, 6, 1, tzinfo=UTC)),
        replace(BASE, kpi="answered_share"),
    ],
    ids=str,
)
def test_two_different_questions_have_two_names(other):
    assert digest("v1", EVERYTHING, "readings", BASE) != digest("v1", EVERYTHING, "readings", other)


@pytest.mark.parametrize(
    "scope",
    [Scope(frozenset()), Scope(frozenset({"N1"})), Scope(frozenset({"N1", "S1"})), Scope(personal=False)],
    # A set is written in another order by each process, and all must call a test by one name.
    ids=["no unit", "one unit", "two units", "nothing personal"],
)
def test_what_one_viewer_may_see_is_never_another_viewers_answer(scope):
    assert digest("v1", scope, "readings", BASE) != digest("v1", EVERYTHING, "readings", BASE)


def test_a_new_load_asks_anew():
    assert digest("v1", EVERYTHING, "months") != digest("v2", EVERYTHING, "months")


# What streamlit itself mixes up: neighbouring texts that run into one another, and values that look like separators.
TRICKY = some.lists(some.text(alphabet="a,\"'[]\\:;= str1", max_size=4), min_size=2, max_size=2)


@given(TRICKY, TRICKY)
def test_texts_that_run_into_one_another_never_share_an_answer(one, other):
    names = [digest("v", Scope(frozenset({a})), "x", Query(FCR, where=(("unit", b),))) for a, b in (one, other)]
    assert (names[0] == names[1]) == (one == other)


def test_an_answer_is_asked_for_once_per_name():
    asked = []
    first = answer("name", lambda: asked.append(1) or "first")
    again = answer("name", lambda: asked.append(1) or "second")
    assert (first, again, asked) == ("first", "first", [1])


def test_neighbouring_texts_do_not_get_each_others_answer():
    one = digest("doc1", Scope(frozenset({"acme"})), "x")
    other = digest("doc1str:orgstr:acme", Scope(frozenset({""})), "x")
    assert answer(one, lambda: "of acme") == "of acme"
    assert answer(other, lambda: "of nobody") == "of nobody"


def test_only_plain_values_can_be_part_of_a_name():
    with pytest.raises(TypeError, match="object cannot be part of a cache key"):
        digest("v", EVERYTHING, "x", page=(object(),))


def test_what_was_built_is_the_same_object_for_whoever_asks_by_its_name():
    first = built("table", lambda: ["first"])
    assert built("table", lambda: ["second"]) is first
    assert built("another table", lambda: ["second"]) == ["second"]
