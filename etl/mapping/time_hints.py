"""What to tell of a cell that was expected to be ISO 8601 and is not."""

from collections.abc import Sequence

import polars as pl

from etl.mapping.reader import CELL

_ISO = r"^\d{4}-\d{1,2}-\d{1,2}"
# The first that fits is told; an undecidable order of day and month is said to be so.
_LOOKS_LIKE = (
    (r"^(1[3-9]|2\d|3[01])/\d{1,2}/\d{4}", "%d/%m/%Y"),
    (r"^\d{1,2}/(1[3-9]|2\d|3[01])/\d{4}", "%m/%d/%Y"),
    (r"^\d{1,2}/\d{1,2}/\d{4}", "%d/%m/%Y or %m/%d/%Y"),
    (r"^\d{1,2}-\d{1,2}-\d{4}", "%d-%m-%Y"),
    (r"^\d{1,2}\.\d{1,2}\.\d{4}", "%d.%m.%Y"),
    (r"^\d{4}/\d{1,2}/\d{1,2}", "%Y/%m/%d"),
    (r"^\d{4}\.\d{1,2}\.\d{1,2}", "%Y.%m.%d"),
    (r"^\d{4}年\d{1,2}月\d{1,2}日", "%Y年%m月%d日"),
    (r"^\d{8}$", "%Y%m%d"),
    (r"^\d{5}(\.\d+)?$", "excel"),
    (r"^\d{10}$", "unix"),
    (r"^\d{13}$", "unix_ms"),
)
_NUMBERS = {
    "excel": 'a day of Excel, counted from 1900: say format = "excel"',
    "unix": 'seconds since 1970: say format = "unix"',
    "unix_ms": 'milliseconds since 1970: say format = "unix_ms"',
}


def not_iso() -> pl.Expr:
    """Return why a cell is not ISO 8601, with the format that it looks like."""
    told = pl.format("is not ISO 8601; it looks like {}", _looks_like().replace(_NUMBERS))
    return pl.coalesce(
        pl.when(CELL.str.contains(_ISO)).then(pl.lit("is no day or time that exists")),
        told,
        pl.lit("is not ISO 8601; say its format"),
    )


def not_of_format(formats: Sequence[str]) -> pl.Expr:
    """Return why a cell is not of the stated formats, with the other format that it looks like."""
    stated = " or ".join(f"'{pattern}'" for pattern in formats)
    looks_like = _looks_like()
    other = pl.when(~pl.any_horizontal(pl.lit(pattern).str.starts_with(looks_like) for pattern in formats)).then(
        looks_like.replace(_NUMBERS)
    )
    return pl.format(f"does not fit the format {stated}{{}}", pl.format("; it looks like {}", other).fill_null(""))


def _looks_like() -> pl.Expr:
    found = pl.lit(None, pl.String)
    for pattern, name in reversed(_LOOKS_LIKE):
        found = pl.when(CELL.str.contains(pattern)).then(pl.lit(name)).otherwise(found)
    return found
