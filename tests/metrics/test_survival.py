"""Kaplan–Meier curves against a published data set, recomputed by hand here, and against their own definition."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from metrics.survival import (
    CompetingRiskError,
    cumulative_incidence,
    kaplan_meier,
    life_table,
    quantile,
    share_by,
)

# Weeks of remission of 21 leukaemia patients on 6-MP and 21 on placebo (Freireich et al. 1963, Blood 21:699; printed in
# Kleinbaum & Klein, Survival Analysis, table 1.1). A "+" in the source is a patient still in remission: censored.
SIX_MP = [(6, 3, 1), (7, 1, 0), (9, 0, 1), (10, 1, 1), (11, 0, 1), (13, 1, 0), (16, 1, 0), (17, 0, 1), (19, 0, 1)]
SIX_MP += [(20, 0, 1), (22, 1, 0), (23, 1, 0), (25, 0, 1), (32, 0, 2), (34, 0, 1), (35, 0, 1)]
PLACEBO = [(1, 2, 0), (2, 2, 0), (3, 1, 0), (4, 2, 0), (5, 2, 0), (8, 4, 0), (11, 2, 0), (12, 2, 0), (15, 1, 0)]
PLACEBO += [(17, 1, 0), (22, 1, 0), (23, 1, 0)]


def rows(table, **more):
    """Return one row per patient of a table of (duration, events, censored)."""
    spread = [(t, end) for t, d, c in table for end in ["event"] * d + ["censored"] * c]
    frame = pl.LazyFrame(spread, schema={"duration": pl.Int64, "ending": pl.String}, orient="row")
    return frame.with_columns(**{name: pl.lit(value) for name, value in more.items()})


def curve(table):
    return kaplan_meier(life_table(rows(table)))


def test_the_curve_of_the_remission_trial_is_the_published_one():
    # By hand: 1−3/21, ×(1−1/17), ×(1−1/15), ×(1−1/12), ×(1−1/11), ×(1−1/7), ×(1−1/6); the book prints .8571 … .4482.
    survival = curve(SIX_MP).filter(pl.col("events") > 0)["survival"]
    assert survival.to_list() == pytest.approx(
        [0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179], abs=1e-6
    )


def test_the_interval_is_greenwoods_on_the_log_log_scale():
    # By hand at week 6: S = 18/21, Greenwood's sum 3/(21·18); half = 1.959964·√sum/|ln S| = 1.132433;
    # S^exp(±half) = 0.619718, 0.951552, which R's survfit(conf.type = "log-log") prints as 0.620 and 0.952.
    half = 1.959963984540054 * math.sqrt(3 / (21 * 18)) / abs(math.log(18 / 21))
    first = curve(SIX_MP).row(0, named=True)
    assert (first["low"], first["high"]) == pytest.approx(((18 / 21) ** math.exp(half), (18 / 21) ** math.exp(-half)))
    assert (first["low"], first["high"]) == pytest.approx((0.619718, 0.951552), abs=1e-6)


@pytest.mark.parametrize(
    ("table", "median"), [(SIX_MP, (23, 13, None)), (PLACEBO, (8, 4, 11))], ids=["6-MP", "placebo"]
)
def test_the_medians_and_their_intervals_are_the_published_ones(table, median):
    # Kleinbaum & Klein print the medians 23 and 8; R's survfit with log-log intervals adds 13–NA and 4–11.
    assert quantile(curve(table), 0.5).row(0) == median


def test_a_curve_that_is_exactly_one_half_gives_the_median_there():
    # S(2) = 5/6, S(5) = 5/6 · 3/5 = 1/2: the median is 5, not the next event time nor the midpoint 7.
    assert quantile(curve([(2, 1, 0), (5, 2, 0), (9, 2, 0), (12, 1, 0)]), 0.5)["value"].item() == 5


def test_rounding_does_not_push_the_median_to_the_next_event():
    # 24 rows that leave one by one reach S = 1/2 at 12, as a product of fractions that comes out above it.
    one_by_one = curve([(t, 1, 0) for t in range(1, 25)])
    assert one_by_one.row(11, named=True)["survival"] > 0.5
    assert quantile(one_by_one, 0.5)["value"].item() == 12


def test_a_quantile_that_too_few_have_reached_is_not_known():
    assert quantile(curve([(1, 1, 0), (2, 0, 3)]), 0.9).row(0) == (None, None, None)


def test_dropping_open_rows_would_have_flattered_the_median():
    finished = [(1, 3, 0), (4, 2, 0)]
    with_open = [(1, 3, 0), (4, 2, 0), (5, 0, 5)]
    assert quantile(curve(finished), 0.5)["value"].item() == 1
    assert quantile(curve(with_open), 0.5)["value"].item() == 4


def test_rows_censored_at_an_event_time_were_still_at_risk_then():
    # n = 4 at time 2, of which one event and one censored: S = 3/4, then 1 of 2 at time 3: 3/8.
    assert curve([(2, 1, 1), (3, 1, 1)])["survival"].to_list() == pytest.approx([0.75, 0.375])


def test_an_ending_that_competes_is_refused_rather_than_censored():
    cancelled = pl.LazyFrame({"duration": [1, 2, 3], "ending": ["event", "competing", "competing"]})
    with pytest.raises(CompetingRiskError, match="2 rows ended by a competing risk"):
        kaplan_meier(life_table(cancelled))


def test_cumulative_incidence_counts_the_lost_as_never_having_the_event():
    # F(1) = 1/5; S = 4/5, F(2) = 1/5 + 4/5·1/4 = 2/5; S = 2/5, one censored at 3; F(4) = 2/5 + 2/5·1/1 = 4/5.
    ends = ["event", "competing", "event", "censored", "event"]
    table = life_table(pl.LazyFrame({"duration": [1, 2, 2, 3, 4], "ending": ends}))
    assert cumulative_incidence(table)["incidence"].to_list() == pytest.approx([0.2, 0.4, 0.4, 0.8])


def test_the_share_by_a_moment_nobody_has_reached_is_unknown():
    shares = share_by(curve([(2, 1, 0), (5, 0, 1)]), pl.Series([0, 2, 4, 5, 6]))
    assert shares["share"].to_list() == [0.0, 0.5, 0.5, 0.5, None]


def test_the_share_stays_one_once_all_have_had_the_event():
    assert share_by(curve([(2, 2, 0)]), pl.Series([1, 2, 9]))["share"].to_list() == [0.0, 1.0, 1.0]


def test_groups_are_the_same_together_as_alone():
    both = pl.concat([rows(SIX_MP, arm="6-MP"), rows(PLACEBO, arm="placebo")])
    together = kaplan_meier(life_table(both, ["arm"]), ["arm"])
    assert_frame_equal(together.filter(pl.col("arm") == "placebo").drop("arm"), curve(PLACEBO))
    assert quantile(together, 0.5, ["arm"])["value"].to_list() == [23, 8]


def test_no_rows_give_no_curve_and_no_median():
    empty = curve([])
    assert empty.height == 0
    assert quantile(empty, 0.5).row(0) == (None, None, None)


_TIMES = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["event", "censored"])), min_size=1, max_size=30)


@given(_TIMES)
def test_the_curve_is_the_product_of_its_definition(pairs):
    product, frame = 1.0, pl.DataFrame(pairs, schema={"duration": pl.Int64, "ending": pl.String}, orient="row")
    for time, survival in kaplan_meier(life_table(frame.lazy())).select("duration", "survival").iter_rows():
        at_risk = sum(t >= time for t, _ in pairs)
        product *= 1 - sum(t == time and end == "event" for t, end in pairs) / at_risk
        assert survival == pytest.approx(product)


@given(_TIMES, _TIMES)
def test_life_tables_of_two_months_add_up_to_the_table_of_both(first, second):
    schema = {"duration": pl.Int64, "ending": pl.String}
    one, two = (pl.LazyFrame(pairs, schema=schema, orient="row") for pairs in (first, second))
    summed = pl.concat([life_table(one), life_table(two)]).group_by("duration").sum().sort("duration")
    assert_frame_equal(summed, life_table(pl.concat([one, two])))
