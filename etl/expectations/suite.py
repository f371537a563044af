"""What a suite is: a table's rules, the share of rows that may fail them, and the columns worked out for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

from metrics.contract import Table


class SuiteError(Exception):
    """A suite contradicts itself: the programmer's mistake."""


@dataclass(frozen=True, eq=False)
class Suite:
    """The rules of one table.

    `tolerance` is the share of a source's rows that may be quarantined before the source is refused. `worked_out`
    are columns computed over the whole frame before the rules look, for what no single row can show.
    """

    table: Table
    tolerance: float
    rules: Sequence[Expectation]
    worked_out: Mapping[str, pl.Expr] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse two rules that a person could not tell apart."""
        names = Counter(name(rule) for rule in self.rules)
        if twice := [each for each, count in names.items() if count > 1]:
            message = f"Suite '{self.table.name}': rule '{twice[0][0]}' stands twice for column '{twice[0][1]}'."
            raise SuiteError(message)


def told(rule: Expectation | ExpectationConfiguration) -> Mapping[str, Any]:
    """Return what a rule says of itself: `rule`, `column`, `zh`, `en`, `shows`, and what it `references`."""
    return rule.meta or {}


def name(rule: Expectation | ExpectationConfiguration) -> tuple[str, str]:
    """Return what tells a rule from the others of its suite: its key and the column to look at."""
    return told(rule)["rule"], told(rule)["column"]
