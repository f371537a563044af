"""Pareto order and cumulative shares."""

import polars as pl
import pytest

from metrics.why import pareto


def causes(**counts):
    return pl.DataFrame({"cause": list(counts), "n": list(counts.values())})


def test_the_chart_of_causes_agrees_with_qcc():
    # qcc, paretoChart: defects in a contact form.
    given = causes(price_code=80, schedule_date=27, supplier_code=66, contact_num=94, part_num=33)
    found = pareto(given, "cause", "n")
    assert found["cause"].to_list() == ["contact_num", "price_code", "supplier_code", "part_num", "schedule_date"]
    assert found["cumulative"].to_list() == [94, 174, 240, 273, 300]
    assert (100 * found["share"]).to_list() == pytest.approx([31.33, 26.67, 22, 11, 9], abs=0.005)
    assert (100 * found["cumulative_share"]).to_list() == pytest.approx([31.33, 58, 80, 91, 100], abs=0.005)


def test_ties_stand_in_order_of_name_and_other_is_last_whatever_its_size():
    found = pareto(causes(other=99, late=5, broken=5, wrong=7), "cause", "n")
    assert found["cause"].to_list() == ["wrong", "broken", "late", "other"]


def test_by_count_and_by_cost_the_order_may_differ():
    rows = pl.DataFrame({"cause": ["late", "late", "broken"], "n": [1, 1, 1], "cost": [10, 10, 900]})
    assert pareto(rows, "cause", "n")["cause"].to_list() == ["late", "broken"]
    assert pareto(rows, "cause", "cost")["cause"].to_list() == ["broken", "late"]


def test_no_rows_give_no_causes_and_only_zeros_no_shares():
    assert pareto(causes().cast({"cause": pl.String, "n": pl.Int64}), "cause", "n").height == 0
    assert pareto(causes(late=0), "cause", "n")["share"].to_list() == [None]
