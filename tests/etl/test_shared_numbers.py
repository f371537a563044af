"""A number that several customers use links to no case, since nobody can tell whose call it was."""

from datetime import UTC, datetime

import polars as pl

from etl.link.matching import CASE, CHILD, match
from metrics.contract import UTC as TIME

_DAY = datetime(2025, 6, 2, 9, tzinfo=UTC)


def linked(customers: list[str], caller: str | None = None) -> list[tuple]:
    """Return the link of one call, of nobody named or of `caller`, from a number under which each has a case."""
    call = pl.DataFrame(
        [("call", _DAY, None, None, caller, "8888")], dict.fromkeys(CHILD, pl.String) | {"at": TIME}, orient="row"
    )
    cases = [(f"case {name}", "2025-06", name, "8888", _DAY) for name in customers]
    schema = dict.fromkeys(CASE, pl.String) | {"created_at": TIME}
    jobs = pl.DataFrame(schema={"job_id": pl.String, "case_id": pl.String})
    return match(call, pl.DataFrame(cases, schema, orient="row"), jobs).select("case_id", "method", "confidence").rows()


def test_a_number_of_one_customer_links_to_his_case():
    assert linked(["ann"]) == [("case ann", "identity_time", 0.9)]


def test_two_cases_of_one_customer_are_less_sure():
    assert linked(["ann", "ann"]) == [("case ann", "identity_time", 0.6)]


def test_a_number_of_two_customers_links_to_no_case():
    assert linked(["ann", "bob"]) == [(None, "shared_identity", 0.0)]


def test_a_caller_who_is_named_is_not_taken_for_another_customer_of_the_number():
    assert linked(["ann"], caller="bob") == []
    assert linked(["ann", "bob"], caller="bob") == [("case bob", "customer_time", 0.9)]
