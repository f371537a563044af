"""Shares that others have published with their counts: which of two readings each is, and how sure."""

import polars as pl
import pytest

from metrics.examples import reading_of
from metrics.intervals import Z, wilson
from metrics.model import Example
from metrics.registry import kpi
from metrics.store import EVERYTHING, Query, open_store
from metrics.text import Text

_ANY = Text("例", "example")


def read(key, *rows, as_of=10_000):
    return reading_of(kpi(key), Example(_ANY, rows, value=None, n=0, as_of=as_of)).row(0, named=True)


# --- Wilson's interval -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (100, 200, 0.4313609, 0.5686391),  # statsmodels, test_proportion.py, against R's DescTools
        (1, 11, 0.0162322, 0.3773584),
        (90, 100, 0.8256343, 0.9447709),
        (23, 60, 0.2708827, 0.5098240),
        (38, 38, 0.9081901, 1.0),
    ],
)
def test_wilsons_interval_agrees_with_published_values(hits, n, low, high):
    found = wilson(pl.Series([hits]), pl.Series([n]))
    assert (found[0][0], found[1][0]) == pytest.approx((low, high), abs=1e-7)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (1, 11, 0.016231752262825982, 0.3773646254862038),
        (90, 100, 0.8256326956323345, 0.9447714583868639),
        (0, 1, 0.0, 0.7934567),
        (0, 100, 0.0, 0.0369948),
    ],
)
def test_it_differs_from_values_published_for_z_of_1_96_only_as_z_does(hits, n, low, high):
    """codegolf.stackexchange.com/questions/105389 rounds z to 1.96: the sixth digit differs, and not the fifth."""
    found = wilson(pl.Series([hits]), pl.Series([n]))
    assert pytest.approx(1.959964, abs=1e-6) == Z
    assert (found[0][0], found[1][0]) == pytest.approx((low, high), abs=2e-5)


# --- first-contact resolution ----------------------------------------------------------------------------------------

CALL = {
    "inbound": True,
    "handled": True,
    "identified": True,
    "shared": False,
    "eligible": True,
    "disposition": "resolved",
}
TOM, BETTY = ({**CALL, "started_at": 1, "ended_at": 1} for _ in range(2))
JOHN = [{**TOM, "next_gap": 24}, {**TOM, "started_at": 25, "ended_at": 25, "previous_gap": 24}]


def test_two_of_four_calls_are_two_of_three_issues():
    """callcenterdecoded.com: Tom 1 call, John 2, Betty 1: 2/4 = 50 % by calls. By issue it is 2 of 3."""
    found = read("first_contact_resolution", TOM, *JOHN, BETTY)
    assert (found["numerator"], found["denominator"]) == (2, 3)
    assert found["numerator"] / (found["n"] + found["excluded"]) == 0.50


def test_had_john_been_helped_at_once_it_were_three_of_three():
    found = read("first_contact_resolution", TOM, {**TOM}, BETTY)
    assert (found["value"], found["n"]) == (1.0, 3)


def test_19_calls_about_10_problems_are_53_percent_the_other_way_round():
    """callcentrehelper.com, forum: 1.9 calls per problem = 53 %: problems / calls, not those settled at once."""
    again = [{**TOM, "next_gap": 24}, {**TOM, "previous_gap": 24}]
    found = read("first_contact_resolution", TOM, *again * 9)
    assert found["n"] / (found["n"] + found["excluded"]) == pytest.approx(0.5263, abs=5e-5)
    assert found["value"] == 1 / 10


# --- promises --------------------------------------------------------------------------------------------------------

MET, BREACHED = {"resolve_due_at": 4, "resolved_first_at": 4}, {"resolve_due_at": 4, "resolved_first_at": 5}
RUNNING, PAST_DUE = {"resolve_due_at": 99}, {"resolve_due_at": 4}


def test_ten_unresolved_are_left_out_of_the_share_of_closed_ones():
    """docs.fastsla.com/understand-sla-results: met 45, breached 5, running 8, paused 2: 90.0 %, 10 left out."""
    found = read("closed_on_time", *[MET] * 45, *[BREACHED] * 5, *[RUNNING] * 10, as_of=10)
    assert (found["value"], found["n"], found["excluded"]) == (0.9, 50, 10)


def test_three_of_them_past_due_are_breaches_of_the_honest_share():
    found = read("resolution_on_time", *[MET] * 45, *[BREACHED] * 5, *[RUNNING] * 7, *[PAST_DUE] * 3, as_of=10)
    assert (found["numerator"], found["n"], found["immature"]) == (45, 53, 7)
    assert found["value"] == pytest.approx(0.849, abs=5e-4)


def test_a_promise_not_kept_by_its_time_is_broken_whatever_is_done_later():
    """None is published: of five promises one is kept early, one just in time, one late, one never, one not due yet."""
    made = {"promised_at": 0, "promise_due_at": 24}
    found = read(
        "promises_kept",
        *({**made, "kept_at": at} for at in (1, 24, 25, None)),
        {**made, "promise_due_at": 99},
        as_of=48,
    )
    assert (found["value"], found["n"], found["immature"]) == (0.5, 4, 1)


# --- totals ----------------------------------------------------------------------------------------------------------


def test_a_total_is_pooled_and_no_mean_of_rates(published):
    """m.hexun.com/stock/2025-04-01/218264985.html: 40/50, 70/80 and 20/30: pooled 81.25 %, mean of rates 78.06 %."""
    counts = [("A", 40, 50), ("B", 70, 80), ("C", 20, 30)]
    folder = published(*({"month": "2025-05", "unit": unit, "total": float(hits), "n": n} for unit, hits, n in counts))
    store = open_store(folder)
    whole = store.readings(EVERYTHING, Query("first_contact_resolution")).row(0, named=True)
    units = store.readings(EVERYTHING, Query("first_contact_resolution", by=("unit",)))
    assert (whole["value"], whole["n"]) == (0.8125, 160)
    assert units["value"].mean() == pytest.approx(0.7806, abs=5e-5)
