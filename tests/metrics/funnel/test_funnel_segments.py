"""Where a segment loses more than chance: an exact test against a textbook, its correction, and its false alarms."""

import numpy as np
import polars as pl
import pytest

from metrics.funnel.segments import worse_than_chance


def parts(**segments):
    """Return the parts of a stage for segments written as name=(lost, kept)."""
    rows = [
        {"step": 1, "stage": "a", "state": state, "reason": None, "mature": True, "unit": name, "n": n}
        for name, (lost, kept) in segments.items()
        for state, n in (("lost", lost), ("converted", kept))
    ]
    return pl.DataFrame(rows)


def found(table, smallest=1):
    rows = worse_than_chance({"unit": table}, smallest)
    return {row["segment"]: row for row in rows.iter_rows(named=True)}


def test_the_test_is_fishers_exact_one():
    # Fisher 1935, the lady tasting tea: 3 of 4 against 1 of 4. P(3 or 4) = (16 + 1) / 70.
    rows = found(parts(lady=(3, 1), rest=(1, 3)))
    assert rows["lady"]["p"] == pytest.approx(17 / 70)
    assert rows["rest"]["p"] == pytest.approx(69 / 70)


def test_the_correction_is_that_of_benjamini_and_hochberg():
    # Two tests, p = 17/70 and 69/70: the smaller times 2 / 1, the larger times 2 / 2.
    rows = found(parts(lady=(3, 1), rest=(1, 3)))
    assert (rows["lady"]["q"], rows["rest"]["q"]) == pytest.approx((34 / 70, 69 / 70))


def test_a_segment_that_loses_half_where_others_lose_a_tenth_is_worse():
    rows = found(parts(bad=(50, 50), good=(10, 90), fine=(9, 91)), smallest=20)
    assert {name: row["verdict"] for name, row in rows.items()} == {"bad": "worse", "good": "chance", "fine": "chance"}
    # 19 of the other 200 are lost: 9.5 of a hundred would be, 40.5 more are.
    assert (rows["bad"]["rest_share"], rows["bad"]["extra"]) == pytest.approx((0.095, 40.5))


def test_a_small_segment_is_held_back_and_not_judged():
    rows = found(parts(tiny=(5, 0), rest=(10, 90)), smallest=20)
    assert (rows["tiny"]["verdict"], rows["tiny"]["p"]) == ("too_few", None)
    # The rest of "rest" is the tiny one: there is nothing to compare it with either.
    assert rows["rest"]["verdict"] == "too_few"


def test_open_cases_are_neither_lost_nor_kept():
    open_ones = pl.DataFrame(
        {
            "step": [1],
            "stage": ["a"],
            "state": ["open"],
            "reason": [None],
            "mature": [False],
            "unit": ["one"],
            "n": [99],
        }
    )
    table = pl.concat([parts(one=(3, 1), two=(1, 3)), open_ones], how="vertical_relaxed")
    assert found(table)["one"]["n"] == 4


def test_no_cases_give_no_segments():
    assert worse_than_chance({"unit": parts(one=(0, 0)).clear()}).height == 0


def test_where_all_lose_alike_there_are_hardly_any_false_alarms():
    # 300 companies of ten equal units: Benjamini & Hochberg promise alarms in at most 5 %; the exact test stays below.
    rng = np.random.default_rng(20240101)
    alarms = 0
    for _ in range(300):
        lost = rng.binomial(80, 0.2, size=10)
        table = parts(**{f"u{place}": (int(number), 80 - int(number)) for place, number in enumerate(lost)})
        alarms += (worse_than_chance({"unit": table})["verdict"] == "worse").any()
    assert alarms <= 0.05 * 300
