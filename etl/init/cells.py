"""What the cells of a raw column tell about how they are to be mapped to a column of the contract."""

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from etl.init.time_formats import time_format
from etl.init.words import GRADES, meaning_of, opposites_of, plain, unit_of_money
from etl.mapping.column import Reading, read_column
from etl.workspace import ColumnMapping, Source
from metrics.contract import UTC, Column, Table

_ENOUGH = 0.9
_MANY = 60
_FEW = 12
_SHOWN = 12
_PHONE = r"^[+()\d\s-]{7,20}$"


@dataclass(frozen=True)
class Guess:
    """How a raw column is mapped, and what is asked about it.

    `needs_zone` where its times name no zone; not `is_complete` where it is left out until the question is answered.
    """

    mapping: dict[str, Any]
    questions: list[str] = field(default_factory=list)
    needs_zone: bool = False
    is_complete: bool = True


def guess(raw: str, cells: pl.Series, table: Table, column: Column) -> Guess | None:
    """Return how `cells` are to be mapped to the column, or None where they do not fit it."""
    if column.dtype in {UTC, pl.Date()}:
        return _time(raw, cells, column)
    if column.allowed:
        return _choice(raw, cells, table, column)
    if column.dtype == pl.Boolean:
        return _truth(raw, cells, column)
    if column.dtype == pl.String:
        return _text(raw, cells, column)
    return _number(raw, cells, column)


def _text(raw: str, cells: pl.Series, column: Column) -> Guess:
    is_phone = column.name == "identity_key" and _share(cells, _PHONE) >= _ENOUGH
    return Guess({"column": raw, "kind": "phone"} if is_phone else {"column": raw})


def _time(raw: str, cells: pl.Series, column: Column) -> Guess | None:
    found = time_format(cells)
    if found is None:
        return None
    questions = []
    if found.other:
        questions.append(
            f"{column.name}: '{raw}' can be read as {found.formats[0]} and as {found.other}: no day is above 12."
            f" Which is it? {found.formats[0]} is assumed."
        )
    formats = found.formats[0] if len(found.formats) == 1 else list(found.formats)
    mapping = {"column": raw, **({"format": formats} if formats else {})}
    return Guess(mapping, questions, needs_zone=found.naive and column.dtype == UTC)


def _choice(raw: str, cells: pl.Series, table: Table, column: Column) -> Guess | None:
    values = cells.drop_nulls().unique().sort().to_list()
    if len(values) > _MANY:
        return None
    if column.allowed == GRADES and _share(cells, "^[1-5１-５]$") >= _ENOUGH:
        return Guess({"column": raw, "scale": "1-5"}, [f"{column.name}: '{raw}' is 1–5; is 5 the best?"])
    meant = {value: word for value in values if (word := meaning_of(value, table, column))}
    if values and not meant:
        return _codes(raw, column, values)
    # Grades are mended letter by letter; other words are written down as they are.
    if set(values) <= set(column.allowed) or (column.allowed == GRADES and all(len(value) == 1 for value in meant)):
        return Guess({"column": raw})
    return _listed(raw, column, meant, [value for value in values if value not in meant])


def _codes(raw: str, column: Column, values: list[str]) -> Guess | None:
    """Return a mapping that is left out until somebody says what the codes mean."""
    if len(values) > _FEW:
        return None
    mapping = {"column": raw, "values": dict.fromkeys(values, "?")}
    asked = f"{column.name}: what do the values of '{raw}' mean? Allowed are {', '.join(column.allowed)}."
    return Guess(mapping, [f"{asked} It is left out until they are listed."], is_complete=False)


def _listed(raw: str, column: Column, meant: dict[str, str], unknown: list[str]) -> Guess:
    mapping: dict[str, Any] = {"column": raw, "values": meant}
    if not unknown:
        return Guess(mapping)
    shown = ", ".join(repr(value) for value in unknown[:_SHOWN]) + (" …" if len(unknown) > _SHOWN else "")
    allowed = ", ".join(column.allowed)
    if "other" in column.allowed:
        mapping["default"] = "other"
    fate = "They count as other." if "default" in mapping else "Rows with them are set aside until they are listed."
    return Guess(mapping, [f"{column.name}: what do {shown} in '{raw}' mean? Allowed are {allowed}. {fate}"])


def _truth(raw: str, cells: pl.Series, column: Column) -> Guess | None:
    if _readable(cells, column, ColumnMapping(column=raw)) < 1:
        return None
    if plain(raw) not in opposites_of(column):
        return Guess({"column": raw})
    words = cells.drop_nulls().unique().sort()
    truths = read_column(words, _reading(column, ColumnMapping(column=raw)))["value"]
    values = {word: not truth for word, truth in zip(words, truths, strict=True)}
    return Guess({"column": raw, "values": values})


def _share(cells: pl.Series, pattern: str) -> float:
    """Return the share of filled cells that match the pattern."""
    filled = cells.drop_nulls()
    return float(filled.str.contains(pattern).sum()) / filled.len() if filled.len() else 0.0


def _number(raw: str, cells: pl.Series, column: Column) -> Guess | None:
    tries: list[dict[str, Any]] = [{"column": raw}]
    if column.name == "csat":
        tries.append({"column": raw, "scale": "A-E"})
    elif "minor units" in column.en:
        tries = _money(raw, tries)
    for mapping in tries:
        if _readable(cells, column, ColumnMapping(**mapping)) >= _ENOUGH:
            is_sure = "minor units" not in column.en or unit_of_money(raw) is not None
            return Guess(mapping, [] if is_sure else [_which_unit(raw, column, mapping)])
    return None


def _money(raw: str, plainly: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # Whole numbers may be either; amounts with decimals can only be in major units.
    scaled = [{"column": raw, "scale": "yuan"}]
    return scaled if unit_of_money(raw) == "major" else [*plainly, *scaled]


def _which_unit(raw: str, column: Column, mapping: dict[str, Any]) -> str:
    assumed = "yuan" if "scale" in mapping else "fen"
    asked = f"{column.name}: is '{raw}' in major units (scale = \"yuan\") or in minor ones (no scale)?"
    return f"{asked} {assumed} is assumed."


def _readable(cells: pl.Series, column: Column, mapping: ColumnMapping) -> float:
    filled = cells.drop_nulls()
    if not filled.len():
        return 0.0
    return 1 - read_column(filled, _reading(column, mapping))["problem"].count() / filled.len()


def _reading(column: Column, mapping: ColumnMapping) -> Reading:
    anywhere = Source.model_construct(name="init", table="", path="init.csv", columns={}, missing=())
    return Reading(column, mapping, anywhere, "UTC")
