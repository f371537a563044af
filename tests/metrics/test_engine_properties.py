"""What holds for every measure whatever the rows: parts recombine, order is irrelevant, nothing is no data."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.calendar import BusinessCalendar
from metrics.engine import PARTS, add_up, flag, parts, readings
from metrics.kpis.first_contact_resolution import KPI as ANY
from metrics.model import LeftOut, Mean, Moment, Quantile, Rate, Share
from metrics.text import Text

TEXT = Text("例", "example")
SPAN = pl.col("seconds") * pl.duration(seconds=1)
MEASURES = {
    "share": Share(hit=pl.col("hit")),
    "mean": Mean(value=pl.col("points"), bounds=(-6.0, 6.0)),
    "rate": Rate(count=pl.col("hit"), exposure=~pl.col("hit")),
    "weighed rate": Rate(count=pl.col("weight"), exposure=pl.lit(value=True), heaviest=10.0),
    "quantile": Quantile(SPAN, 0.5),
    "quantile with some going on": Quantile(SPAN, 0.5, observed=pl.col("hit")),
}
SCHEMA = pl.Schema(
    {
        "unit": pl.String, "hit": pl.Boolean, "points": pl.Int64, "weight": pl.Float64, "seconds": pl.Int64,
        "fresh": pl.Boolean, "test": pl.Boolean, "at": pl.Datetime("us", "UTC"),
    }
)  # fmt: skip
ROW = st.fixed_dictionaries(
    {
        "unit": st.sampled_from("abc"),
        "hit": st.booleans(),
        "points": st.integers(-6, 6),
        "weight": st.sampled_from([1.0, 2.0, 5.0, 10.0]),
        "seconds": st.integers(0, 500),
        "fresh": st.booleans(),
        "test": st.one_of(st.none(), st.booleans()),
        "at": st.one_of(
            st.none(), st.integers(0, 89).map(lambda day: datetime(2025, 4, 1, tzinfo=UTC) + timedelta(day))
        ),
    }
)
ROWS = st.lists(ROW, max_size=30)
# Each example builds, flags and adds up frames: few of them, for six measures, look at as many as are needed.
few = settings(max_examples=25)


def kpi_of(measure):
    """Return a KPI that leaves tests out and holds fresh rows for immature."""
    left_out = (LeftOut("test", TEXT, pl.col("test")),)
    return replace(ANY, at=pl.col("at"), left_out=left_out, immature=pl.col("fresh"), measure=MEASURES[measure])


def parts_of(kpi, rows, by):
    frame = pl.DataFrame(rows, schema=SCHEMA).lazy()
    flagged = flag(kpi, frame, Moment(datetime(2025, 7, 1, tzinfo=UTC)), BusinessCalendar("Asia/Shanghai"))
    return parts(flagged, by).collect()


def read(kpi, summed):
    [reading] = readings(kpi, add_up(summed.lazy(), [])).to_dicts()
    return reading


def same(one, other):
    assert one.keys() == other.keys()
    assert {name: one[name] for name in one} == {
        name: pytest.approx(value, rel=1e-9, abs=1e-9) if isinstance(value, float) else value
        for name, value in other.items()
    }


@pytest.mark.parametrize("measure", MEASURES)
@few
@given(rows=ROWS)
def test_the_parts_of_any_partition_recombine_to_the_whole(measure, rows):
    kpi = kpi_of(measure)
    whole = read(kpi, parts_of(kpi, rows, []))
    for cut in (["unit"], ["month"], ["unit", "month", "day"]):
        same(read(kpi, parts_of(kpi, rows, cut)), whole)


@pytest.mark.parametrize("measure", MEASURES)
@few
@given(rows=ROWS, cut=st.integers(0, 30))
def test_the_parts_of_two_machines_recombine_to_the_whole(measure, rows, cut):
    kpi = kpi_of(measure)
    both = pl.concat([parts_of(kpi, some, ["unit"]) for some in (rows[:cut], rows[cut:])])
    same(read(kpi, both), read(kpi, parts_of(kpi, rows, ["unit"])))


@pytest.mark.parametrize("measure", MEASURES)
@few
@given(rows=ROWS, order=st.randoms())
def test_the_order_of_the_rows_is_irrelevant(measure, rows, order):
    kpi = kpi_of(measure)
    shuffled = list(rows)
    order.shuffle(shuffled)
    assert parts_of(kpi, rows, ["unit"]).sort("unit").equals(parts_of(kpi, shuffled, ["unit"]).sort("unit"))


@pytest.mark.parametrize("measure", MEASURES)
@few
@given(rows=ROWS)
def test_the_interval_contains_the_value_and_every_row_is_counted_immature_or_left_out(measure, rows):
    kpi = kpi_of(measure)
    found = read(kpi, parts_of(kpi, rows, []))
    assert found["n"] + found["immature"] + found["excluded"] == len(rows)
    ends = [found[end] for end in ("low", "high")]
    if found["value"] is None:
        assert ends[0] is None or measure.startswith("quantile")
    else:
        low, high = (found["value"] if end is None else end for end in ends)
        assert low <= found["value"] + 1e-12
        assert found["value"] <= high + 1e-12


@pytest.mark.parametrize("measure", MEASURES)
def test_no_rows_are_no_data_and_not_zero(measure):
    kpi = kpi_of(measure)
    found = read(kpi, parts_of(kpi, [], ["unit"]))
    assert [found[name] for name in ("value", "low", "high", "n", "immature", "excluded")] == [
        None,
        None,
        None,
        0,
        0,
        0,
    ]
    assert set(PARTS) <= found.keys()
