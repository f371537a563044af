"""The data dictionary: every canonical table and column in both languages, with what it may hold."""

from collections.abc import Iterable, Iterator

import polars as pl

from metrics.contract import UTC, Column, Table

_TITLE = """# Tables · 数据表

What a source can be mapped to; `python -m metrics tables` prints it. Columns in **bold** must be filled. Every row
also keeps its `source`, `source_file`, `source_row` and the business `month` that it lives in.
来源可映射到的表;**粗体**列必填。
"""
_KINDS: dict[pl.DataType, str] = {
    pl.String(): "text",
    pl.Int64(): "whole number",
    pl.Float64(): "number",
    pl.Boolean(): "yes or no",
    pl.Date(): "date",
    UTC: "time",
}


def dictionary(tables: Iterable[Table]) -> str:
    """Return the dictionary of the tables as Markdown."""
    return "\n".join([_TITLE, *(line for table in tables for line in _entry(table))])


def _entry(table: Table) -> Iterator[str]:
    dated = f"dated by {', else '.join(table.at)}" if table.at else "a reference table"
    yield f"## `{table.name}` · {table.zh} · {table.en}\n"
    yield f"Key: {', '.join(table.key)}; {dated}.\n"
    yield "| column | 中文 | English | holds |\n|---|---|---|---|"
    yield from (_row(column) for column in table.columns)
    yield ""


def _row(column: Column) -> str:
    name = f"`{column.name}`" if column.nullable else f"**`{column.name}`**"
    return f"| {name} | {column.zh} | {column.en} | {_holds(column)} |"


def _holds(column: Column) -> str:
    if column.allowed:
        return ", ".join(column.allowed)
    refers = f", refers to `{column.references}`" if column.references else ""
    return _KINDS[column.dtype] + refers
