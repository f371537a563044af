"""Check a mapped frame against its table's suite; importing this room imports no great-expectations yet."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import polars as pl

from etl.validate.checked import REJECTED, Checked, RuleResult
from etl.validate.errors import ExaminationStoppedError, RuleBrokenError
from etl.validate.process import ask, prepare

INDEX = "index.html"
"""The name of the page of a load's Data Docs that leads to the others."""

__all__ = [
    "INDEX",
    "REJECTED",
    "Checked",
    "ExaminationStoppedError",
    "RuleBrokenError",
    "RuleResult",
    "ask",
    "check",
    "prepare",
    "write_docs",
]


def check(table: str, frame: pl.DataFrame, known: Mapping[str, frozenset[str]], now: datetime) -> Checked:
    """Return what the suite of `table` found in `frame`: the verdict of each rule and every refused row.

    `known` holds the ids of referenced tables (a table that is absent is not checked); `now` is the load's clock.
    """
    from etl.validate.run import run

    return run(table, frame, known, now)


def write_docs(folder: Path, checked: Mapping[str, Checked]) -> Path:
    """Write the Data Docs of one load into `folder`, a page per source, and return the path of its index."""
    from etl.validate.docs import site

    return site(folder, checked)
