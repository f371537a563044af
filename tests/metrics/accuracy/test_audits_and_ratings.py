"""From rows of audits and ratings to strata, verdicts and the audits that count."""

import polars as pl
import pytest

from metrics.accuracy.attributes import per_audit
from metrics.accuracy.cells import strata_of, verdicts
from metrics.accuracy.errors import StrataError
from metrics.accuracy.rounds import with_round_rules

_AUDIT = {"month": "2025-06", "unit": "A", "stratum": "new", "population_n": 50, "sampling": "random"}


def audits(*rows: dict) -> pl.DataFrame:
    return pl.DataFrame([{**_AUDIT, "status": "counted", "value": 1.0, **row} for row in rows])


def test_only_the_answers_customer_critical_attributes_count_as_the_answer():
    rows = [("answer_complete", "customer_critical", "fail"), ("refund", "customer_critical", "fail")]
    rows += [("answer_tone", "non_critical", "fail"), ("answer_right", "customer_critical", "na")]
    ratings = pl.LazyFrame(rows, schema=["attribute_code", "error_class", "result"], orient="row")
    found = per_audit(ratings.with_columns(audit_id=pl.lit("Q1"))).collect().row(0, named=True)
    assert (found["answer_judged"], found["answer_failed"], found["customer_critical_failed"]) == (1, 1, 2)
    assert (found["judged"], found["non_critical_failed"]) == (3, 1)


def test_one_subject_counts_once_though_two_raters_audited_it_first():
    rows = pl.LazyFrame(
        {"subject": ["s", "s"], "round": ["primary"] * 2, "status": ["valid"] * 2, "audit_id": ["2", "1"]},
    ).with_columns(sampled_at=pl.lit(None, dtype=pl.Datetime("us", "UTC")))
    assert with_round_rules(rows).sort("audit_id").collect()["speaks"].to_list() == [True, False]


def test_an_adjudication_that_is_itself_void_decides_nothing():
    rows = pl.LazyFrame(
        {
            "subject": ["s"] * 2,
            "round": ["primary", "adjudication"],
            "status": ["valid", "void"],
            "audit_id": ["1", "2"],
        }
    ).with_columns(sampled_at=pl.lit(None, dtype=pl.Datetime("us", "UTC")))
    assert with_round_rules(rows).collect()["adjudicated"].to_list() == [False, False]


def test_targeted_audits_belong_to_no_stratum_and_left_out_ones_show_an_empty_one():
    rows = audits({}, {"value": 0.0}, {"sampling": "targeted"}, {"stratum": "old", "status": "disputed"})
    assert strata_of(rows).rows() == [("2025-06 new", 50, 2, 1), ("2025-06 old", 50, 0, 0)]


def test_centres_that_state_sizes_of_their_own_are_strata_of_their_own():
    rows = audits({}, {"unit": "B", "population_n": 70})
    assert strata_of(rows)["stratum"].to_list() == ["2025-06 A new", "2025-06 B new"]


def test_a_stratum_of_two_sizes_is_refused():
    with pytest.raises(StrataError, match="several sizes"):
        strata_of(audits({}, {"population_n": 51}))


def test_verdicts_pair_the_two_ratings_of_a_contact():
    kinds = [("s1", "primary", 0), ("s1", "second", 2), ("s2", "primary", 1), ("s3", "second", 0), ("s4", "primary", 0)]
    rows = pl.DataFrame(kinds, schema=["subject", "round", "answer_failed"], orient="row")
    rated = rows.with_columns(audit_status=pl.lit("valid"), answer_judged=2)
    assert verdicts(rated, "answer") == [[0, 1], [0, 0]]
    assert verdicts(rated, "answer", most=2) == [[0, 0, 1], [0, 0, 0], [0, 0, 0]]
