"""What can be wrong with an export; every message names the file, what was found and what was expected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.errors import SourceError
from metrics.errors import nearest


class NoFileError(SourceError):
    """No file matches the source's path."""

    def __init__(self, source: str, pattern: str) -> None:
        super().__init__(f"Source '{source}': no file matches '{pattern}'.")


class UnreadableFileError(SourceError):
    """The file is not of the format that it is said to be, or is damaged."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")


class EmptyFileError(SourceError):
    """The file holds nothing, not even a header."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is empty: there is not even a header row. Was the export cut off?")


class WrongEncodingError(SourceError):
    """The bytes are not of the stated encoding."""

    def __init__(self, file: str, encoding: str, *, offset: int, line: int, likely: str | None) -> None:
        hint = f'It looks like {likely}: say encoding = "{likely}".' if likely else "Say the encoding it was saved in."
        super().__init__(f"{file} is not {encoding} at byte {offset}, line {line}. {hint}")


class CutOffError(SourceError):
    """The file ends inside a letter."""

    def __init__(self, file: str, encoding: str, line: int) -> None:
        super().__init__(
            f"{file} ends in the middle of a letter, in line {line}. Was the export cut off, or is it not {encoding}?"
        )


class NullCharacterError(SourceError):
    """A NUL character stands in text, which no program exports."""

    def __init__(self, file: str, line: int, around: str) -> None:
        super().__init__(
            f"{file}: line {line} holds a NUL character (\\x00 in {around!r}), which is no part of any text."
            " Was the file damaged, or cut off while it was written?"
        )


class RepeatedColumnError(SourceError):
    """Two columns have one name, so that a mapping by name could take either."""

    def __init__(self, file: str, name: str, places: Sequence[int]) -> None:
        columns = " and ".join(map(str, places))
        super().__init__(f"{file}: columns {columns} are both called '{name}'; rename one of them in the export.")


@dataclass(frozen=True)
class RaggedRow:
    """A row whose number of fields is not the header's."""

    row: int | None
    found: int
    text: str


class RaggedRowsError(SourceError):
    """Some rows have more or fewer fields than the header."""

    def __init__(self, file: str, expected: int, rows: Sequence[RaggedRow]) -> None:
        shown = "; ".join(f"row {r.row} has {r.found} ({r.text[:60]!r})" for r in rows[:3])
        more = f"; and {len(rows) - 3} more" if len(rows) > 3 else ""  # noqa: PLR2004 - as many as are shown
        super().__init__(
            f"{file}: the header has {expected} fields, but {shown}{more}."
            " Is a delimiter or a line break inside a cell left unquoted?"
        )


class NoSheetError(SourceError):
    """The workbook has no sheet of this name, or has several and none was named."""

    def __init__(self, file: str, sheet: str | None, known: Iterable[str]) -> None:
        names = ", ".join(f"'{name}'" for name in known)
        asked = f"has no sheet '{sheet}'" if sheet else 'has several sheets: say which with sheet = "…"'
        super().__init__(f"{file} {asked}. Its sheets are {names}.")


class NoDatabaseError(SourceError):
    """The database or table cannot be reached."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")


class QueryError(SourceError):
    """The source's sql cannot be run over the rows."""

    def __init__(self, file: str, source: str, reason: str) -> None:
        super().__init__(f"{file}: the sql of source '{source}' fails: {reason.strip().splitlines()[0]}")


class SchemaDriftError(SourceError):
    """The columns are not the ones that the mapping was written for."""

    def __init__(self, file: str, missing: Sequence[str], found: Sequence[str], new: Sequence[str]) -> None:
        if len(found) == 1 and (delimiter := _delimiter(found[0])):
            told = f"the header is a single column, '{found[0]}': say delimiter = \"{delimiter}\"."
        else:
            lacking = " ".join(f"Column '{name}' is missing.{_close(name, found)}" for name in missing)
            columns = ", ".join(f"'{name}'" for name in found)
            fresh = f" Not mapped so far: {', '.join(map(repr, new))}." if new else ""
            told = f"{lacking} The file has {columns}.{fresh}"
        super().__init__(f"{file}: {told}")


class TypeDriftError(SchemaDriftError):
    """A column holds something else altogether than the mapping says."""

    def __init__(self, file: str, raw_column: str, column: str, *, cells: int, first: str) -> None:
        SourceError.__init__(
            self,
            f"{file}: none of the {cells} cells of column '{raw_column}' can be read as {column}; the first: {first}."
            " Has the export changed, or does the mapping need a format?",
        )


def _close(name: str, found: Sequence[str]) -> str:
    # What the file has is told anyway.
    told = nearest(name, found)
    return f" {told}" if told.startswith("Did") else ""


def _delimiter(header: str) -> str | None:
    return next((mark for mark in (";", "\\t", "|", ",") if mark.replace("\\t", "\t") in header), None)
