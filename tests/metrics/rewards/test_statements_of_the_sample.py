"""Statements of the sample company: the KPIs' own figures, and what was planted for them to find."""

import json
from fractions import Fraction

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.rewards.counting import flagged
from metrics.rewards.evidence import in_order
from metrics.store import EVERYTHING, Query, Scope, open_store
from metrics.store.errors import QueryError
from metrics.store.statement_evidence import complaints_by_case, evidence_of_months, policy_of


@pytest.fixture(scope="module")
def store(loaded_sample):
    return open_store(loaded_sample)


@pytest.fixture(scope="module")
def statements(store):
    """Return the satisfaction statements by unit and month."""
    found = store.statements(EVERYTHING)
    return {(each.unit, each.month): each for each in found if each.part == "satisfaction"}


@pytest.fixture(scope="module")
def planted(loaded_sample):
    return json.loads((loaded_sample / "truth.json").read_text(encoding="utf-8"))["planted"]


def readings(store, key):
    rows = store.readings(EVERYTHING, Query(key, by=("unit", "month"))).to_dicts()
    return {(row["unit"], row["month"]): row for row in rows if row["unit"] != "unknown" and row["month"] != "undated"}


def forms_of(statement):
    return statement.document()["figures"]["forms"]


def test_totals_and_numbers_are_those_of_the_satisfaction_score_in_every_unit_and_month(store, statements):
    read = {key: (row["n"], row["total"]) for key, row in readings(store, "satisfaction_score").items() if row["n"]}
    told = {key: each.figures.month.used for key, each in statements.items()}
    assert read == {key: (used.n, used.total) for key, used in told.items() if used.n}
    assert len(read) > 200


def test_unverified_forms_are_those_of_their_own_kpi_in_every_unit_and_month(store, statements):
    read = readings(store, "satisfaction_score_unverified")
    told = {key: each.document()["figures"] for key, each in statements.items()}
    told = {key: (each["unverified_n"], each["unverified_total"]) for key, each in told.items()}
    expected = {key: (row["n"], f"{int(row['total'])}/1") for key, row in read.items() if row["n"]}
    assert {key: each for key, each in told.items() if each[0]} == expected != {}


def test_forms_sent_and_answered_are_those_of_the_response_rate_in_every_unit_and_month(store, statements):
    read = {key: row for key, row in readings(store, "response_rate").items() if row["n"] or row["immature"]}
    told = {key: forms_of(each) for key, each in statements.items()}
    told = {key: (one["judged"], one["answered"], one["may_still_come"]) for key, one in told.items() if one["sent"]}
    assert told == {key: (row["n"], row["total"], row["immature"]) for key, row in read.items()} != {}


def test_the_planted_month_of_nothing_but_a_is_found(statements, planted):
    plant = planted["all_a_month"]
    statement = statements[plant["unit"], plant["month"]]
    assert (statement.rule, statement.amount) == ("all_max", 100_000)
    assert statement.figures.deciding.now.total == plant["sum"] == 6 * plant["n"]


def test_the_planted_tie_pays_nothing(statements, planted):
    plant = planted["tie"]
    before, now = sorted(plant["months"])
    statement = statements[plant["unit"], now]
    assert (statement.rule, statement.amount) == ("equal", 0)
    document = statement.document()["figures"]
    assert (document["average"], document["baseline_average"], document["delta"]) == ("7/2", "7/2", "0/1")
    assert document["baseline_months"] == [before]


def test_every_planted_month_with_few_forms_is_not_assessed(statements, planted):
    plant = planted["few_forms"]
    rules = {statements[plant["unit"], month].rule for month, n in plant["months"].items() if n}
    none = {statements[plant["unit"], month].rule for month, n in plant["months"].items() if not n}
    assert (rules, none) == ({"not_enough_forms"}, {"no_assessment"})


def test_a_viewer_gets_the_statements_of_his_own_units_only_and_the_same_ones(store, statements):
    scope = Scope(units=frozenset({"JN"}))
    mine = {(each.unit, each.month): each for each in store.statements(scope) if each.part == "satisfaction"}
    assert mine == {key: each for key, each in statements.items() if key[0] == "JN"} != {}


@pytest.mark.parametrize("plant", ["all_a_month", "tie"])
def test_the_forms_behind_a_statement_are_as_many_as_it_says_and_add_up_to_its_total(store, statements, planted, plant):
    unit, month = planted[plant]["unit"], planted[plant].get("month") or max(planted[plant]["months"])
    told, used = forms_of(statements[unit, month]), statements[unit, month].figures.month.used
    found = store.statement_evidence(EVERYTHING, unit, month)
    assert (found.counts["counted"], found.counts.get("unverified", 0)) == (told["used"], told["unverified"])
    assert found.counts.get("rejected", 0) == told["rejected"]
    scores = found.rows.filter(pl.col("status") == "counted")["score"]
    assert (len(scores), sum(Fraction(score) for score in scores)) == (used.n, used.total)
    assert found.total == found.rows.height == sum(found.counts.values())


def test_forms_whose_case_was_also_complained_of_come_first(store, statements):
    complained = 0
    for unit, month in [key for key in statements if key[1] >= "2026-04"]:
        order = store.statement_evidence(EVERYTHING, unit, month).rows["complaint"].is_null().to_list()
        assert order == sorted(order)
        complained += order.count(False)
    assert complained > 0


def test_every_complaint_behind_a_statement_is_counted_or_has_its_reason(store):
    found = [each for each in store.statements(EVERYTHING) if each.part == "complaints" and each.figures.month.count]
    for statement in found[:8]:
        opened = store.statement_evidence(EVERYTHING, statement.unit, statement.month, "complaints")
        here = statement.figures.month
        assert opened.counts == {**here.left_out, "counted": here.count}
        assert tuple(opened.rows["complaint_id"][: here.count]) == here.complaints
        assert opened.rows["weight"].drop_nulls().to_list() == list(here.weights)


def test_no_complaint_counts_in_two_months(store):
    counted = [one for each in store.statements(EVERYTHING) if each.part == "complaints"
               for one in each.figures.month.complaints]  # fmt: skip
    assert len(counted) == len(set(counted)) > 50


def test_opening_a_unit_outside_the_viewers_scope_shows_nothing(store):
    assert store.statement_evidence(Scope(units=frozenset({"JN"})), "XQ", "2025-11").total == 0


def test_a_part_or_a_time_without_policy_cannot_be_opened(store):
    with pytest.raises(QueryError, match=r"There is no part 'complaint'\. Did you mean complaints"):
        store.statement_evidence(EVERYTHING, "JN", "2025-04", "complaint")
    with pytest.raises(QueryError, match="No policy of this part is in force for unit 'JN' in 2024-08"):
        store.statement_evidence(EVERYTHING, "JN", "2024-08", "complaints")


def test_a_load_that_was_never_published_has_no_statements(store):
    with pytest.raises(QueryError, match="No load 99 was published here"):
        store.statements(EVERYTHING, load=99)
    assert store.statements(EVERYTHING, "2026-05", "2026-05", "JN", load=1)[0].basis.load == 1


def test_evidence_read_in_passing_for_all_units_is_that_of_each_statement_opened_alone(store):
    source, policies = store.reward_source(EVERYTHING), store.reward_policies.satisfaction
    forms = flagged(source.forms(["2026-03"]), source.moment, source.calendar).collect()
    found = evidence_of_months(forms, policies, source, complaints_by_case(source))
    assert len({policy_of(policies, source, (unit, "2026-03")).version for unit in ("SD", "JN")}) == 2
    for unit in ("SD", "JN", "TH"):
        alone = store.statement_evidence(EVERYTHING, unit, "2026-03").rows
        here = found.filter((pl.col("unit") == unit) & (pl.col("month") == "2026-03"))
        assert_frame_equal(in_order(here.lazy()).collect(), alone)
