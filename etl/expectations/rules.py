"""Builders of the rules that tables share; each returns an expectation that says in both languages what is wrong."""

from typing import Any

import great_expectations.expectations as gxe
import polars as pl
from great_expectations.expectations.expectation import Expectation

from metrics.contract import Table


def about(rule: str, column: str, zh: str, en: str, shows: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the arguments that name a rule: its key, the column to look at, its sentences, the columns to quote."""
    return {
        "meta": {"rule": rule, "column": column, "zh": zh, "en": en, "shows": list(shows or (column,))},
        "description": f"{zh} {en}",  # what the Data Docs print
    }


def in_order(table: Table, rule: str, earlier: str, later: str, *, strictly: bool = False) -> Expectation:
    """Return the rule that `later` is not before `earlier` (with `strictly`, nor the same)."""
    first, second = table.column(earlier), table.column(later)
    zh, en = ("必须晚于", "after") if strictly else ("不能早于", "no earlier than")
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=later,
        column_B=earlier,
        or_equal=not strictly,
        ignore_row_if="either_value_is_missing",
        **about(
            rule,
            later,
            f"“{second.zh}”{zh}“{first.zh}”。",
            f"'{second.en}' must be {en} '{first.en}'.",
            (earlier, later),
        ),
    )


def at_least(table: Table, lowest: int, *columns: str) -> list[Expectation]:
    """Return one rule per column: no value below `lowest`."""
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column=name,
            min_value=lowest,
            **about(
                "below_minimum",
                name,
                f"“{table.column(name).zh}”不能小于 {lowest}。",
                f"'{table.column(name).en}' must not be below {lowest}.",
            ),
        )
        for name in columns
    ]


def between(table: Table, column: str, lowest: int, highest: int) -> Expectation:
    """Return the rule that a value lies from `lowest` to `highest`, both included."""
    label = table.column(column)
    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=lowest,
        max_value=highest,
        **about(
            "out_of_range",
            column,
            f"“{label.zh}”必须在 {lowest} 到 {highest} 之间。",
            f"'{label.en}' must lie from {lowest} to {highest}.",
        ),
    )


def another(table: Table, *columns: str) -> dict[str, pl.Expr]:
    """Return the worked-out columns that `not_itself` reads: whether each column names another row than its own."""
    (key,) = table.key
    return {f"{column}_is_another": pl.col(column) != pl.col(key) for column in columns}


def not_itself(table: Table, rule: str, column: str) -> Expectation:
    """Return the rule that `column` does not name the row's own key."""
    (key,), label = table.key, table.column(column)
    # great-expectations' own rule for values unique within a row takes 0.1 ms a row.
    return gxe.ExpectColumnValuesToBeInSet(
        column=f"{column}_is_another",
        value_set=[True],
        **about(
            rule,
            column,
            f"“{label.zh}”不能指向记录自身。",
            f"'{label.en}' must not name the row itself.",
            (key, column),
        ),
    )


def matching(table: Table, column: str, pattern: str, form: str) -> Expectation:
    """Return the rule that text has the form that `pattern` describes and `form` shows to people."""
    label = table.column(column)
    return gxe.ExpectColumnValuesToMatchRegex(
        column=column,
        regex=pattern,
        **about(
            "wrong_form",
            column,
            f"“{label.zh}”的格式必须为 {form}。",
            f"'{label.en}' must have the form {form}.",
        ),
    )
