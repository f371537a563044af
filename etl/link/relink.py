"""Linking anew the months of calls and forms that a load may have changed."""

from collections.abc import Mapping
from datetime import timedelta

import polars as pl

from etl.link.matching import match
from metrics.contract import TABLES
from metrics.store.facts import around
from metrics.store.warehouse import LINKS, Warehouse

LINKED = {"contacts": "contact_id", "feedback_forms": "form_id"}
_REACH = timedelta(days=28)


def months_to_relink(warehouse: Warehouse, changed: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return per linked table the months whose links may differ now, given the months that changed."""
    near_cases = around(changed.get("cases", ()), _REACH)
    found = {}
    for table in LINKED:
        held = set(warehouse.scan(table).select(pl.col("month").unique()).collect().to_series())
        waiting = _months_waiting_for_a_case(warehouse, table) if near_cases else set()
        linked = _months_linked_into(warehouse, table, changed.get("cases", frozenset()))
        found[table] = frozenset((set(changed.get(table, ())) | near_cases | waiting | linked) & held)
    return found


def _months_waiting_for_a_case(warehouse: Warehouse, table: str) -> set[str]:
    """Return the months with rows that name a case or a customer but are linked to none yet."""
    linked = warehouse.scan("links").filter(pl.col("table") == table).select("key")
    rows = warehouse.scan(table).filter(pl.col("case_id").is_not_null())
    waiting = rows.join(linked, left_on=LINKED[table], right_on="key", how="anti")
    return set(waiting.select(pl.col("month").unique()).collect().to_series())


def _months_linked_into(warehouse: Warehouse, table: str, case_months: frozenset[str]) -> set[str]:
    links = warehouse.scan("links").filter((pl.col("table") == table) & pl.col("case_month").is_in(sorted(case_months)))
    return set(links.select(pl.col("month").unique()).collect().to_series())


def relinked(warehouse: Warehouse, table: str, months: frozenset[str]) -> pl.DataFrame:
    """Return the links of a table's rows in `months`."""
    children = _children(warehouse, table, months)
    linked = match(children, _cases(warehouse, children, months), _jobs(warehouse, children))
    return (
        linked.join(children.select("key", "month"), on="key", how="left")
        .with_columns(table=pl.lit(table))
        .select(LINKS.names())
    )


def _children(warehouse: Warehouse, table: str, months: frozenset[str]) -> pl.DataFrame:
    contract = TABLES[table]
    job = pl.col("job_id") if "job_id" in contract.schema else pl.lit(None, dtype=pl.String).alias("job_id")
    rows = warehouse.scan(table, months).with_columns(key=pl.col(LINKED[table]), at=pl.coalesce(contract.at))
    return rows.select("key", "at", "case_id", job, "customer_id", "identity_key", "month").collect()


def _cases(warehouse: Warehouse, children: pl.DataFrame, months: frozenset[str]) -> pl.DataFrame:
    columns = ("case_id", "customer_id", "identity_key", "created_at")
    near = around(months, _REACH)
    named = children.select("case_id").drop_nulls().unique()
    cases = warehouse.scan("cases").select(*columns, case_month="month")
    by_jobs = _jobs(warehouse, children).select("case_id")
    wanted = pl.concat([named, by_jobs]).unique().lazy()
    return pl.concat(
        [
            cases.filter(pl.col("case_month").is_in(sorted(near))),
            cases.filter(~pl.col("case_month").is_in(sorted(near))).join(wanted, on="case_id", how="semi"),
        ]
    ).collect()


def _jobs(warehouse: Warehouse, children: pl.DataFrame) -> pl.DataFrame:
    wanted = children.lazy().select("job_id").drop_nulls().unique()
    jobs = warehouse.scan("jobs").select("job_id", "case_id").filter(pl.col("case_id").is_not_null())
    return jobs.join(wanted, on="job_id", how="semi").collect()
