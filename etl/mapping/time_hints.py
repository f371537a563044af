"""What to tell of a cell that was expected to be ISO 8601 and is not."""

import polars as pl

from etl.mapping.reader import CELL

# The first that fits is told; an undecidable order of day and month is said to be so.
_LOOKS_LIKE = (
    (r"^\d{4}-\d{1,2}-\d{1,2}", None),
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


def likely_format() -> pl.Expr:
    """Return why a cell is not ISO 8601, with the format that it looks like."""
    reason = pl.lit("is not ISO 8601; say its format")
    for pattern, looks_like in reversed(_LOOKS_LIKE):
        sentence = f"is not ISO 8601; it looks like {looks_like}" if looks_like else "is no day or time that exists"
        reason = pl.when(CELL.str.contains(pattern)).then(pl.lit(sentence)).otherwise(reason)
    return reason
