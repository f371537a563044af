"""A funnel against the period before: the interval of a difference against a published one, and when it is withheld."""

import polars as pl
import pytest

from metrics.funnel.comparison import compared
from metrics.funnel.shares import with_share


def stage(hits, n, immature=0):
    rows = pl.DataFrame({"step": [2], "stage": ["b"], "hits": [hits], "n": [n], "immature": [immature]})
    return with_share(rows, "hits", "n")


def test_the_interval_of_a_difference_is_newcombes():
    # Newcombe 1998, Statistics in Medicine 17:873, table II (a), method 10: 56/70 − 48/80 gives 0.0524 to 0.3339.
    change = compared(stage(56, 70), stage(48, 80)).row(0, named=True)
    assert change["difference"] == pytest.approx(0.2)
    assert (change["difference_low"], change["difference_high"]) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert change["verdict"] == "real"


def test_a_difference_that_chance_could_make_is_noise():
    assert compared(stage(9, 10), stage(8, 10))["verdict"].item() == "noise"


def test_while_cases_are_fresh_the_change_is_withheld():
    change = compared(stage(9, 10, immature=1), stage(1, 10)).row(0, named=True)
    assert (change["verdict"], change["difference"], change["value"]) == ("too_early", None, 0.9)


def test_without_a_period_before_there_is_no_comparison():
    assert compared(stage(9, 10), stage(0, 0))["verdict"].item() == "no_comparison"
    assert compared(stage(9, 10), stage(1, 2).clear())["verdict"].item() == "no_comparison"
