"""The names of raw columns: trimmed, told apart, and made up where a header cell is empty."""

from collections.abc import Sequence

import polars as pl

from etl.sources.errors import RepeatedColumnError

ROW = "source_row"
_INVISIBLE = "\ufeff\u200b"


def column_names(cells: Sequence[str | None], file: str) -> list[str]:
    """Return the header cells trimmed, empty ones called column_1, column_2 …; refuses one name used twice."""
    names = [_trimmed(cell) or f"column_{place}" for place, cell in enumerate(cells, start=1)]
    for name in names:
        places = [place for place, other in enumerate(names, start=1) if other == name]
        if len(places) > 1:
            raise RepeatedColumnError(file, name, places)
    return names


def _trimmed(cell: str | None) -> str:
    return (cell or "").translate(dict.fromkeys(map(ord, _INVISIBLE))).strip()


def numbered(frame: pl.DataFrame, first_row: int) -> tuple[pl.DataFrame, list[str]]:
    """Return the rows that hold anything, numbered from `first_row` as they stood, and what is to be noted."""
    rows = frame.with_columns((pl.int_range(pl.len(), dtype=pl.Int64) + first_row).alias(ROW))
    kept = rows.filter(pl.any_horizontal(_filled(name, dtype) for name, dtype in frame.schema.items()))
    return kept, _notes(frame.height, kept.height)


def _filled(name: str, dtype: pl.DataType) -> pl.Expr:
    cell = pl.col(name)
    return cell.fill_null("") != "" if dtype == pl.String else cell.is_not_null()


def _notes(read: int, kept: int) -> list[str]:
    if not kept:
        return ["there is a header but no row"]
    empty = read - kept
    return [f"{empty} empty {'row' if empty == 1 else 'rows'} skipped"] if empty else []
