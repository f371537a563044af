"""Linking anew the months of calls and forms that a load may have changed."""

from collections.abc import Mapping

import polars as pl

from etl.link.matching import REACH, match
from metrics.contract import TABLES
from metrics.store.facts import around
from metrics.store.tables import LINKED, LINKS
from metrics.store.warehouse import Warehouse


def months_to_relink(warehouse: Warehouse, changed: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return per linked table the months whose links may differ now, given the months that changed."""
    cases = changed.get("cases", frozenset())
    found = {}
    for table in LINKED:
        concerned = around(cases, REACH) | _months_linked_into(warehouse, table, cases)
        concerned |= _months_naming(warehouse, table, "case_id", warehouse.scan("cases", cases))
        concerned |= _months_naming(warehouse, table, "job_id", _jobs_that_changed(warehouse, changed))
        held = _months(warehouse.scan(table))
        # A month that changed may hold nothing any more: its links have to go.
        found[table] = frozenset(changed.get(table, ())) | frozenset(concerned & held)
    return found


def _jobs_that_changed(warehouse: Warehouse, changed: Mapping[str, frozenset[str]]) -> pl.LazyFrame:
    """Return the jobs that may belong to another case than before."""
    cases = warehouse.scan("cases", changed.get("cases", frozenset())).select("case_id")
    of_cases = warehouse.scan("jobs").join(cases, on="case_id", how="semi")
    return pl.concat([of_cases, warehouse.scan("jobs", changed.get("jobs", frozenset()))])


def _months_naming(warehouse: Warehouse, table: str, name: str, rows: pl.LazyFrame) -> set[str]:
    """Return the months of a table with rows that name one of `rows`, be they linked to it or waiting for it."""
    if name not in TABLES[table].schema:
        return set()
    return _months(warehouse.scan(table).join(rows.select(name), on=name, how="semi"))


def _months_linked_into(warehouse: Warehouse, table: str, case_months: frozenset[str]) -> set[str]:
    into = (pl.col("table") == table) & pl.col("case_month").is_in(sorted(case_months))
    return _months(warehouse.scan("links").filter(into))


def _months(rows: pl.LazyFrame) -> set[str]:
    return set(rows.select(pl.col("month").unique()).collect().to_series())


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
    near = around(months, REACH)
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
