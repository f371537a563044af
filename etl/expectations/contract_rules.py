"""The rules that follow from the contract alone: filled, allowed, unique, known, dated, past, and readable."""

from collections.abc import Iterator

import great_expectations.expectations as gxe
import polars as pl
from great_expectations.expectations.expectation import Expectation

from etl.expectations.rules import about
from metrics.contract import TABLES, Column, Table

# The name of the argument that carries the latest time which may already have happened.
LATEST = "latest"
# Worked out for tables whose time may come from one of several columns, each of which may be empty.
DATED_BY = "dated_by"
_KNOWN = "known"


def contract_rules(table: Table) -> list[Expectation]:
    """Return the rules that the contract implies for `table`."""
    return [_readable(), _unique(table), *_dated(table), *(rule for each in table.columns for rule in _of(each))]


def known_as(column: str, to: str) -> str:
    """Return the name of the worked-out column that says whether `column` holds a key of the table `to`."""
    return f"{column}_among_{to}"


def known(column: str, ids: frozenset[str]) -> pl.Expr:
    """Return "known" where `column` is among `ids`, else the value itself, so that a result shows what is unknown."""
    found = pl.col(column).is_in(pl.Series(list(ids), dtype=pl.String).implode())
    return pl.when(found).then(pl.lit(_KNOWN)).otherwise(pl.col(column))


def among(column: Column, to: str, zh: str, en: str) -> Expectation:
    """Return the rule that the worked-out column for `column` and `to` found every value."""
    return gxe.ExpectColumnValuesToBeInSet(
        column=known_as(column.name, to), value_set=[_KNOWN], **about("reference_unknown", column.name, zh, en)
    )


def dated_by(table: Table) -> dict[str, pl.Expr]:
    """Return the worked-out column of the time that dates a row, where any of the columns may be empty."""
    return {DATED_BY: pl.coalesce(table.at)} if _may_be_undated(table) else {}


def _of(column: Column) -> Iterator[Expectation]:
    zh, en = f"“{column.zh}”", f"'{column.en}'"
    if not column.nullable:
        told = about("value_missing", column.name, f"{zh}不能为空。", f"{en} must not be empty.")
        yield gxe.ExpectColumnValuesToNotBeNull(column=column.name, **told)
    if column.allowed:
        listed = ", ".join(column.allowed)
        told = about("value_not_allowed", column.name, f"{zh}只能是:{listed}。", f"{en} must be one of: {listed}.")
        yield gxe.ExpectColumnValuesToBeInSet(column=column.name, value_set=list(column.allowed), **told)
    if column.references:
        to = column.references
        rule = among(column, to, f"{zh}不在“{TABLES[to].zh}”表中。", f"{en} is not in the table {to}.")
        rule.meta = {**(rule.meta or {}), "references": to}
        yield rule
    if column.happened:
        told = about(
            "in_the_future", column.name, f"{zh}不能在未来,请核对时区。", f"{en} lies in the future: check the zone."
        )
        yield gxe.ExpectColumnValuesToBeBetween(column=column.name, max_value={"$PARAMETER": LATEST}, **told)


def _readable() -> Expectation:
    told = about("cell_unreadable", "unreadable", "有单元格无法读取。", "A cell could not be read.")
    return gxe.ExpectColumnValuesToBeNull(column="unreadable", **told)


def _unique(table: Table) -> Expectation:
    zh = "、".join(f"“{table.column(name).zh}”" for name in table.key)
    en = " and ".join(f"'{table.column(name).en}'" for name in table.key)
    told = about(
        "key_repeated",
        table.key[0],
        f"{zh}重复,内容却不同:无法判断哪一行正确。",
        f"{en} stands on several rows that differ: nobody can tell which is right.",
        table.key,
    )
    if len(table.key) == 1:
        return gxe.ExpectColumnValuesToBeUnique(column=table.key[0], **told)
    return gxe.ExpectCompoundColumnsToBeUnique(
        column_list=list(table.key), ignore_row_if="any_value_is_missing", **told
    )


def _dated(table: Table) -> list[Expectation]:
    if not _may_be_undated(table):
        return []
    zh = "、".join(f"“{table.column(name).zh}”" for name in table.at)
    en, several = ", ".join(f"'{table.column(name).en}'" for name in table.at), len(table.at) > 1
    told = about(
        "date_missing",
        table.at[0],
        f"{zh}{'至少填一个' if several else '不能为空'},否则无法归入月份。",
        f"{f'At least one of {en}' if several else en} must be filled, or the row belongs to no month.",
        table.at,
    )
    return [gxe.ExpectColumnValuesToNotBeNull(column=DATED_BY, **told)]


def _may_be_undated(table: Table) -> bool:
    return bool(table.at) and all(table.column(name).nullable for name in table.at)
