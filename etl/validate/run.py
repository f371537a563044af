"""Apply a table's suite to a frame, in parts where it is large, and gather verdicts and refused rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import great_expectations.expectations as gxe
import polars as pl
from great_expectations.expectations.expectation import Expectation

from etl.expectations import suite_of
from etl.expectations.contract_rules import LATEST, known_as
from etl.expectations.contract_rules import known as looked_up
from etl.expectations.suite import told
from etl.validate.checked import Checked, RuleResult
from etl.validate.engine import Engine, Verdict, columns_read
from etl.validate.rejected import rejected
from metrics.contract import Table

# Clocks of different machines disagree by minutes. More would hide the commonest mistake: a zone read wrong by hours.
CLOCK_SKEW: Final = timedelta(minutes=5)
PART: Final = 250_000  # rows that pandas holds at once
_OVER_ALL_ROWS: Final = (gxe.ExpectColumnValuesToBeUnique, gxe.ExpectCompoundColumnsToBeUnique)


def run(table: str, frame: pl.DataFrame, known: Mapping[str, frozenset[str]], now: datetime) -> Checked:
    """Return what the suite of `table` found in `frame`; see `etl.validate.check`."""
    suite = suite_of(table)
    rules = [rule for rule in suite.rules if told(rule).get("references") in {None, *known}]
    facts = frame.with_columns(**suite.worked_out, **_references(suite.table, known))
    engine = Engine({LATEST: now + CLOCK_SKEW})
    verdicts = [
        verdict
        for asked, rows, first in _parts([rule for rule in rules if _has_work(rule, facts)], facts)
        for verdict in engine.judge(asked, rows, first)
    ]
    return Checked(
        table=table,
        rows=frame.height,
        tolerance=suite.tolerance,
        results=tuple(_result(rule, verdicts) for rule in rules),
        rejected=rejected(facts, verdicts),
    )


def _references(table: Table, known: Mapping[str, frozenset[str]]) -> dict[str, pl.Expr]:
    return {
        known_as(column.name, column.references): looked_up(column.name, known[column.references])
        for column in table.columns
        if column.references and column.references in known
    }


def _has_work(rule: Expectation, facts: pl.DataFrame) -> bool:
    """Return whether a rule can judge anything: all but one kind ignore empty cells, and many columns are all empty."""
    if isinstance(rule, gxe.ExpectColumnValuesToNotBeNull):
        return True
    kwargs = {key: value for key, value in rule.configuration.kwargs.items() if key != "row_condition"}
    return all(facts[column].null_count() < facts.height for column in columns_read(kwargs))


def _parts(
    rules: Sequence[Expectation], facts: pl.DataFrame
) -> Iterator[tuple[Sequence[Expectation], pl.DataFrame, int]]:
    """Yield which rules to judge on which rows; uniqueness always sees all of them."""
    if facts.height <= PART:
        yield rules, facts, 0
        return
    over_all = [rule for rule in rules if isinstance(rule, _OVER_ALL_ROWS)]
    yield over_all, facts, 0
    row_by_row = [rule for rule in rules if rule not in over_all]
    for first in range(0, facts.height, PART):
        yield row_by_row, facts.slice(first, PART), first


def _result(rule: Expectation, verdicts: Sequence[Verdict]) -> RuleResult:
    about, found = told(rule), [verdict.result.result for verdict in verdicts if verdict.rule is rule]
    return RuleResult(
        rule=about["rule"],
        column=about["column"],
        evaluated=sum(each["element_count"] - each.get("missing_count", 0) for each in found),
        failed=sum(each["unexpected_count"] for each in found),
        text_zh=about["zh"],
        text_en=about["en"],
    )
