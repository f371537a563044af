"""What a mapping owes to the contract: known tables, columns and values, and every column that must be filled."""

from collections.abc import Mapping

import polars as pl

from etl.workspace.columns import REJECT, ColumnMapping
from etl.workspace.strict import refuse
from metrics.contract import TABLES, UTC, Column, Table
from metrics.errors import nearest

GRADES = ("A", "B", "C", "D", "E")


def check_table(name: str) -> None:
    """Refuse a table that the contract does not have."""
    if name not in TABLES:
        refuse(f"table '{name}' is not in the contract. {nearest(name, TABLES)}")


def check_columns(table_name: str, columns: Mapping[str, ColumnMapping]) -> None:
    """Refuse columns and values that the table does not know, and tables whose key is not filled."""
    table = TABLES[table_name]
    for name, mapping in columns.items():
        if name not in table.schema:
            refuse(f"columns: the table '{table.name}' has no column '{name}'. {nearest(name, table.schema)}")
        _check_reading(table.column(name), mapping)
        _check_values(table.column(name), mapping)
    _check_filled(table, columns)


def _check_filled(table: Table, columns: Mapping[str, ColumnMapping]) -> None:
    unfilled = [c.name for c in table.columns if not c.nullable and c.name not in columns]
    if unfilled:
        refuse(f"columns: '{table.name}' cannot be without {', '.join(unfilled)}; map them or give a constant.")


def _check_reading(column: Column, mapping: ColumnMapping) -> None:
    is_time = column.dtype in {UTC, pl.Date()}
    if (mapping.format or mapping.zone) and not is_time:
        refuse(f"columns.{column.name}: format and zone are for times; this column holds {column.dtype}.")
    fitting = {"1-5": column.allowed == GRADES, "A-E": column.dtype == pl.Int64, "yuan": column.dtype == pl.Int64}
    if mapping.scale and not fitting[mapping.scale]:
        refuse(f'columns.{column.name}: scale "{mapping.scale}" {_SCALES[mapping.scale]}.')
    if mapping.kind and column.dtype != pl.String:
        refuse(f'columns.{column.name}: kind "{mapping.kind}" is for text; this column holds {column.dtype}.')


_SCALES = {
    "1-5": "makes grades A–E of the numbers 5–1; this column holds no grades",
    "A-E": "makes numbers 5–1 of the grades A–E; this column holds no whole numbers",
    "yuan": "makes minor units of money; this column holds no whole numbers",
}


def _check_values(column: Column, mapping: ColumnMapping) -> None:
    # A value that is mapped to nothing is missing.
    meant = [value for value in (mapping.values or {}).values() if value]
    written = [*meant, mapping.default, mapping.constant]
    for value in written:
        if column.allowed and value not in {None, REJECT, *column.allowed} and not mapping.scale:
            refuse(f"columns.{column.name}: '{value}' is not a value of it. {nearest(str(value), column.allowed)}")
