"""A change by the shares of each dimension, level within level, and by the segments' own values: it all adds up."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.engine import PARTS
from metrics.why import explain


def parts(*rows, by=("unit", "channel")):
    """Return parts out of (unit, channel, hits, n)."""
    names = [*by, "total", "n"]
    frame = pl.DataFrame([dict(zip(names, row, strict=True)) for row in rows])
    filled = frame.with_columns(pl.lit(0).cast(dtype).alias(name) for name, dtype in PARTS.items() if name not in names)
    return filled.with_columns(pl.col("total").cast(pl.Float64), exposure=pl.col("n").cast(pl.Float64))


def effects(kpi, before, now, by=("unit", "channel"), measure="share"):
    found = explain(kpi(measure), before, now, by)
    return dict(found.factors.rows()), found


def test_a_shift_between_units_is_the_units_share(kpi):
    # Both units keep their channels' shares and values; the weaker one grows from 50 to 75 %.
    before = parts(("A", "web", 90, 100), ("B", "web", 50, 100))
    told, _ = effects(kpi, before, parts(("A", "web", 45, 50), ("B", "web", 75, 150)))
    assert told == pytest.approx({"unit": 0.25 * 0.5 - 0.25 * 0.9, "channel": 0.0, "own_value": 0.0})


def test_a_shift_between_channels_within_a_unit_is_the_channels_share(kpi):
    before = parts(("A", "web", 90, 100), ("A", "phone", 50, 100))
    told, _ = effects(kpi, before, parts(("A", "web", 45, 50), ("A", "phone", 75, 150)))
    assert told == pytest.approx({"unit": 0.0, "channel": -0.1, "own_value": 0.0})


def test_a_change_of_values_alone_is_their_own(kpi):
    before, now = (
        parts(("A", "web", 90, 100), ("B", "web", 50, 100)),
        parts(("A", "web", 80, 100), ("B", "web", 50, 100)),
    )
    assert effects(kpi, before, now)[0] == pytest.approx({"unit": 0.0, "channel": 0.0, "own_value": -0.05})


def test_by_one_dimension_the_two_factors_are_the_mix_and_the_rate(kpi):
    before, now = (
        parts(("A", "web", 90, 100), ("B", "web", 50, 100)),
        parts(("A", "web", 40, 50), ("B", "web", 99, 150)),
    )
    told, found = effects(kpi, before, now, ("unit",))
    assert told == pytest.approx({"unit": found.mix, "own_value": found.rate})


def test_a_unit_that_appears_counts_as_a_share_of_units(kpi):
    before, now = parts(("A", "web", 90, 100)), parts(("A", "web", 90, 100), ("NEW", "phone", 10, 100))
    assert effects(kpi, before, now)[0] == pytest.approx({"unit": 0.5 - 0.9, "channel": 0.0, "own_value": 0.0})


def test_events_without_exposure_stand_apart(kpi):
    # A rate: two complaints about a channel of which no case is known.
    before = parts(("A", "web", 10, 100)).with_columns(exposure=pl.Series([100.0]))
    now = parts(("A", "web", 10, 100), ("A", "unknown", 2, 2)).with_columns(exposure=pl.Series([100.0, 0.0]))
    assert effects(kpi, before, now, measure="rate")[0] == pytest.approx(
        {"unit": 0.0, "channel": 0.0, "own_value": 0.0, "without_exposure": 2.0}
    )


ROW = st.tuples(st.sampled_from("AB"), st.sampled_from("xyz"), st.integers(0, 50), st.integers(1, 50))
ROWS = st.lists(ROW, min_size=1, max_size=6, unique_by=lambda row: row[:2])


@given(ROWS, ROWS)
def test_the_effects_sum_to_the_change(before, now):
    from metrics.kpis.first_contact_resolution import KPI

    sides = [parts(*((unit, channel, min(hits, n), n) for unit, channel, hits, n in rows)) for rows in (before, now)]
    found = explain(KPI, *sides, ("unit", "channel"))
    assert found.factors["effect"].sum() == pytest.approx(found.change.difference, abs=1e-9)
    assert found.mix + found.rate == pytest.approx(found.change.difference, abs=1e-9)
