"""Times as the company's systems write them: local, without a zone."""

import polars as pl

from sample_data.span import ZONE


def local(column: str, pattern: str = "%Y-%m-%d %H:%M:%S") -> pl.Expr:
    """Return a UTC column as local text."""
    return pl.col(column).dt.convert_time_zone(ZONE).dt.strftime(pattern)


def month_of(column: str) -> pl.Expr:
    """Return the local month of a UTC column, as "2025-06"."""
    return local(column, "%Y-%m")


def coded(column: str, codes: dict[str, str]) -> pl.Expr:
    """Return a column with each word replaced by what the system writes for it; null stays null."""
    return pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String)


def numbered_codes(words: tuple[str, ...]) -> dict[str, int]:
    """Return the codes 1, 2, 3 … by which a database stores words."""
    return {word: number for number, word in enumerate(words, start=1)}
