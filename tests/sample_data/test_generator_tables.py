"""The clean tables keep the contract, so that whatever is refused is refused for planted dirt alone."""

from datetime import UTC, datetime
from itertools import pairwise

import polars as pl
import pytest

from metrics.contract import TABLES

END = datetime(2026, 6, 30, 15, 59, 59, tzinfo=UTC)
NAMES = sorted(TABLES)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_rows_and_no_key_twice(company, name):
    keys = company[name].select(TABLES[name].key)
    assert keys.height > 0
    assert keys.is_duplicated().sum() == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_only_columns_of_the_contract(company, name):
    assert set(company[name].columns) <= set(TABLES[name].schema)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_among_those_the_contract_allows(company, name):
    rows = company[name]
    found = {c.name: set(rows[c.name].drop_nulls()) - set(c.allowed) for c in TABLES[name].columns if c.allowed}
    assert {column: words for column, words in found.items() if words} == {}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_happens_after_the_end_of_the_data(company, name):
    rows = company[name]
    late = {column: rows.filter(pl.col(column) > END).height for column in TABLES[name].happened}
    assert {column: count for column, count in late.items() if count} == {}


@pytest.mark.parametrize("name", NAMES)
def test_references_are_known(company, name):
    rows = company[name]
    columns = [column for column in TABLES[name].columns if column.references]
    unknown = {
        c.name: set(rows[c.name].drop_nulls()) - set(company[c.references][TABLES[c.references].key[0]])
        for c in columns
    }
    assert {column: ids for column, ids in unknown.items() if ids} == {}


def test_the_months_are_whole_and_the_volume_is_as_asked(company):
    months = company["cases"]["created_at"].dt.convert_time_zone("Asia/Shanghai").dt.strftime("%Y-%m")
    assert (months.n_unique(), months.min(), months.max()) == (24, "2024-07", "2026-06")
    assert company["cases"].height == 12_000


def test_a_case_goes_through_its_clocks_in_order(company):
    times = ("created_at", "first_response_at", "resolved_first_at", "resolved_last_at", "closed_at")
    cases = company["cases"].select(times)
    pairs = pairwise(times)
    assert [pair for pair in pairs if not (cases[pair[0]] <= cases[pair[1]]).fill_null(value=True).all()] == []


def test_the_points_of_a_servqual_answer_add_up_to_a_hundred(company):
    totals = company["servqual_weights"].group_by("response_id").agg(pl.col("points").sum())
    assert set(totals["points"]) == {100.0}


def test_complaints_carry_text_that_must_be_shown_as_text(company):
    texts = company["complaints"]["description"]
    signs = ("<script>", "=HYPERLINK(", "![", "\u202e", "😡", "javascript:")
    assert [sign for sign in signs if not texts.str.contains(sign, literal=True).any()] == []
