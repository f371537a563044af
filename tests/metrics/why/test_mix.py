"""The split of a change into mix and rate: exact, symmetric, and right where a segment appears or vanishes."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.why import split


def segments(**parts):
    """Return one row per segment out of name=(hits, n)."""
    return pl.DataFrame(
        [(name, float(hits), float(n)) for name, (hits, n) in parts.items()],
        schema={"unit": pl.String, "numerator": pl.Float64, "denominator": pl.Float64},
        orient="row",
    )


def row_of(found, unit):
    return found.row(by_predicate=pl.col("unit") == unit, named=True)


def test_rate_and_mix_of_a_segment_are_kitagawas_with_the_overall_mean_taken_off():
    # A: 80 of 100 -> 120 of 200; B: 60 of 100 -> 60 of 100. K0 = 0.7, K1 = 0.6.
    found = split(segments(A=(80, 100), B=(60, 100)), segments(A=(120, 200), B=(60, 100)), ["unit"])
    a = row_of(found, "A")
    assert a["rate"] == pytest.approx((0.6 - 0.8) * (1 / 2 + 2 / 3) / 2)
    assert a["mix"] == pytest.approx((2 / 3 - 1 / 2) * ((0.8 + 0.6) / 2 - (0.7 + 0.6) / 2))
    assert found["contribution"].sum() == pytest.approx(0.6 - 0.7, abs=1e-12)


def test_a_growing_segment_below_average_pulls_down():
    found = split(segments(low=(10, 100), high=(90, 100)), segments(low=(20, 200), high=(90, 100)), ["unit"])
    assert row_of(found, "low")["mix"] == pytest.approx((2 / 3 - 1 / 2) * (0.1 - (0.5 + 11 / 30) / 2))
    assert row_of(found, "low")["mix"] < 0
    assert found["rate"].to_list() == [0.0, 0.0]


def test_a_segment_that_appears_or_vanishes_is_all_mix():
    found = split(segments(stays=(50, 100), goes=(90, 100)), segments(stays=(50, 100), comes=(20, 100)), ["unit"])
    assert {row["unit"]: (row["presence"], row["rate"]) for row in found.to_dicts()} == {
        "stays": ("both", 0.0), "goes": ("gone", 0.0), "comes": ("new", 0.0),
    }  # fmt: skip
    # K0 = 0.7, K1 = 0.35: (1/2 − 0)·(0.2 − 0.525) and (0 − 1/2)·(0.9 − 0.525)
    assert row_of(found, "comes")["mix"] == pytest.approx(-0.1625)
    assert row_of(found, "goes")["mix"] == pytest.approx(-0.1875)


def test_events_without_exposure_still_belong_to_the_change():
    found = split(segments(A=(2, 100)), segments(A=(2, 100), B=(3, 0)), ["unit"])
    assert (row_of(found, "B")["contribution"], row_of(found, "B")["rate"]) == (pytest.approx(0.03), 0.0)
    assert found["contribution"].sum() == pytest.approx(0.03, abs=1e-12)


def test_a_segment_without_rows_in_both_periods_is_left_out():
    assert split(segments(A=(1, 2), B=(0, 0)), segments(A=(1, 2)), ["unit"])["unit"].to_list() == ["A"]


COUNTS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=1, max_size=8)


def shares(counts):
    return {f"u{number}": (hits, hits + misses) for number, (hits, misses) in enumerate(counts)}


def value(parts):
    return sum(hits for hits, _ in parts.values()) / sum(n for _, n in parts.values())


@given(COUNTS, COUNTS)
def test_contributions_always_add_up_to_the_change(before, now):
    old, new = shares(before), shares(now)
    if not (sum(n for _, n in old.values()) and sum(n for _, n in new.values())):
        return
    found = split(segments(**old), segments(**new), ["unit"])
    assert found["contribution"].sum() == pytest.approx(value(new) - value(old), abs=1e-9)
    assert (found["mix"].sum() + found["rate"].sum()) == pytest.approx(value(new) - value(old), abs=1e-9)


@given(COUNTS, COUNTS)
def test_looking_back_gives_the_same_parts_with_the_other_sign(before, now):
    old, new = shares(before), shares(now)
    if not (sum(n for _, n in old.values()) and sum(n for _, n in new.values())):
        return
    there = split(segments(**old), segments(**new), ["unit"]).sort("unit")
    back = split(segments(**new), segments(**old), ["unit"]).sort("unit")
    for part in ("mix", "rate", "contribution"):
        assert there[part].to_list() == pytest.approx((-back[part]).to_list(), abs=1e-12)


@given(COUNTS, COUNTS, st.data())
def test_contributions_of_inner_segments_add_up_to_those_of_the_outer_ones(before, now, data):
    old, new = shares(before), shares(now)
    if not (sum(n for _, n in old.values()) and sum(n for _, n in new.values())):
        return
    regions = {name: data.draw(st.sampled_from(["north", "south"])) for name in {*old, *new}}
    inner = [segments(**parts).with_columns(region=pl.col("unit").replace_strict(regions)) for parts in (old, new)]
    outer = [rows.group_by("region").agg(pl.col("numerator", "denominator").sum()) for rows in inner]
    fine = split(*inner, ["region", "unit"]).group_by("region").agg(pl.col("contribution").sum()).sort("region")
    coarse = split(*outer, ["region"]).sort("region")
    assert fine["contribution"].to_list() == pytest.approx(coarse["contribution"].to_list(), abs=1e-9)
