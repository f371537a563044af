"""Rows behind a figure as a sheet: headed in words, numbers and times as such, the rest as it reads on screen."""

import polars as pl

from dashboard import rows as told
from dashboard.exports.sheet import COUNT, DECIMAL, Sheet
from dashboard.numbers import MINOR_UNITS
from dashboard.rows import Reader
from dashboard.wording import columns
from dashboard.wording import exports as words
from metrics.model import Kpi


def evidence(kpi: Kpi, rows: pl.DataFrame, reader: Reader, zone: str) -> Sheet:
    """Return evidence rows as a sheet, columns in the order of the screen."""
    shown = told.shown_columns(kpi, rows.columns)
    even = told.even(rows)
    cells = {name: _column(kpi, even, name, reader, zone) for name in shown}
    heads = _distinct({name: told.heading(kpi, name, reader.language) for name in shown})
    formats = {heads[name]: _format(cell) for name, cell in cells.items() if cell.dtype.is_numeric()}
    frame = pl.DataFrame([cell.alias(heads[name]) for name, cell in cells.items()])
    return Sheet(words.EVIDENCE.to(reader.language), frame, formats, is_of_records=True)


def _column(kpi: Kpi, rows: pl.DataFrame, name: str, reader: Reader, zone: str) -> pl.Series:
    column = rows[name]
    if name == "status":
        states = (told.state_of(kpi, row) for row in rows.select("status", "value").to_dicts())
        return pl.Series(name, [told.status(kpi, state, reader.language) for state in states], dtype=pl.String)
    if isinstance(column.dtype, pl.Datetime):
        return column.dt.convert_time_zone(zone).dt.replace_time_zone(None)
    if name in columns.MONEY:
        return column / MINOR_UNITS
    if column.dtype.is_numeric() or column.dtype in (pl.Date, pl.Duration):
        return column
    return pl.Series(name, [None if value is None else reader.words(name, value) for value in column], dtype=pl.String)


def _format(cell: pl.Series) -> str:
    return COUNT if cell.dtype.is_integer() else DECIMAL


def _distinct(heads: dict[str, str]) -> dict[str, str]:
    """Return headings of which no two are alike, for a table cannot hold them."""
    return {name: head if [*heads.values()].count(head) == 1 else f"{head} ({name})" for name, head in heads.items()}
