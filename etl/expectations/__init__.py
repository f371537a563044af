"""The rules that a row must satisfy before it is loaded: one great-expectations suite per canonical table.

Importing a table's file imports great-expectations, which takes seconds: ask for a suite only when there are rows.
"""

import importlib
from typing import TYPE_CHECKING

from metrics.contract import table as contract

if TYPE_CHECKING:
    from etl.expectations.suite import Suite


def suite_of(table: str) -> "Suite":
    """Return the suite of the canonical table `table`; UnknownTableError names the nearest."""
    found: Suite = importlib.import_module(f"{__name__}.{contract(table).name}").SUITE
    return found
