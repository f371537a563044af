"""JSON and JSON Lines: objects become rows, values become text, nested objects are flattened one level."""

import json
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

import polars as pl

from etl.sources.decoding import as_utf8
from etl.sources.errors import EmptyFileError, UnreadableFileError
from etl.sources.header import ROW
from etl.workspace import Source

_Pairs = list[tuple[str, Any]]


def read_json(stream: BinaryIO, file: str, source: Source) -> tuple[pl.DataFrame, list[str]]:
    """Return one row per object of the array, numbered from 1; an object that only wraps one array stands for it."""
    with as_utf8(stream, file, source.encoding) as text:
        document = _parsed(text.read(), file, line=None)
    if isinstance(document, dict) and len(document) == 1:
        document = next(iter(document.values()))
    if not isinstance(document, list):
        raise UnreadableFileError(file, "it holds no array of objects.")
    return _frame(enumerate(document, start=1), file)


def read_json_lines(stream: BinaryIO, file: str, source: Source) -> tuple[pl.DataFrame, list[str]]:
    """Return one row per line that holds an object, numbered by line."""
    with as_utf8(stream, file, source.encoding) as text:
        return _frame(_lines(text, file), file)


def _lines(text: IO[bytes], file: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text, start=1):
        if line.strip():
            yield number, _parsed(line, file, number)


def _parsed(text: bytes, file: str, line: int | None) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        # Numbers stay as they are written: 1.10 is not 1.1, and long ids keep every digit.
        return json.loads(text, object_pairs_hook=_unique, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        raise UnreadableFileError(file, f"it is not JSON at {place} ({error.msg}).") from None
    except RecursionError:
        raise UnreadableFileError(file, "its arrays or objects are nested too deeply to be rows.") from None
    except _RepeatedNameError as error:
        where = f"line {line}: " if line else ""
        raise UnreadableFileError(file, f"{where}an object has two values called '{error}'.") from None


class _RepeatedNameError(ValueError):
    """An object names one member twice."""


def _unique(pairs: _Pairs) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise _RepeatedNameError(next(name for name in names if names.count(name) > 1))
    return members


def _frame(records: Iterator[tuple[int, Any]] | enumerate[Any], file: str) -> tuple[pl.DataFrame, list[str]]:
    rows = []
    for number, record in records:
        if not isinstance(record, dict):
            raise UnreadableFileError(file, f"record {number} is not an object but {json.dumps(record)[:60]}.")
        rows.append({**_flat(record), ROW: number})
    if not rows:
        raise EmptyFileError(file)
    names = dict.fromkeys(name for row in rows for name in row)
    schema = {name: pl.Int64() if name == ROW else pl.String() for name in names}
    return pl.DataFrame(rows, schema=schema, orient="row"), []


def _flat(record: dict[str, Any]) -> dict[str, str | None]:
    flat: dict[str, str | None] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{inner}": _text(item) for inner, item in value.items()}
        else:
            flat[name] = _text(value)
    return flat


def _text(value: Any) -> str | None:  # noqa: ANN401 - whatever JSON holds
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
