"""Which reader a column needs: by the contract's type of it and by what its mapping says."""

import polars as pl

from etl.mapping.letters import choice_reader, grades_of_numbers, numbers_of_grades
from etl.mapping.numbers import money_reader, number_reader, seconds_reader, truth_reader, whole_reader
from etl.mapping.phones import phone_reader
from etl.mapping.reader import CELL, Reader
from etl.mapping.times import Times, day_reader, time_reader
from etl.workspace import ColumnMapping, Source
from metrics.contract import UTC, Column

_SCALES = {"1-5": grades_of_numbers, "A-E": numbers_of_grades, "yuan": money_reader}
_TEXT_FORMATS = {"csv", "json", "jsonl"}


def reader_of(column: Column, mapping: ColumnMapping, source: Source, business_zone: str) -> Reader:
    """Return how the cells of `column` are read."""
    if mapping.scale:
        return _SCALES[mapping.scale]()
    if mapping.kind == "phone":
        return phone_reader()
    if column.dtype == UTC:
        return time_reader(times_of(mapping, source))
    if column.dtype == pl.Date:
        return day_reader(times_of(mapping, source), business_zone)
    return _plain(column)


def times_of(mapping: ColumnMapping, source: Source) -> Times:
    """Return how the mapping's times are read."""
    return Times(mapping.format, typed=source.kind not in _TEXT_FORMATS, zone=mapping.zone or source.zone)


def _plain(column: Column) -> Reader:
    if column.dtype == pl.Int64:
        return seconds_reader() if column.name.endswith("_seconds") else whole_reader()
    if column.dtype == pl.Float64:
        return number_reader()
    if column.dtype == pl.Boolean:
        return truth_reader()
    return choice_reader(column.allowed) if column.allowed else Reader(CELL)
