"""Records of one case, in the contract's own columns: what a test does not say is empty."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from metrics.contract import TABLES

# A Friday, at nine in Shanghai.
START = datetime(2025, 6, 6, 1, tzinfo=UTC)


def hour(number):
    return None if number is None else START + timedelta(hours=number)


@pytest.fixture
def rows():
    """Return what makes rows of a table; in time columns a number stands for hours after the start."""

    def make(table, *told):
        schema = TABLES[table].stored_schema
        times = {name for name, dtype in schema.items() if isinstance(dtype, pl.Datetime)}
        filled = [{name: hour(row.get(name)) if name in times else row.get(name) for name in schema} for row in told]
        return pl.DataFrame(filled, schema=schema, orient="row")

    return make
