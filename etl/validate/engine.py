"""Run expectations over rows with great-expectations' pandas engine, quietly and without a project folder."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import great_expectations as gx
import polars as pl
from great_expectations.core import ExpectationValidationResult
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation import Expectation
from great_expectations.validator.v1_validator import Validator

from etl.expectations.suite import name
from etl.validate.configurations import worked_out_once
from etl.validate.errors import RuleBrokenError

# Counting alone spares great-expectations half of its work, and most rules hold: only failing ones are asked for rows.
_COUNTS: Final = {"result_format": "BASIC"}
_ROWS: Final = {"result_format": "COMPLETE", "return_unexpected_index_query": False}


@dataclass(frozen=True, eq=False)
class Verdict:
    """What great-expectations found for one rule, and the numbers of the rows that failed it."""

    rule: Expectation
    result: ExpectationValidationResult
    rows: Sequence[int] = ()


class Engine:
    """Judges frames; `parameters` are the values of the rules' $PARAMETERs."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        """Take the parameters."""
        self._parameters = dict(parameters)

    def judge(self, rules: Sequence[Expectation], rows: pl.DataFrame, first: int) -> Iterator[Verdict]:
        """Yield a verdict per rule over `rows`, which are numbered from `first`."""
        read = {column for rule in rules for column in columns_read(rule.configuration.kwargs)}
        part = rows.select(sorted(read)).to_pandas()
        part.index = range(first, first + rows.height)
        # One validator for both rounds: each would fingerprint every row, which takes longer than the rules do.
        validator = Validator(_batches(), batch_parameters={"dataframe": part})
        counted = self._results(validator, rules, _COUNTS)
        failed = [rule for rule, result in zip(rules, counted, strict=True) if not result.success]
        located = iter(self._results(validator, failed, _ROWS))
        for rule, result in zip(rules, counted, strict=True):
            found = () if result.success else next(located).result.get("unexpected_index_list", ())
            yield Verdict(rule, result, found)

    def _results(
        self, validator: Validator, rules: Sequence[Expectation], form: Mapping[str, Any]
    ) -> list[ExpectationValidationResult]:
        if not rules:
            return []
        suite = gx.ExpectationSuite(name="rules", expectations=list(rules))
        validator.result_format = dict(form)
        with worked_out_once():
            found = validator.validate_expectation_suite(suite, self._parameters).results
        # great-expectations sorts its results by column: put them back in the order asked.
        by_name = {name(each.expectation_config): each for each in found if each.expectation_config}
        if broken := {rule: reasons for rule, each in by_name.items() if (reasons := set(_exceptions(each)))}:
            (rule, column), reasons = broken.popitem()
            raise RuleBrokenError(rule, column, reasons)
        return [by_name[name(rule)] for rule in rules]


@cache
def _batches() -> BatchDefinition[Any]:
    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(enable=False)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("load").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("part")


def columns_read(kwargs: Mapping[str, Any]) -> Iterator[str]:
    """Yield the columns that an expectation with these arguments reads, its row condition's included."""
    for key, value in kwargs.items():
        if key in {"column", "column_A", "column_B"}:
            yield value if isinstance(value, str) else value["name"]
        elif key == "column_list":
            yield from value
        elif key == "row_condition":
            yield from columns_read(value)
        elif key == "conditions":
            for condition in value:
                yield from columns_read(condition)


def _exceptions(result: ExpectationValidationResult) -> Iterator[str]:
    """Yield what was raised; great-expectations keeps one exception, or a mapping of them by metric."""
    told = result.exception_info or {}
    for each in (told, *told.values()):
        if isinstance(each, Mapping) and each.get("raised_exception"):
            yield str(each["exception_message"])
