"""Intervals, agreement, curves and corrections beside statsmodels, which others wrote and tested against R and SAS."""

import numpy as np
import polars as pl
import pytest

from metrics.accuracy.agreement import agreement
from metrics.change import change
from metrics.funnel.segments import worse_than_chance
from metrics.intervals import garwood, student, wilson
from metrics.kpis.first_contact_resolution import KPI as SHARE
from metrics.noise import difference_of_means
from metrics.survival import Ending, kaplan_meier, life_table, quantile

pytest.importorskip("statsmodels", reason="statsmodels is the reference; `make` sets it up with the other dependencies")

SHARES = [(0, 7), (1, 11), (23, 60), (450, 500), (38, 38)]
GENERATOR = np.random.default_rng(20250601)
NOW, BEFORE = GENERATOR.integers(-6, 7, 18).tolist(), GENERATOR.integers(-6, 7, 11).tolist()


def sums(scores):
    values = np.array(scores, dtype=float)
    return {"n": len(scores), "value": values.mean(), "total": values.sum(), "squares": (values**2).sum()}


@pytest.mark.parametrize(("hits", "n"), SHARES)
def test_wilsons_interval(hits, n):
    from statsmodels.stats.proportion import proportion_confint

    found = [bound[0] for bound in wilson(pl.Series([hits]), pl.Series([n]))]
    assert found == pytest.approx(proportion_confint(hits, n, method="wilson"), abs=1e-12)


@pytest.mark.parametrize(("now", "before"), [((45, 50), (200, 300)), ((3, 12), (9, 11)), ((30, 30), (20, 30))])
def test_newcombes_interval_of_a_difference_of_shares(now, before):
    from statsmodels.stats.proportion import confint_proportions_2indep

    read = []
    for hits, n in (now, before):
        low, high = wilson(pl.Series([hits]), pl.Series([n]))
        read.append({"value": hits / n, "low": low[0], "high": high[0]})
    found = change(SHARE, *read)
    assert (found.low, found.high) == pytest.approx(
        confint_proportions_2indep(*now, *before, method="newcomb"), abs=1e-12
    )


@pytest.mark.parametrize("count", [0, 1, 7, 400])
def test_the_exact_interval_of_a_rate(count):
    from statsmodels.stats.rates import confint_poisson

    found = [bound[0] for bound in garwood(pl.Series([count]), pl.Series([35.0]))]
    assert found == pytest.approx([float(end) for end in confint_poisson(count, 35.0, method="exact-c")], abs=1e-9)


def test_students_interval_of_a_mean():
    from statsmodels.stats.weightstats import DescrStatsW

    parts = sums(NOW)
    found = [bound[0] for bound in student(*(pl.Series([parts[name]]) for name in ("total", "squares", "n")))]
    assert found == pytest.approx(DescrStatsW(NOW).tconfint_mean(), abs=1e-12)


def test_the_wider_of_welchs_and_the_pooled_interval_of_a_difference_of_means():
    from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

    both = CompareMeans(DescrStatsW(NOW), DescrStatsW(BEFORE))
    ways = [both.tconfint_diff(usevar=way) for way in ("pooled", "unequal")]
    assert difference_of_means(sums(NOW), sums(BEFORE)) == pytest.approx(max(ways, key=lambda ends: ends[1] - ends[0]))


@pytest.mark.parametrize("table", [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[7, 2, 0], [1, 9, 3], [0, 2, 6]]])
@pytest.mark.parametrize("linear", [False, True], ids=["plain", "linear weights"])
def test_cohens_kappa(table, linear):
    from statsmodels.stats.inter_rater import cohens_kappa

    told = cohens_kappa(np.array(table), wt="linear" if linear else None)
    found = agreement(table, linear=linear)
    assert (found.kappa, found.low, found.high) == pytest.approx((told.kappa, told.kappa_low, told.kappa_upp), abs=1e-9)


def test_the_kaplan_meier_curve_and_its_median():
    from statsmodels.duration.survfunc import SurvfuncRight

    durations = GENERATOR.integers(1, 40, 60)
    over = GENERATOR.random(60) < 0.7
    told = SurvfuncRight(durations, over)
    endings = [Ending.EVENT.value if ended else Ending.CENSORED.value for ended in over]
    curve = kaplan_meier(life_table(pl.LazyFrame({"duration": durations, "ending": endings})))
    events = curve.filter(pl.col("events") > 0)
    assert events["duration"].to_list() == told.surv_times.tolist()
    assert events["survival"].to_list() == pytest.approx(told.surv_prob.tolist(), abs=1e-12)
    assert quantile(curve, 0.5)["value"].item() == told.quantile(0.5)


def test_segments_are_corrected_for_their_number_as_benjamini_and_hochberg_do():
    from statsmodels.stats.multitest import multipletests

    lost = {"a": 30, "b": 12, "c": 9, "d": 5}
    parts = pl.DataFrame(
        [
            (1, "s", state, unit, n)
            for unit, gone in lost.items()
            for state, n in (("lost", gone), ("converted", 100 - gone))
        ],
        schema=["step", "stage", "state", "unit", "n"],
        orient="row",
    )
    found = worse_than_chance({"unit": parts})
    assert found["q"].to_list() == pytest.approx(multipletests(found["p"].to_numpy(), method="fdr_bh")[1].tolist())
